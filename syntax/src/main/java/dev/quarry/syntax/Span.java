package dev.quarry.syntax;

/// A range of bytes.
///
/// @param start offset of the first byte, 0-based
/// @param end offset after the last byte, not less than `start`
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /// Whether the other span lies within this one.
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /// Whether the two have a byte in common.
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
