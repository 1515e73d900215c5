package dev.quarry.store.batch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// Rows behind one another that have the same text in a column.
///
/// @param utf8 the text
/// @param from the first row
/// @param to the row behind the last
public record TextRun(byte[] utf8, int from, int to) {

    /// The runs of a column that is dictionary-encoded and has no nulls.
    public static List<TextRun> of(ColumnBatch batch, String column) {
        int index = 0;
        while (!batch.type().children().get(index).name().equals(column)) {
            index++;
        }
        ArrowNode node = batch.root().children().get(index);
        int rows = batch.rows();
        int[] entries = new int[rows];
        MemorySegment.copy(batch.memory(), ValueLayout.JAVA_INT, node.buffers()[1], entries, 0, rows);
        List<TextRun> runs = new ArrayList<>();
        int from = 0;
        for (int row = 1; row <= rows; row++) {
            if (row == rows || entries[row] != entries[from]) {
                runs.add(new TextRun(entry(batch.memory(), node.dictionary(), entries[from]), from, row));
                from = row;
            }
        }
        return runs;
    }

    private static byte[] entry(MemorySegment memory, ArrowNode dictionary, int index) {
        long offsets = dictionary.buffers()[1] + index * 4L;
        int start = memory.get(ValueLayout.JAVA_INT, offsets);
        byte[] utf8 = new byte[memory.get(ValueLayout.JAVA_INT, offsets + 4) - start];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, dictionary.buffers()[2] + start, utf8, 0, utf8.length);
        return utf8;
    }
}
