package dev.quarry.extract.scan;

import java.util.Arrays;

/// Where each line of a file starts and ends, in raw bytes, as `file_line_index_v1` stores it.
///
/// Lines end at CRLF, LF or CR and at nothing else. A UTF-8 byte order mark is before the first line. Lines tile the rest
/// of the file: each ends where the next starts. There is no line after a final break, and none in an empty file.
public final class LineIndex {
    /// How a line ends.
    public enum Newline {
        CRLF, LF, CR, NONE
    }

    private static final Newline[] NEWLINES = Newline.values();

    private int[] starts = new int[256];
    private byte[] newlines = new byte[256];
    private int count;

    /// Indexes the first `length` bytes and forgets what was indexed before: one object serves a worker for all files.
    public void index(byte[] bytes, int length) {
        count = 0;
        int start = hasByteOrderMark(bytes, length) ? 3 : 0;
        int i = start;
        while (i < length) {
            byte b = bytes[i++];
            // Everything above CR, and so nearly every byte of a source, costs one comparison. Bytes above 0x7f are
            // negative and take the second.
            if (b > '\r') {
                continue;
            }
            if (b == '\n') {
                add(start, Newline.LF);
            } else if (b == '\r') {
                if (i < length && bytes[i] == '\n') {
                    i++;
                    add(start, Newline.CRLF);
                } else {
                    add(start, Newline.CR);
                }
            } else {
                continue;
            }
            start = i;
        }
        if (start < length) {
            add(start, Newline.NONE);
            start = length;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count + 1);
        }
        starts[count] = start;
    }

    private void add(int start, Newline newline) {
        if (count == newlines.length) {
            newlines = Arrays.copyOf(newlines, count * 2);
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count] = start;
        newlines[count++] = (byte) newline.ordinal();
    }

    /// Number of lines.
    public int count() {
        return count;
    }

    /// Raw offset of the first byte of a line, 0-based.
    public int start(int line) {
        return starts[line];
    }

    /// Raw offset after the line's break.
    public int end(int line) {
        return starts[line + 1];
    }

    /// Raw offset after the line's text, before its break.
    public int textEnd(int line) {
        return switch (newline(line)) {
            case CRLF -> end(line) - 2;
            case LF, CR -> end(line) - 1;
            case NONE -> end(line);
        };
    }

    public Newline newline(int line) {
        return NEWLINES[newlines[line]];
    }

    static boolean hasByteOrderMark(byte[] bytes, int length) {
        return length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }
}
