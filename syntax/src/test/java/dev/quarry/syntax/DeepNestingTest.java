package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing in the source can make the parser recurse: 100,000 levels pass on a stack of 512 KB.
class DeepNestingTest {
    private static final int DEPTH = 100_000;
    private static final long STACK = 512 * 1024;

    record Nesting(String name, String source) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Nesting> nestings() {
        return List.of(
                nested("parentheses", "(", "x", ")"),
                nested("tuples", "(", "x", ",)"),
                nested("lists", "[", "x", "]"),
                nested("sets", "{", "x", "}"),
                nested("dicts", "{a:", "x", "}"),
                nested("calls", "f(", "x", ")"),
                nested("keyword arguments", "f(a=", "x", ")"),
                nested("generators", "f(", "x", " for x in y)"),
                nested("subscripts", "a[", "x", "]"),
                nested("slices", "a[", "x", ":]"),
                nested("list comprehensions", "[", "x", " for x in y]"),
                nested("comprehension iterables", "[x for x in ", "y", "]"),
                nested("replacement fields", "f'{", "x", "}'"),
                nested("f-strings in calls", "f'{f(", "x", ")}'"),
                nested("mixed brackets", "([{f(a[", "x", "])}])"),
                repeated("unary operators", "-", "x"),
                repeated("not", "not ", "x"),
                repeated("powers", "x ** -", "x"),
                repeated("conditionals", "x if y else ", "z"),
                repeated("lambdas", "lambda: ", "x"),
                repeated("lambdas with defaults in brackets", "lambda a=(1): ", "x"),
                repeated("sum", "x + ", "x"),
                repeated("products and sums", "x * y + ", "x"),
                repeated("and", "x and ", "x"),
                repeated("or and", "x or y and ", "x"),
                repeated("comparisons", "x < ", "x"),
                repeated("attributes", "x.", "x"),
                new Nesting("call chain", "x" + "()".repeat(DEPTH) + "\n"),
                new Nesting("subscript chain", "x" + "[0]".repeat(DEPTH) + "\n"),
                new Nesting("elif", "if x:\n    pass\n" + "elif x:\n    pass\n".repeat(DEPTH)),
                new Nesting("assignment chain", "x = ".repeat(DEPTH) + "1\n"),
                new Nesting("string pieces", "x = " + "'a' ".repeat(DEPTH) + "\n"),
                new Nesting("pattern groups", "match x:\n case " + "(".repeat(DEPTH) + "a" + ")".repeat(DEPTH)
                        + ": pass\n"),
                new Nesting("pattern classes", "match x:\n case " + "A(".repeat(DEPTH) + "a" + ")".repeat(DEPTH)
                        + ": pass\n"),
                new Nesting("pattern mappings", "match x:\n case " + "{1:".repeat(DEPTH) + "a" + "}".repeat(DEPTH)
                        + ": pass\n"),
                new Nesting("pattern alternatives", "match x:\n case " + "a.b | ".repeat(DEPTH) + "c.d: pass\n"));
    }

    private static Nesting nested(String name, String open, String inner, String close) {
        return new Nesting(name, "x = " + open.repeat(DEPTH) + inner + close.repeat(DEPTH) + "\n");
    }

    private static Nesting repeated(String name, String prefix, String last) {
        return new Nesting(name, "x = " + prefix.repeat(DEPTH) + last + "\n");
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void passes(Nesting nesting) throws InterruptedException {
        SyntaxTree tree = parseOnSmallStack(nesting.source());
        assertEquals(List.of(), parserErrors(tree), nesting.name());
        TreeInvariants.check(tree);
    }

    @Test
    void indentedBlocksPass() throws InterruptedException {
        int depth = 2_000;
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            source.append(" ".repeat(i)).append("if x:\n");
        }
        source.append(" ".repeat(depth)).append("pass\n");
        SyntaxTree tree = parseOnSmallStack(source.toString());
        assertEquals(List.of(), parserErrors(tree));
        TreeInvariants.check(tree);
    }

    @ParameterizedTest
    @MethodSource("brokenNestings")
    void brokenNestingPasses(Nesting nesting) throws InterruptedException {
        SyntaxTree tree = parseOnSmallStack(nesting.source());
        assertTrue(!tree.diagnostics().isEmpty(), nesting.name());
        TreeInvariants.check(tree);
    }

    static List<Nesting> brokenNestings() {
        return List.of(
                new Nesting("open parentheses", "x = " + "(".repeat(DEPTH) + "\n"),
                new Nesting("open calls", "f(".repeat(DEPTH) + "\n"),
                new Nesting("mixed up brackets", "([{".repeat(DEPTH) + "\n"),
                new Nesting("errors on every level", "(a b ".repeat(DEPTH) + ")".repeat(DEPTH) + "\n"),
                new Nesting("not after operators", "a + not ".repeat(DEPTH) + "b\n"),
                new Nesting("closing brackets", ")".repeat(DEPTH) + "\n"),
                new Nesting("lambdas in defaults", "lambda a=".repeat(DEPTH) + "1\n"),
                new Nesting("if without else", "x = " + "a if ".repeat(DEPTH) + "b\n"));
    }

    private static List<Diagnostic> parserErrors(SyntaxTree tree) {
        // Where CPython gives up because of the depth alone, the lexer says so.
        return tree.diagnostics().stream()
                .filter(diagnostic -> diagnostic.stage() != Diagnostic.Stage.TOKENIZE
                        && diagnostic.stage() != Diagnostic.Stage.LIMIT)
                .toList();
    }

    private static SyntaxTree parseOnSmallStack(String source) throws InterruptedException {
        AtomicReference<SyntaxTree> tree = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> tree.set(new Parser().parse(source.getBytes(StandardCharsets.UTF_8),
                new ParseOptions(PythonVersion.PY313, ParseOptions.ParseMode.EXEC, false))), "small stack", STACK);
        thread.setUncaughtExceptionHandler((ignored, throwable) -> failure.set(throwable));
        thread.start();
        thread.join();
        assertNull(failure.get(), () -> "failed with " + failure.get());
        return tree.get();
    }
}
