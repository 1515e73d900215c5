package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;

/// A piece of a file: a token, or trivia between tokens. The pieces of a tree ([SyntaxTree#pieces]) cover every byte
/// of the file exactly once, in order.
public sealed interface Piece permits Token, Trivia {
    SyntaxTree tree();

    /// Offset of the first byte in [SourceText#utf8].
    int start();

    /// Offset after the last byte in [SourceText#utf8].
    int end();

    /// Bytes of [SourceText#utf8].
    default Span span() {
        return new Span(start(), end());
    }

    /// Bytes of the file ([SourceText#raw]): the same for UTF-8 files, others for files of another encoding.
    default Span rawSpan() {
        SourceText source = tree().source();
        return new Span(source.rawBoundary(start()), source.rawBoundary(end()));
    }

    /// The piece as it is written; bytes that are no UTF-8 become U+FFFD.
    default String text() {
        return new String(tree().source().utf8(), start(), end() - start(), StandardCharsets.UTF_8);
    }
}
