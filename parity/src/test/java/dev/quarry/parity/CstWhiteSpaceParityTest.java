package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// White space, line breaks and comments at random between the tokens of the golden tests' sources belong to the nodes
/// to which LibCST gives them.
class CstWhiteSpaceParityTest {
    private static final int ROUNDS = 25;
    private static final List<String> IN_BRACKETS = List.of(" ", "  ", "\n", "\n   ", " # c\n", " # c\n  # d\n\n ",
            " \\\n", "\t");
    private static final List<String> LINES = List.of("\n", "# a\n", "  # b\n", "    # c\n", "        # d\n", "   \n",
            "\t# e\n");

    @TempDir
    private Path folder;

    @Test
    void anyWhiteSpace() throws IOException, InterruptedException {
        Interpreter interpreter = TestInterpreters.requireLibCst();
        Random random = new Random(20261121);
        List<Path> files = new ArrayList<>();
        for (Path source : CstParityTest.goldenFiles()) {
            for (int round = 0; round < ROUNDS; round++) {
                Path file = folder.resolve(round + "_" + source.getFileName());
                files.add(Files.write(file, scattered(Files.readAllBytes(source), interpreter, random)));
            }
        }
        ParityReport report = CstParityTest.assertSame(interpreter, files);
        // LibCST loses the white space before some colons, and can visit no line break behind `async`.
        assertTrue(report.notCompared() * 5 < files.size(), () -> "not compared: " + report.notCompared());
        assertEquals(0, report.refused());
    }

    private static byte[] scattered(byte[] source, Interpreter interpreter, Random random) {
        SyntaxTree tree = new Parser().parse(source, new ParseOptions(interpreter.version(), ParseMode.EXEC, false));
        TokenBuffer tokens = tree.tokens();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int brackets = 0;
        int strings = 0;
        int at = 0;
        for (int token = 0; token < tokens.size(); token++) {
            int kind = tokens.kind(token);
            String gap = new String(source, at, tokens.start(token) - at, StandardCharsets.UTF_8);
            boolean free = token > 0 && strings == 0 && !isLayout(kind) && !isLayout(tokens.kind(token - 1));
            if (free && random.nextInt(3) == 0) {
                gap = brackets > 0 ? IN_BRACKETS.get(random.nextInt(IN_BRACKETS.size()))
                        : gap + (random.nextInt(4) == 0 ? "\\\n" : " ");
            }
            out.writeBytes(gap.getBytes(StandardCharsets.UTF_8));
            out.write(source, tokens.start(token), tokens.end(token) - tokens.start(token));
            at = tokens.end(token);
            switch (kind) {
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> brackets++;
                case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> brackets--;
                case TokenKind.FSTRING_START -> strings++;
                case TokenKind.FSTRING_END -> strings--;
                case TokenKind.NEWLINE -> {
                    // What follows the last statement is for LibCST's module, which loses some of it.
                    for (int i = isLast(tokens, token) ? 0 : random.nextInt(4); i > 1; i--) {
                        out.writeBytes(LINES.get(random.nextInt(LINES.size())).getBytes(StandardCharsets.UTF_8));
                    }
                }
                default -> { }
            }
        }
        return out.toByteArray();
    }

    private static boolean isLayout(int kind) {
        return kind == TokenKind.NEWLINE || kind == TokenKind.INDENT || kind == TokenKind.DEDENT
                || kind == TokenKind.ENDMARKER;
    }

    private static boolean isLast(TokenBuffer tokens, int token) {
        int next = token + 1;
        while (tokens.kind(next) == TokenKind.DEDENT) {
            next++;
        }
        return tokens.kind(next) == TokenKind.ENDMARKER;
    }
}
