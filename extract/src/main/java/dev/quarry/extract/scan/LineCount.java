package dev.quarry.extract.scan;

/// Counts lines of a file that comes in chunks, as [LineIndex] would in one piece.
final class LineCount {
    private long breaks;
    private long length;
    private byte last;

    void reset() {
        breaks = 0;
        length = 0;
        last = 0;
    }

    void add(byte[] chunk, int chunkLength) {
        if (chunkLength == 0) {
            return;
        }
        int start = 0;
        if (length == 0 && LineIndex.hasByteOrderMark(chunk, chunkLength)) {
            start = 3;
        }
        byte previous = last;
        long found = 0;
        for (int i = start; i < chunkLength; i++) {
            byte b = chunk[i];
            // CRLF counts at its CR; a LF after it is the same break.
            if (b == '\r' || b == '\n' && previous != '\r') {
                found++;
            }
            previous = b;
        }
        breaks += found;
        length += chunkLength - start;
        last = previous;
    }

    /// Number of lines, at most [Integer#MAX_VALUE].
    int lines() {
        boolean unfinished = length > 0 && last != '\n' && last != '\r';
        return (int) Math.min(Integer.MAX_VALUE, unfinished ? breaks + 1 : breaks);
    }
}
