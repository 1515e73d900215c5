package dev.quarry.syntax.tokenize;

import dev.quarry.syntax.Utf8;
import java.util.Arrays;

/// Reads a text byte by byte as the C tokenizer does: line by line into a buffer that keeps what the current token needs.
/// Error positions count from the start of that buffer, which is why it is modelled.
final class LineBuffer {
    /// What [#next] returns at the end, and after an error.
    static final int EOF = -1;

    private final byte[] text;
    private final int end;
    private final boolean addsNewline;
    private final boolean hasNull;
    /// The next byte to be read, and the end of the line that has been read.
    int position;
    int lineEnd;
    int lineStart;
    /// The start of the buffer: the line in which the current token, or the outermost open f-string, began.
    int bufferStart;
    /// The start of the current token; -1 when none has begun.
    int tokenStart = -1;
    /// 1-based; 0 before the first line.
    int line;
    private boolean atEnd;
    private boolean foundNull;

    LineBuffer(byte[] source, int start) {
        end = source.length;
        addsNewline = end > start && source[end - 1] != '\n';
        text = addsNewline ? Arrays.copyOf(source, end + 1) : source;
        if (addsNewline) {
            text[end] = '\n';
        }
        hasNull = Utf8.hasNull(source);
        position = start;
        lineEnd = start;
        lineStart = start;
        bufferStart = start;
    }

    /// The source, with a line break after the last line.
    byte[] text() {
        return text;
    }

    /// Whether the end of the file has been met.
    boolean isAtEnd() {
        return atEnd;
    }

    /// Whether a line has been met that holds a null byte, which nothing is read of.
    boolean foundNull() {
        return foundNull;
    }

    /// Whether the current line lacks its line break in the source.
    boolean isLineUnended() {
        return addsNewline && lineEnd == text.length;
    }

    /// The next byte, 0 to 255.
    ///
    /// @param keeps whether an f-string is open, whose text must stay in the buffer
    int next(boolean keeps) {
        if (position == lineEnd && !readLine(keeps)) {
            return EOF;
        }
        return text[position++] & 0xFF;
    }

    /// Takes a byte back that [#next] returned.
    void back(int c) {
        if (c != EOF) {
            position--;
        }
    }

    private boolean readLine(boolean keeps) {
        if (atEnd || foundNull) {
            return false;
        }
        if (tokenStart < 0 && !keeps) {
            bufferStart = lineEnd;
        }
        if (lineEnd == text.length) {
            atEnd = true;
            return false;
        }
        lineStart = lineEnd;
        lineEnd = TokenizeSource.afterLine(text, lineStart);
        line++;
        if (hasNull) {
            for (int i = lineStart; i < lineEnd; i++) {
                foundNull |= text[i] == 0;
            }
            if (foundNull) {
                lineEnd = lineStart;
                position = lineStart;
                return false;
            }
        }
        return true;
    }
}
