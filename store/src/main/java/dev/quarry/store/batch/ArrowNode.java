package dev.quarry.store.batch;

import java.util.List;

/// Where the values of a column lie in a batch's buffer.
///
/// @param length number of values
/// @param nullCount number of nulls
/// @param buffers byte offsets into the buffer in the order of the Arrow format, or [#ABSENT]
/// @param children parts of a nested column
/// @param dictionary entries of a dictionary-encoded column, else null
public record ArrowNode(long length, long nullCount, long[] buffers, List<ArrowNode> children, ArrowNode dictionary) {
    /// Stands for a buffer that is left out, such as the validity bitmap of a column without nulls.
    public static final long ABSENT = -1;

    static ArrowNode flat(long length, long nullCount, long... buffers) {
        return new ArrowNode(length, nullCount, buffers, List.of(), null);
    }

    static ArrowNode nested(long length, long nullCount, List<ArrowNode> children, long... buffers) {
        return new ArrowNode(length, nullCount, buffers, children, null);
    }
}
