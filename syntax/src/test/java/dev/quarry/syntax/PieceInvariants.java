package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What holds for the pieces of every tree: together they are the file, and each is what it says.
public final class PieceInvariants {
    /// Over the bytes as Latin-1, so that any bytes can be matched.
    private static final Map<Trivia.Kind, Pattern> FORMS = new EnumMap<>(Map.of(
            Trivia.Kind.BYTE_ORDER_MARK, Pattern.compile("\u00EF\u00BB\u00BF"),
            Trivia.Kind.WHITESPACE, Pattern.compile("[ \t\f]+"),
            Trivia.Kind.NEWLINE, Pattern.compile("\r\n|\n|\r"),
            Trivia.Kind.COMMENT, Pattern.compile("#[^\r\n]*+"),
            Trivia.Kind.TYPE_COMMENT_PREFIX, Pattern.compile("#[ \t]*+type:[ \t]*+"),
            Trivia.Kind.CONTINUATION, Pattern.compile("\\\\(\r\n|\n|\r|\\z)"),
            Trivia.Kind.SKIPPED, Pattern.compile("(?s).++")));

    private PieceInvariants() {}

    /// Fails unless the pieces cover the file, trivia has the form that its kind promises, no two pieces of the same
    /// kind that could be one follow each other, what is attached to tokens is all trivia there is, and printing gives
    /// the file back.
    public static void check(SyntaxTree tree) {
        SourceText source = tree.source();
        int rawEnd = 0;
        int end = 0;
        Piece before = null;
        List<Trivia> trivia = new ArrayList<>();
        for (Piece piece : tree.pieces()) {
            Span raw = piece.rawSpan();
            assertEquals(rawEnd, raw.start(), () -> "raw start of " + piece);
            assertEquals(end, piece.start(), () -> "start of " + piece);
            rawEnd = raw.end();
            end = piece.end();
            if (piece instanceof Trivia part) {
                trivia.add(part);
                checkTrivia(source, part, before);
            }
            before = piece;
        }
        assertEquals(source.raw().length, rawEnd, "raw bytes covered");
        assertEquals(source.end(), end, "bytes covered");
        assertEquals(trivia, attached(tree), "trivia attached to tokens");
        ByteArrayOutputStream printed = new ByteArrayOutputStream(rawEnd);
        try {
            tree.print(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertArrayEquals(source.raw(), printed.toByteArray(), "the file printed");
    }

    private static void checkTrivia(SourceText source, Trivia trivia, Piece before) {
        String text = new String(source.utf8(), trivia.start(), trivia.end() - trivia.start(),
                StandardCharsets.ISO_8859_1);
        assertTrue(FORMS.get(trivia.kind()).matcher(text).matches(), () -> trivia + " is " + text);
        if (before instanceof Trivia other && other.kind() == trivia.kind()) {
            assertTrue(trivia.kind() == Trivia.Kind.NEWLINE || trivia.kind() == Trivia.Kind.CONTINUATION,
                    () -> trivia + " follows " + other);
        }
        if (trivia.kind() == Trivia.Kind.BYTE_ORDER_MARK) {
            assertEquals(0, trivia.start());
        }
        boolean cutBreak = trivia.end() < source.end() && text.endsWith("\r")
                && source.utf8()[trivia.end()] == '\n';
        assertTrue(!cutBreak, () -> trivia + " cuts a line break");
    }

    private static List<Trivia> attached(SyntaxTree tree) {
        List<Trivia> trivia = new ArrayList<>();
        for (int i = 0; i < tree.tokens().size(); i++) {
            Token token = tree.token(i);
            trivia.addAll(token.leadingTrivia());
            trivia.addAll(token.trailingTrivia());
            assertTrue(token.spanWithTrivia().contains(token.span()));
        }
        return trivia;
    }
}
