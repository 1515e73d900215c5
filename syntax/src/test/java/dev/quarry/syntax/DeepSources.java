package dev.quarry.syntax;

import java.util.List;
import java.util.function.IntFunction;

/// Sources that are nested, chained or long to a degree that can be chosen.
final class DeepSources {
    /// @param source makes the text from the number of levels or links
    record Deep(String name, IntFunction<String> source) {
        @Override
        public String toString() {
            return name;
        }
    }

    private DeepSources() {}

    /// What the grammar allows.
    static List<Deep> valid() {
        return List.of(
                nested("parentheses", "(", "x", ")"),
                nested("tuples", "(", "x", ",)"),
                nested("lists", "[", "x", "]"),
                nested("sets", "{", "x", "}"),
                nested("dicts", "{a:", "x", "}"),
                nested("dict keys", "{", "x", ":1}"),
                nested("unpacked dicts", "{**", "x", "}"),
                nested("stars", "[*", "x", "]"),
                nested("walrus", "(a := ", "x", ")"),
                nested("yields", "(yield ", "x", ")"),
                nested("awaits", "(await ", "x", ")"),
                nested("calls", "f(", "x", ")"),
                nested("keyword arguments", "f(a=", "x", ")"),
                nested("starred arguments", "f(*", "x", ")"),
                nested("generators", "f(", "x", " for x in y)"),
                nested("subscripts", "a[", "x", "]"),
                nested("slices", "a[", "x", ":]"),
                nested("list comprehensions", "[", "x", " for x in y]"),
                nested("comprehension iterables", "[x for x in ", "y", "]"),
                nested("comprehension conditions", "[x for x in y if ", "z", "]"),
                nested("lambdas in brackets", "(lambda: ", "x", ")"),
                nested("defaults in brackets", "lambda a=(", "x", "): y"),
                nested("conditions in brackets", "(x if ", "y", " else z)"),
                nested("operators in brackets", "a + (", "x", ") * b"),
                nested("replacement fields", "f'{", "x", "}'"),
                nested("format specifications", "f'{x:{", "y", "}}'"),
                nested("f-strings in calls", "f'{f(", "x", ")}'"),
                nested("mixed brackets", "([{f(a[", "x", "])}])"),
                repeated("unary operators", "-", "x"),
                repeated("mixed unary operators", "- ~ + ", "x"),
                repeated("not", "not ", "x"),
                repeated("powers", "x ** -", "x"),
                repeated("conditionals", "x if y else ", "z"),
                repeated("lambdas", "lambda: ", "x"),
                repeated("lambdas with defaults in brackets", "lambda a=(1): ", "x"),
                repeated("lambdas and conditionals", "lambda: x if y else ", "x"),
                text("lambdas in defaults", n -> "x = " + "lambda a=".repeat(n) + "1" + ": a".repeat(n) + "\n"),
                text("lambdas in defaults and bodies", n -> "x = " + "lambda a=lambda: ".repeat(n) + "1"
                        + ": lambda b=2: a".repeat(n) + "\n"),
                text("lambdas in later defaults", n -> "x = " + "lambda a, b=1, /, c=".repeat(n) + "1"
                        + ", *d, e=2, **f: a".repeat(n) + "\n"),
                text("lambdas and conditionals in defaults", n -> "x = " + "lambda *, a=x if y else ".repeat(n) + "1"
                        + ": a".repeat(n) + "\n"),
                text("lambdas in defaults of a function", n -> "def f(a=" + "lambda b=".repeat(n) + "1"
                        + ": b".repeat(n) + ", c=2): pass\n"),
                text("lambda with a name of the outermost", n -> "lambda a: " + "lambda: ".repeat(n) + "a\n"),
                text("lambdas with a parameter", n -> "lambda a: ".repeat(n) + "a\n"),
                text("lambdas in annotations", n -> "x: " + "lambda: ".repeat(n) + "y = 1\n"),
                nested("walruses in comprehensions", "[(w := ", "x", ") for v in y]"),
                nested("names of outer comprehensions", "[x for x in y if x + ", "x", "]"),
                nested("lambdas in comprehensions", "[lambda: x + ", "x", " for x in y]"),
                nested("awaits in comprehensions", "[await ", "x", " async for x in y]"),
                text("bounds of type parameters", n -> "def f[T: " + "(".repeat(n) + "int" + ")".repeat(n)
                        + "](): pass\n"),
                text("type alias", n -> "type X[T] = " + "T[".repeat(n) + "T" + "]".repeat(n) + "\n"),
                text("decorator", n -> "@" + "f(".repeat(n) + "x" + ")".repeat(n) + "\nclass A: pass\n"),
                text("class arguments", n -> "class A(a, *b, " + "c, ".repeat(n) + "d=e): pass\n"),
                text("functions", n -> functions((int) Math.sqrt(20 * n))),
                repeated("sum", "x + ", "x"),
                repeated("products and sums", "x * y + ", "x"),
                repeated("and", "x and ", "x"),
                repeated("or and", "x or y and ", "x"),
                repeated("comparisons", "x < ", "x"),
                repeated("not in", "x not in ", "x"),
                repeated("attributes", "x.", "x"),
                repeated("tuple elements", "x, ", "x"),
                text("call chain", n -> "x" + "()".repeat(n) + "\n"),
                text("subscript chain", n -> "x" + "[0]".repeat(n) + "\n"),
                text("method chain", n -> "x" + ".a(b)[c]".repeat(n) + "\n"),
                text("elif", n -> "if x:\n    pass\n" + "elif x:\n    pass\n".repeat(n)),
                text("except", n -> "try:\n    pass\n" + "except x:\n    pass\n".repeat(n)),
                text("cases", n -> "match x:\n" + " case 1:\n  pass\n".repeat(n)),
                text("decorators", n -> "@x\n".repeat(n) + "def f(): pass\n"),
                text("with items", n -> "with " + "a as b, ".repeat(n) + "c: pass\n"),
                text("with items in parentheses", n -> "with (" + "a as b, ".repeat(n) + "c): pass\n"),
                text("with groups", n -> "with " + "(".repeat(n) + "a" + ")".repeat(n) + " as b: pass\n"),
                text("with tuple", n -> "with (" + "a, ".repeat(n) + "): pass\n"),
                text("assignment chain", n -> "x = ".repeat(n) + "1\n"),
                text("nested targets", n -> "[".repeat(n) + "x" + "]".repeat(n) + " = y\n"),
                text("grouped targets", n -> "(".repeat(n) + "x" + ")".repeat(n) + " = y\n"),
                text("for targets", n -> "for " + "[".repeat(n) + "x" + "]".repeat(n) + " in y: pass\n"),
                text("deleted targets", n -> "del " + "(".repeat(n) + "x" + ")".repeat(n) + "\n"),
                text("string pieces", n -> "x = " + "'a' ".repeat(n) + "\n"),
                text("f-string pieces", n -> "x = " + "f'a{b}' ".repeat(n) + "\n"),
                text("fields", n -> "x = f'" + "{a}".repeat(n) + "'\n"),
                text("parameters", n -> "def f(" + parameters(n) + "): pass\n"),
                text("arguments", n -> "f(" + "a, ".repeat(n) + ")\n"),
                text("clauses", n -> "[x" + " for x in y if z".repeat(n) + "]\n"),
                text("imports", n -> "import " + "a.b as c, ".repeat(n) + "d\nfrom a import (" + "b, ".repeat(n) + ")\n"),
                text("dotted name", n -> "import a" + ".b".repeat(n) + "\n"),
                text("import level", n -> "from " + ".".repeat(n) + " import a\n"),
                text("global names", n -> "global " + "a, ".repeat(n) + "b\n"),
                text("statements on a line", n -> "a; ".repeat(n) + "b\n"),
                text("statements", n -> "x = 1\n".repeat(n)),
                text("empty lines", n -> "\n".repeat(n)),
                text("comments", n -> "# x\n".repeat(n)),
                text("comments in brackets", n -> "(" + "# x\n".repeat(n) + ")\n"),
                text("type comments", n -> "x = 1 # type: int\n".repeat(n)),
                text("ignored types", n -> "x = 1 # type: ignore\n".repeat(n)),
                text("continuations", n -> "x = " + "\\\n".repeat(n) + "1\n"),
                text("continued blank lines", n -> "\\\n".repeat(n) + "x\n"),
                text("blocks", n -> "if x:\n  y\nz\n".repeat(n)),
                text("long name", n -> "x".repeat(n) + "\n"),
                text("long name beyond ASCII", n -> "é".repeat(n) + "\n"),
                text("long number", n -> "0x" + "f".repeat(n) + "\n"),
                text("long octal number", n -> "0o" + "7".repeat(n) + "\n"),
                text("long binary number", n -> "0b" + "10".repeat(n) + "\n"),
                text("long float", n -> "1." + "1".repeat(n) + "\n"),
                text("long exponent", n -> "1e" + "1".repeat(n) + "\n"),
                text("long imaginary number", n -> "1".repeat(n) + "j\n"),
                text("long string", n -> "'" + "x".repeat(n) + "'\n"),
                text("escapes", n -> "'" + "\\n\\x00\\'".repeat(n) + "'\n"),
                text("named characters", n -> "'" + "\\N{DIGIT ONE}".repeat(n) + "'\n"),
                text("bytes", n -> "b'" + "\\xff".repeat(n) + "'\n"),
                text("long text in f-string", n -> "f'" + "{{x\\n".repeat(n) + "'\n"),
                text("pattern groups", n -> "match x:\n case " + "(".repeat(n) + "a" + ")".repeat(n) + ": pass\n"),
                text("pattern sequences", n -> "match x:\n case " + "[*_, ".repeat(n) + "a" + "]".repeat(n)
                        + ": pass\n"),
                text("pattern classes", n -> "match x:\n case " + "A(".repeat(n) + "a" + ")".repeat(n) + ": pass\n"),
                text("pattern keywords", n -> "match x:\n case " + "A(b=".repeat(n) + "a" + ")".repeat(n)
                        + ": pass\n"),
                text("pattern mappings", n -> "match x:\n case " + "{1:".repeat(n) + "a" + "}".repeat(n)
                        + ": pass\n"),
                text("pattern names", n -> "match x:\n case a" + ".b".repeat(n) + ": pass\n"),
                text("pattern alternatives", n -> "match x:\n case " + "a.b | ".repeat(n) + "c.d: pass\n"));
    }

    /// What CPython refuses for other reasons than its limits.
    static List<Deep> broken() {
        return List.of(
                text("open parentheses", n -> "x = " + "(".repeat(n) + "\n"),
                text("open brackets", n -> "[".repeat(n)),
                text("open braces", n -> "{".repeat(n)),
                text("open dicts", n -> "{a:".repeat(n)),
                text("open subscripts", n -> "a[".repeat(n)),
                text("open calls", n -> "f(".repeat(n) + "\n"),
                text("open calls on lines", n -> "f(a\n".repeat(n)),
                text("open definitions", n -> "def f(\n".repeat(n)),
                text("mixed up brackets", n -> "([{".repeat(n) + "\n"),
                text("errors on every level", n -> "(a b ".repeat(n) + ")".repeat(n) + "\n"),
                text("not after operators", n -> "a + not ".repeat(n) + "b\n"),
                text("closing brackets", n -> ")".repeat(n) + "\n"),
                text("wrong closing brackets", n -> "(".repeat(n) + "]".repeat(n) + "\n"),
                text("open brackets in closed ones", n -> "f([)".repeat(n) + "\n"),
                text("open brackets in closed ones on lines", n -> "  f([\n)".repeat(n) + "\n"),
                text("strings before an open one", n -> "'''a''' ".repeat(n) + "'''\n"),
                text("definitions in an open string", n -> "'''\ndef f():\n'''".repeat(n) + "'''"),
                text("quotes in an open string", n -> "\"\"\"\ndef f():\n'''".repeat(n | 1)),
                text("lambdas without colon in defaults", n -> "lambda a=".repeat(n) + "1\n"),
                text("lambdas in defaults of starred parameters", n -> "lambda *a=".repeat(n) + "1" + ": a".repeat(n)
                        + "\n"),
                text("broken lambdas in defaults", n -> "lambda a=lambda b=1 c: ".repeat(n) + "1\n"),
                text("if without else", n -> "x = " + "a if ".repeat(n) + "b\n"),
                text("if without else in brackets", n -> "(a if b ".repeat(n) + ")".repeat(n) + "\n"),
                text("missing commas", n -> "(a " + "b ".repeat(n) + ")\n"),
                text("missing commas in calls", n -> "f(a b, ".repeat(n) + ")".repeat(n) + "\n"),
                text("assignments in calls", n -> "f(a.b=c, ".repeat(n) + ")".repeat(n) + "\n"),
                text("assignments to calls", n -> "f() = ".repeat(n) + "1\n"),
                text("assignments to groups", n -> "(".repeat(n) + "f()" + ")".repeat(n) + " = 1\n"),
                text("wrong targets in comprehensions", n -> "[x for f() in ".repeat(n) + "y" + "]".repeat(n) + "\n"),
                text("walrus to calls", n -> "(f() := ".repeat(n) + "y" + ")".repeat(n) + "\n"),
                text("statements without block", n -> "if x:\n".repeat(n)),
                text("definitions without block", n -> "def f():\n".repeat(n)),
                text("definitions without colon", n -> "def f()\n".repeat(n)),
                text("classes without name", n -> "class :\n pass\n".repeat(n)),
                text("else without if", n -> "else:\n pass\n".repeat(n)),
                text("keywords in expressions", n -> "x = if\n".repeat(n)),
                text("two expressions", n -> "a b\n".repeat(n)),
                text("print statements", n -> "print a\n".repeat(n)),
                text("unexpected indents", n -> "a\n  b\n".repeat(n)),
                text("wrong dedents", n -> "if x:\n   a\n b\n".repeat(n)),
                text("mixed tabs", n -> "if x:\n\ta\n        b\n".repeat(n)),
                text("decorators alone", n -> "@x\n".repeat(n)),
                text("async alone", n -> "async ".repeat(n)),
                text("await alone", n -> "await ".repeat(n)),
                text("stars", n -> "*".repeat(n)),
                text("dots", n -> ".".repeat(n)),
                text("commas", n -> ",".repeat(n)),
                text("colons", n -> ":".repeat(n)),
                text("semicolons", n -> ";".repeat(n)),
                text("operators", n -> "+".repeat(n)),
                text("equals", n -> "=".repeat(n)),
                text("walruses", n -> ":=".repeat(n)),
                text("unknown characters", n -> "$".repeat(n)),
                text("null bytes", n -> "\0".repeat(n)),
                text("control characters", n -> "\u0001".repeat(n)),
                text("unknown characters beyond ASCII", n -> "€".repeat(n)),
                text("non-printable characters", n -> "a\u200b".repeat(n)),
                text("backslashes", n -> "\\".repeat(n)),
                text("spaces and backslashes", n -> " \\".repeat(n)),
                text("single quotes", n -> "'".repeat(n | 1)),
                text("quotes on lines", n -> "'\n".repeat(n)),
                text("quotes in turn", n -> "'\"".repeat(n)),
                text("triple quotes", n -> "'''\"\"\"".repeat(n)),
                text("open f-strings", n -> "f'{".repeat(n)),
                text("open f-strings on lines", n -> "f'{\n".repeat(n)),
                text("open braces in f-string", n -> "f'" + "{".repeat(n | 1)),
                text("open fields in f-string", n -> "f'" + "{ ".repeat(n)),
                text("closing braces in f-string", n -> "f'" + "}".repeat(n | 1) + "'"),
                text("colons in f-string", n -> "f'{" + ":{".repeat(n)),
                text("open triple f-strings", n -> "f'''{".repeat(n)),
                text("empty fields", n -> "f'" + "{}".repeat(n) + "'\n"),
                text("wrong conversions", n -> "f'" + "{a!z}".repeat(n) + "'\n"),
                text("bytes and text", n -> "'a' b'b' ".repeat(n) + "\n"),
                text("wrong escapes", n -> "'" + "\\x".repeat(n) + "'\n"),
                text("wrong character names", n -> "'" + "\\N{x".repeat(n) + "'\n"),
                text("wrong numbers", n -> "0_ 1__0 0777 1e 0xg 1a ".repeat(n) + "\n"),
                text("long decimal number", n -> "1".repeat(n) + "\n"),
                text("duplicate stars", n -> "def f(" + "*, ".repeat(n) + "): pass\n"),
                text("defaults before parameters", n -> "def f(" + "a=1, b, ".repeat(n) + "): pass\n"),
                text("positional after keyword", n -> "f(" + "a=1, b, ".repeat(n) + ")\n"),
                text("open patterns", n -> "match x:\n case " + "[".repeat(n)),
                text("wrong patterns", n -> "match x:\n case " + "a() + ".repeat(n) + ": pass\n"),
                text("wrong cases", n -> "match x:\n" + " case\n".repeat(n)),
                text("match words", n -> "match ".repeat(n) + "\n"),
                text("match calls", n -> "match (".repeat(n) + "\n"),
                text("type words", n -> "type ".repeat(n) + "\n"),
                text("import words", n -> "import ".repeat(n) + "\n"),
                text("from words", n -> "from ".repeat(n) + "\n"),
                text("lambda words", n -> "lambda ".repeat(n) + "\n"),
                text("with words", n -> "with (".repeat(n) + "\n"),
                text("for words", n -> "for ".repeat(n) + "\n"),
                text("except words", n -> "except ".repeat(n) + "\n"),
                text("try lines", n -> "try:\n pass\n".repeat(n)),
                text("type parameters", n -> "def f[" + "T: (".repeat(n)),
                text("stray type comments", n -> "( # type: int\n".repeat(n)),
                text("carriage returns", n -> "\r".repeat(n) + "(" + "\r".repeat(n)),
                text("form feeds", n -> "\f".repeat(n)),
                text("byte order marks", n -> "\uFEFF".repeat(n)));
    }

    /// Some deep blocks: their indentation makes the text grow with the square of the depth.
    static String indentedBlocks(int depth, String head) {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            source.append(" ".repeat(i)).append(head).append('\n');
        }
        return source.append(" ".repeat(depth)).append("pass\n").toString();
    }

    /// Functions in each other that use each other's names; the text grows with the square of the depth.
    private static String functions(int depth) {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            source.append(" ".repeat(i)).append("def f").append(i).append("(a: f").append(i / 2).append("):\n");
        }
        return source.append(" ".repeat(depth)).append("nonlocal a\n").toString();
    }

    private static String parameters(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append('a').append(i).append("=1, ");
        }
        return out.toString();
    }

    private static Deep nested(String name, String open, String inner, String close) {
        return text(name, n -> "x = " + open.repeat(n) + inner + close.repeat(n) + "\n");
    }

    private static Deep repeated(String name, String prefix, String last) {
        return text(name, n -> "x = " + prefix.repeat(n) + last + "\n");
    }

    private static Deep text(String name, IntFunction<String> source) {
        return new Deep(name, source);
    }
}
