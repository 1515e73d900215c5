package dev.quarry.syntax.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.LineTable.ColumnUnit;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.Span;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/parser");
    private static final String SOURCE = """
            import os  # the system

            # about f
            @cache
            async def f(a, *, b=1 + 2):
                if a:
                    return {**b, 'k': (yield)}


            match x:
                case {1: y, **rest}: pass
            """;

    @Test
    void everyAccessorAgreesWithItsSlotForEveryKind() throws IOException {
        Set<NodeKind> met = EnumSet.noneOf(NodeKind.class);
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".py")).toList()) {
                ViewInvariants.check(new Parser().parse(Files.readAllBytes(file),
                        ParseOptions.module(PythonVersion.PY315)), met);
            }
        }
        for (String source : List.of("t'{a}'", "import a, b.c as d; from . import (e); from .. import *; x = f(*a, b=1, **c)",
                "case", "match x:\n case (1 |): pass\n", "def f(a, /, *, b): lambda: (x := [y async for y in z])\n")) {
            ViewInvariants.check(parse(source), met);
        }
        ViewInvariants.check(parse("1 +", ParseMode.EVAL), met);
        ViewInvariants.check(parse("x\n", ParseMode.SINGLE), met);
        ViewInvariants.check(parse("(int) -> str", ParseMode.FUNC_TYPE), met);
        assertEquals(EnumSet.range(NodeKind.MODULE, NodeKind.PATTERN_ERROR), met);
    }

    @Test
    void switchesAreExhaustive() {
        List<String> names = new ArrayList<>();
        for (Statement statement : ((Root.Module) Root.of(parse(SOURCE))).body()) {
            names.add(switch (statement) {
                case Statement.FunctionDef f -> (f.isAsync() ? "async " : "") + f.name().text() + "/"
                        + f.parameters().items().size() + " @" + f.decorators().getFirst().text();
                case Statement.Import i -> i.names().getFirst().firstName().text();
                case Statement.Match m -> switch (m.cases().getFirst().pattern()) {
                    case Pattern.Mapping p -> p.entries().getFirst().key().text() + p.rest().orElseThrow().text();
                    case Pattern p -> p.text();
                };
                case Statement other -> other.kind().toString();
            });
        }
        assertEquals(List.of("os", "async f/3 @cache", "1rest"), names);
    }

    @Test
    void placesLeadToNodes() {
        Root root = Root.of(parse(SOURCE));
        assertEquals("1", root.nodeAt(SOURCE.indexOf("1 + 2")).text());
        assertEquals("cache", root.nodeAt(SOURCE.indexOf("cache")).text());
        assertEquals(NodeKind.BINARY, root.nodeAt(SOURCE.indexOf("+ 2")).kind());
        assertEquals(NodeKind.FUNCTION_DEF, root.nodeAt(SOURCE.indexOf("@cache")).kind());
        assertEquals(root, root.nodeAt(SOURCE.indexOf("# about")));
        assertEquals(List.of(NodeKind.MODULE, NodeKind.FUNCTION_DEF, NodeKind.PARAMETERS, NodeKind.PARAMETER,
                NodeKind.BINARY), root.nodeAt(SOURCE.indexOf("+ 2")).path().stream().map(Node::kind).toList());
        int sum = SOURCE.indexOf("1 + 2");
        assertEquals(List.of("1 + 2", "1", "2"), root.nodesIn(new Span(sum, sum + 5)).map(Node::text).toList());
        assertEquals(List.of("1", "2"), root.preorder(Expression.Binary.class).findFirst().orElseThrow().children()
                .stream().map(Node::text).toList());
    }

    @Test
    void nodeAtFindsTheInnermostNodeAroundEveryByte() {
        SyntaxTree tree = parse(SOURCE);
        for (int offset = 0; offset < SOURCE.length(); offset++) {
            int at = offset;
            int innermost = tree.root();
            for (var walk = tree.walk(tree.root()); walk.next();) {
                if (tree.extentStart(walk.node()) <= at && at < tree.extentEnd(walk.node())) {
                    innermost = walk.node();
                }
            }
            assertEquals(innermost, tree.nodeAt(at), () -> "at " + at);
        }
    }

    @Test
    void commentsComeWithTheText() {
        Root root = Root.of(parse(SOURCE));
        Statement function = ((Root.Module) root).body().get(1);
        assertTrue(function.text().startsWith("async def f"));
        Statement first = ((Root.Module) root).body().getFirst();
        assertEquals("import os", first.text());
        assertEquals("import os  # the system", first.textWithTrivia());
        Token at = function.tokens().getFirst().previous().orElseThrow().previous().orElseThrow().previous().orElseThrow();
        assertEquals("@", at.text());
        assertEquals("\n# about f\n", SOURCE.substring(at.spanWithTrivia().start(), at.start()));
    }

    @Test
    void visitorsEnterAndLeaveAndSkip() {
        StringBuilder order = new StringBuilder();
        Root.of(parse("f(a + b, (c))\n")).walk(new Visitor() {
            @Override
            public boolean enter(Node node) {
                order.append('<').append(node.kind()).append(' ');
                return !(node instanceof Expression.Binary);
            }

            @Override
            public void leave(Node node) {
                order.append(node.kind()).append("> ");
            }
        });
        assertEquals("<MODULE <EXPRESSION_STATEMENT <CALL <NAME NAME> <BINARY BINARY> <PAREN <NAME NAME> PAREN> CALL> "
                + "EXPRESSION_STATEMENT> MODULE> ", order.toString());
    }

    @Test
    void aRecordIsForItsKindOnly() {
        SyntaxTree tree = parse("x = 1\n");
        assertThrows(IllegalArgumentException.class, () -> new Expression.Call(tree, tree.root()));
        assertThrows(IllegalArgumentException.class, () -> Node.of(tree, 0));
        assertThrows(UnsupportedOperationException.class, () -> Root.of(tree).children().clear());
    }

    @Test
    void manyThreadsMayReadAFreshTree() throws Exception {
        String source = SOURCE.repeat(50);
        String expected = describe(parse(source));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 20; round++) {
                SyntaxTree fresh = parse(source);
                Callable<String> reader = () -> describe(fresh);
                for (Future<String> result : threads.invokeAll(List.of(reader, reader, reader, reader, reader))) {
                    assertEquals(expected, result.get());
                }
            }
        }
    }

    /// Touches everything that is made on first use: names, lines, character counts, parents.
    private static String describe(SyntaxTree tree) {
        StringBuilder out = new StringBuilder();
        Root.of(tree).preorder(Expression.Name.class).forEach(name -> out.append(name.name().identifier())
                .append(tree.source().lines().line0(name.start()))
                .append(tree.source().lines().column(name.start(), ColumnUnit.UTF16))
                .append(name.parent().orElseThrow().kind()));
        return out.toString();
    }

    private static SyntaxTree parse(String source) {
        return parse(source, ParseMode.EXEC);
    }

    private static SyntaxTree parse(String source, ParseMode mode) {
        return new Parser().parse(source, new ParseOptions(PythonVersion.PY315, mode, true));
    }
}
