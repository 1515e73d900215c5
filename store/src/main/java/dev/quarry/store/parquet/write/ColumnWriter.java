package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Writes one column of a table, which has one leaf or, if it is nested, several.
sealed interface ColumnWriter {

    /// Adds the rows `from` to `to - 1` of a batch.
    void append(MemorySegment memory, ArrowNode node, int from, int to);

    List<LeafWriter> leaves();

    /// A column of plain values.
    record Flat(LeafWriter leaf) implements ColumnWriter {
        @Override
        public void append(MemorySegment memory, ArrowNode node, int from, int to) {
            leaf.append(memory, node, from, to);
        }

        @Override
        public List<LeafWriter> leaves() {
            return List.of(leaf);
        }
    }

    /// A column of lists, maps or records.
    record Nested(NestedValues values, List<LeafWriter> leaves) implements ColumnWriter {
        @Override
        public void append(MemorySegment memory, ArrowNode node, int from, int to) {
            values.load(memory, node, from, to);
            for (int row = from; row < to; row++) {
                values.add(row, 0, 0);
                for (LeafWriter leaf : leaves) {
                    if (leaf.isFull()) {
                        leaf.endPage();
                    }
                }
            }
        }
    }
}
