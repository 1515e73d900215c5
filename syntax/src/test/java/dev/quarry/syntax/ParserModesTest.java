package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.ParseOptions.ParseMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The roots other than a module.
class ParserModesTest {
    @Test
    void evalReadsOneExpressionAndBlankLines() {
        SyntaxTree tree = parse("a, b\n\n", ParseMode.EVAL);
        assertEquals(List.of(), tree.diagnostics());
        assertEquals(NodeKind.EXPRESSION, tree.kind(tree.root()));
        assertEquals(NodeKind.TUPLE, tree.kind(tree.slot(tree.root(), 0)));
    }

    @Test
    void evalRefusesStatements() {
        assertEquals("invalid syntax", parse("a = b", ParseMode.EVAL).diagnostics().getFirst().message());
        assertEquals("invalid syntax", parse("*a", ParseMode.EVAL).diagnostics().getFirst().message());
    }

    @Test
    void functionTypeKeepsNoStars() {
        SyntaxTree tree = parse("(int, *str, **bytes) -> None", ParseMode.FUNC_TYPE);
        assertEquals(List.of(), tree.diagnostics());
        assertEquals(NodeKind.FUNCTION_TYPE, tree.kind(tree.root()));
        int parameters = tree.slot(tree.root(), 0);
        assertEquals(3, tree.length(parameters));
        for (int i = 0; i < 3; i++) {
            assertEquals(NodeKind.NAME, tree.kind(tree.element(parameters, i)));
        }
        assertEquals(NodeKind.NONE_LITERAL, tree.kind(tree.slot(tree.root(), 1)));
    }

    @Test
    void singleReadsOneStatement() {
        SyntaxTree simple = parse("a; b\n", ParseMode.SINGLE);
        assertEquals(List.of(), simple.diagnostics());
        assertEquals(2, simple.length(simple.slot(simple.root(), 0)));
        SyntaxTree compound = parse("if a:\n    b\n\n", ParseMode.SINGLE);
        assertEquals(List.of(), compound.diagnostics());
        assertEquals(NodeKind.IF, compound.kind(compound.element(compound.slot(compound.root(), 0), 0)));
        assertEquals("multiple statements found while compiling a single statement", parse("a\nb\n", ParseMode.SINGLE).diagnostics().getFirst().message());
    }

    @Test
    void aParserReadsFileAfterFile() {
        Parser parser = new Parser();
        ParseOptions options = ParseOptions.module(PythonVersion.PY313);
        SyntaxTree first = parser.parse("a = 1\n".getBytes(StandardCharsets.UTF_8), options);
        String before = TreePrinter.print(first);
        parser.parse("def f(:\n".getBytes(StandardCharsets.UTF_8), options);
        assertEquals(before, TreePrinter.print(first));
    }

    private static SyntaxTree parse(String source, ParseMode mode) {
        SyntaxTree tree = new Parser().parse(source.getBytes(StandardCharsets.UTF_8),
                new ParseOptions(PythonVersion.PY313, mode, false));
        TreeInvariants.check(tree);
        return tree;
    }
}
