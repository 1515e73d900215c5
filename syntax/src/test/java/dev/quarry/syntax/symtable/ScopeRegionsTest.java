package dev.quarry.syntax.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names belong to the scope that CPython evaluates or binds them in.
class ScopeRegionsTest {
    @Test
    void defaultsAnnotationsAndDecoratorsBelongAroundTheFunction() {
        assertNames(PythonVersion.PY311, "@d\ndef f(a: t = v, *b, c=w) -> r:\n    @e\n    def g(): a",
                "d=top t=top v=top w=top r=top e=f a=g | a=f b=f c=f");
        assertNames(PythonVersion.PY311, "f = lambda a=v, *b: a + b", "f=top v=top a=lambda b=lambda | a=lambda b=lambda");
    }

    @Test
    void basesBelongAroundTheClass() {
        assertNames(PythonVersion.PY311, "@d\nclass C(b, metaclass=m):\n    x = y",
                "d=top b=top m=top x=C y=C |");
    }

    @Test
    void theFirstIterableBelongsAroundTheComprehension() {
        assertNames(PythonVersion.PY313, "[x for x in a if b for y in x if c]",
                "x=listcomp x=listcomp a=top b=listcomp y=listcomp x=listcomp c=listcomp |");
        assertNames(PythonVersion.PY313, "f(x for x in [y for y in z])",
                "f=top x=genexpr x=genexpr y=listcomp y=listcomp z=top |");
        assertNames(PythonVersion.PY313, "{k: [y for y in k] for k in a}",
                "k=dictcomp y=listcomp y=listcomp k=dictcomp k=dictcomp a=top |");
    }

    @Test
    void typeParametersHaveAScopeOfTheirOwn() {
        String source = "def f[T: b = e](a: t = v) -> r: T\nclass C[U](p, k=q): U\ntype A[V] = w";
        assertNames(PythonVersion.PY313, source, "b=variable T e=variable T t=parameters f v=top r=parameters f T=f"
                + " p=parameters C q=parameters C U=C A=top w=alias A | T=parameters f a=f U=parameters C V=parameters A");
        assertNames(PythonVersion.PY314, source, "b=variable T e=variable T t=annotation __annotate__ v=top"
                + " r=annotation __annotate__ T=f p=parameters C q=parameters C U=C A=top w=alias A"
                + " | T=parameters f a=f U=parameters C V=parameters A");
    }

    @Test
    void annotationsOfVariablesShareAScope() {
        String source = "a: t = v\nclass C:\n    b: u\n    def m(self): c: w\n    if b: d: x = y\ne: z";
        assertNames(PythonVersion.PY313, source,
                "a=top t=top v=top b=C u=C c=m w=m b=C d=C x=C y=C e=top z=top | self=m");
        String annotations = "a=top t=annotation __annotate__ v=top b=C u=annotation __annotate__ c=m"
                + " w=annotation __annotate__ b=C d=C x=annotation __annotate__ y=C e=top z=annotation __annotate__"
                + " | self=m";
        assertNames(PythonVersion.PY314, source, annotations);
        // With PEP 563 there are no such scopes.
        assertNames(PythonVersion.PY314, "from __future__ import annotations\na: t", "a=top t=top |");
    }

    @Test
    void anEmptyFileIsTheModules() {
        ScopeRegions regions = ScopeRegions.of(SymbolTable.build(tree(PythonVersion.PY313, "")));
        assertEquals(1, regions.regionCount());
        assertEquals(0, regions.scopeAt(0));
    }

    @Test
    void privateNamesAreThoseOfTheClassAround() {
        String source = "class _C:\n    __a = __b\n    def f(__p): lambda: __q\n    class D: __r\n    class __: __s\n";
        assertEquals("_C__a _C__b _C__q _D__r __s", bindings(PythonVersion.PY313, source));
        String generic = "class C[__T](__b, __T): __x";
        assertEquals("_C__b _C__T _C__x", bindings(PythonVersion.PY312, generic));
        assertEquals("__b _C__T _C__x", bindings(PythonVersion.PY313, generic));
    }

    private static String bindings(PythonVersion version, String source) {
        SyntaxTree tree = tree(version, source);
        SymbolTable table = SymbolTable.build(tree);
        ScopeRegions regions = ScopeRegions.of(table);
        List<String> names = new ArrayList<>();
        for (var walk = tree.walk(tree.root()); walk.next();) {
            if (tree.kind(walk.node()) == NodeKind.NAME) {
                names.add(table.binding(regions.scopeAt(tree.start(walk.node())),
                        tree.tokens().payload(tree.slot(walk.node(), 0))));
            }
        }
        return String.join(" ", names);
    }

    /// @param expected the names in expressions with their scopes in source order, then those of parameters
    private static void assertNames(PythonVersion version, String source, String expected) {
        SyntaxTree tree = tree(version, source);
        SymbolTable table = SymbolTable.build(tree);
        ScopeRegions regions = ScopeRegions.of(table);
        List<String> names = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        for (var walk = tree.walk(tree.root()); walk.next();) {
            int node = walk.node();
            switch (tree.kind(node)) {
                case NAME -> names.add(name(table, regions, tree.slot(node, 0)));
                case PARAMETER, STAR_PARAMETER, TYPE_VAR ->
                        parameters.add(name(table, regions, tree.slot(node, 0)));
                default -> { }
            }
        }
        assertEquals(expected.strip(), (String.join(" ", names) + " | " + String.join(" ", parameters)).strip());
    }

    private static String name(SymbolTable table, ScopeRegions regions, int token) {
        SyntaxTree tree = table.tree();
        int scope = regions.scopeAt(tree.tokens().start(token));
        String kind = switch (table.type(scope)) {
            case MODULE, FUNCTION, CLASS -> "";
            case TYPE_PARAMETERS -> "parameters ";
            case TYPE_VARIABLE -> "variable ";
            case TYPE_ALIAS -> "alias ";
            case ANNOTATION -> "annotation ";
        };
        return tree.names().text(tree.tokens().payload(token)) + "=" + kind + table.name(scope);
    }

    private static SyntaxTree tree(PythonVersion version, String source) {
        return new Parser().parse(source.getBytes(StandardCharsets.UTF_8), ParseOptions.module(version));
    }
}
