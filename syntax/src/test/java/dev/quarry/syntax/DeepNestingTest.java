package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.DeepSources.Deep;
import dev.quarry.syntax.cst.CstInvariants;
import dev.quarry.syntax.cst.CstProjector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing in the source can make the parser or the projection to LibCST's nodes recurse: 100,000 levels pass on a stack of 512 KB.
class DeepNestingTest {
    private static final int DEPTH = 100_000;
    private static final long STACK = 512 * 1024;

    @ParameterizedTest
    @MethodSource("dev.quarry.syntax.DeepSources#valid")
    void passes(Deep deep) throws InterruptedException {
        SyntaxTree tree = parseOnSmallStack(deep.source().apply(DEPTH));
        assertEquals(List.of(), parserErrors(tree), deep.name());
        TreeInvariants.check(tree);
    }

    @ParameterizedTest
    @MethodSource({"dev.quarry.syntax.DeepSources#valid", "dev.quarry.syntax.DeepSources#broken"})
    void namesPass(Deep deep) throws InterruptedException {
        SyntaxTree tree = parseOnSmallStack(deep.source().apply(DEPTH));
        onSmallStack(() -> LinearityTest.askForNames(tree));
    }

    @Test
    void indentedBlocksPass() throws InterruptedException {
        for (String head : List.of("if x:", "match x:", "class A:", "for x in y:", "try:", "with x:")) {
            checkIndented(DeepSources.indentedBlocks(2_000, head), head.equals("match x:") || head.equals("try:"));
        }
        checkIndented(DeepSources.indentedBlocks(10_000, "while x:"), false);
    }

    private static void checkIndented(String source, boolean broken) throws InterruptedException {
        SyntaxTree tree = parseOnSmallStack(source);
        assertEquals(broken, !parserErrors(tree).isEmpty(), () -> parserErrors(tree).toString());
        TreeInvariants.check(tree);
    }

    /// The only nesting without bracket or block that CPython's parser counts.
    @ParameterizedTest
    @CsvSource({"PY38, 561", "PY39, 853", "PY313, 853", "PY314, 100000"})
    void lambdasInDefaultsHaveCPythonsLimit(PythonVersion version, int most) {
        assertEquals(List.of(), lambdasInDefaults(version, most));
        if (!version.isAtLeast(PythonVersion.PY314)) {
            assertEquals(List.of("MemoryError"), lambdasInDefaults(version, most + 1));
        }
    }

    private static List<String> lambdasInDefaults(PythonVersion version, int depth) {
        String source = "lambda a=".repeat(depth) + "1" + ": a".repeat(depth) + "\n";
        return new Parser().parse(source, ParseOptions.module(version)).diagnostics().stream()
                .map(Diagnostic::errorType).toList();
    }

    @ParameterizedTest
    @MethodSource("dev.quarry.syntax.DeepSources#broken")
    void brokenNestingPasses(Deep deep) throws InterruptedException {
        SyntaxTree tree = parseOnSmallStack(deep.source().apply(DEPTH));
        assertTrue(!tree.diagnostics().isEmpty() || deep.name().equals("form feeds"), deep.name());
        TreeInvariants.check(tree);
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
        onSmallStack(() -> {
            tree.set(new Parser().parse(source.getBytes(StandardCharsets.UTF_8),
                    new ParseOptions(PythonVersion.PY313, ParseOptions.ParseMode.EXEC, false)));
            CstInvariants.check(new CstProjector().project(tree.get()));
        });
        return tree.get();
    }

    private static void onSmallStack(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, work, "small stack", STACK);
        thread.setUncaughtExceptionHandler((ignored, throwable) -> failure.set(throwable));
        thread.start();
        thread.join();
        assertNull(failure.get(), () -> "failed with " + failure.get());
    }
}
