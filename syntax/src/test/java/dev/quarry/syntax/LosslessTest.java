package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quarry.syntax.ParseOptions.ParseMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens and trivia are the file, byte for byte, whatever the file.
class LosslessTest {
    private static final int ROUNDS = 4_000;

    @Test
    void piecesSayWhatTheyAre() {
        String source = "\uFEFF# a\n\n\tx = (1, # b\r\n  2) \\\n \f; y\r\rif x: # type: int\n  pass\n # end\\";
        assertEquals(List.of("BYTE_ORDER_MARK", "COMMENT", "NEWLINE", "NEWLINE", "WHITESPACE", "''", "'x'",
                        "WHITESPACE", "'='", "WHITESPACE", "'('", "'1'", "','", "WHITESPACE", "COMMENT", "NEWLINE",
                        "WHITESPACE", "'2'", "')'", "WHITESPACE", "CONTINUATION", "WHITESPACE", "';'", "WHITESPACE",
                        "'y'", "'\r'", "NEWLINE", "''", "'if'", "WHITESPACE", "'x'", "':'", "WHITESPACE",
                        "TYPE_COMMENT_PREFIX", "'int'", "'\n'", "WHITESPACE", "''", "'pass'", "'\n'", "WHITESPACE",
                        "COMMENT", "''", "''"),
                describe(source.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void triviaBelongsToTokens() {
        SyntaxTree tree = parse("# lead\nx = (  # in\n  1)  # trail\n\n# next\ny\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("# lead\nx ", withTrivia(tree, 0));
        assertEquals("(  # in", withTrivia(tree, 2));
        assertEquals("\n  1", withTrivia(tree, 3));
        assertEquals(")  # trail", withTrivia(tree, 4));
        assertEquals("\n", withTrivia(tree, 5));
        assertEquals("\n# next\ny", withTrivia(tree, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin-1", "iso-8859-15", "cp1252", "koi8-r", "shift_jis", "euc-jp", "gb18030", "big5",
            "iso-2022-jp", "iso-2022-kr", "utf-16", "utf-16-le", "utf-7", "utf-32", "cp037", "utf-8", "utf-8-sig",
            "hz", "johab", "rot13", "no-such-codec"})
    void filesOfAnyEncodingComeBack(String encoding) {
        Random random = new Random(5);
        String head = "# coding: " + encoding + "\n";
        for (String text : List.of("x = 'äöü — €'\n", "名前 = '日本語' # コメント\r\n", "", "\0\1\r\f\\\n", "s = '𝒳é'")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
                    StandardCharsets.ISO_8859_1, Charset.forName("Shift_JIS"), Charset.forName("ISO-2022-JP"))) {
                PieceInvariants.check(parse(concat(head.getBytes(StandardCharsets.US_ASCII), text.getBytes(charset))));
            }
        }
        for (int round = 0; round < 50; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            PieceInvariants.check(parse(concat(head.getBytes(StandardCharsets.US_ASCII), bytes)));
            PieceInvariants.check(parse(concat(concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                    head.getBytes(StandardCharsets.US_ASCII)), bytes)));
        }
    }

    @Test
    void randomBytesComeBack() {
        Random random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] &= 0x7F;
                }
            }
            PieceInvariants.check(parse(bytes));
        }
    }

    /// Each file of the library, and each with some bytes changed.
    @Test
    void theStandardLibraryComesBack() throws IOException {
        List<Path> files = PythonLibraries.newest();
        assertFalse(files.isEmpty());
        Parser parser = new Parser();
        Random random = new Random(3);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            SyntaxTree tree = parser.parse(bytes, ParseOptions.module(PythonVersion.PY313));
            PieceInvariants.check(tree);
            if (tree.diagnostics().isEmpty()) {
                for (Piece piece : tree.pieces()) {
                    assertFalse(piece instanceof Trivia trivia && trivia.kind() == Trivia.Kind.SKIPPED,
                            () -> file + ": " + piece);
                }
            }
            if (bytes.length > 0 && bytes.length < 60_000) {
                byte[] changed = bytes.clone();
                for (int i = 0; i < 3; i++) {
                    changed[random.nextInt(changed.length)] = "()[]{}'\"\\#\n\r\f\t :\0f\u00FF".getBytes(
                            StandardCharsets.ISO_8859_1)[random.nextInt(19)];
                }
                PieceInvariants.check(parser.parse(changed, ParseOptions.module(PythonVersion.PY313)));
            }
        }
    }

    private static List<String> describe(byte[] source) {
        SyntaxTree tree = parse(source);
        PieceInvariants.check(tree);
        List<String> pieces = new ArrayList<>();
        for (Piece piece : tree.pieces()) {
            pieces.add(switch (piece) {
                case Token token -> "'" + token.text() + "'";
                case Trivia trivia -> trivia.kind().toString();
            });
        }
        return pieces;
    }

    private static String withTrivia(SyntaxTree tree, int token) {
        Span span = tree.token(token).spanWithTrivia();
        return new String(tree.source().utf8(), span.start(), span.length(), StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static SyntaxTree parse(byte[] source) {
        return new Parser().parse(source, new ParseOptions(PythonVersion.newest(), ParseMode.EXEC, true));
    }
}
