package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Takes nested values apart: each leaf gets its values, and levels that say which lists and records they lie in
/// (Melnik et al., "Dremel: Interactive Analysis of Web-Scale Datasets", section 4).
abstract sealed class NestedValues {
    private byte[] validity;
    private int validityBase;

    /// Copies the values `from` to `to - 1` out of a batch; the next calls are about them.
    void load(MemorySegment memory, ArrowNode node, int from, int to) {
        validityBase = from & -Byte.SIZE;
        boolean complete = node.nullCount() == 0 || node.buffers()[0] == ArrowNode.ABSENT || from == to;
        validity = complete ? null : LeafWriter.validity(memory, node, validityBase, to);
    }

    final boolean isNull(int index) {
        if (validity == null) {
            return false;
        }
        int bit = index - validityBase;
        return (validity[bit >> 3] >> (bit & 7) & 1) == 0;
    }

    /// Adds a value of the batch.
    ///
    /// @param repetition which list the value continues, 0 for none
    /// @param definition how many of the groups around it are there
    abstract void add(int index, int repetition, int definition);

    /// Notes for all leaves that there is nothing.
    abstract void addNothing(int repetition, int definition);

    /// A plain value.
    static final class Leaf extends NestedValues {
        private final LeafWriter writer;
        /// Levels that a value adds: none if it is always there.
        private final int present;

        Leaf(LeafWriter writer, boolean required) {
            this.writer = writer;
            this.present = required ? 0 : 1;
        }

        @Override
        void load(MemorySegment memory, ArrowNode node, int from, int to) {
            super.load(memory, node, from, to);
            writer.load(memory, node, from, to);
        }

        @Override
        void add(int index, int repetition, int definition) {
            if (isNull(index)) {
                writer.addLevels(repetition, definition);
            } else {
                writer.addLevels(repetition, definition + present);
                writer.add(index, index + 1);
            }
        }

        @Override
        void addNothing(int repetition, int definition) {
            writer.addLevels(repetition, definition);
        }
    }

    /// A record.
    static final class Struct extends NestedValues {
        private final List<NestedValues> fields;
        private final int present;

        /// @param required whether it is always there, as the entries of a map are
        Struct(List<NestedValues> fields, boolean required) {
            this.fields = List.copyOf(fields);
            this.present = required ? 0 : 1;
        }

        @Override
        void load(MemorySegment memory, ArrowNode node, int from, int to) {
            super.load(memory, node, from, to);
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).load(memory, node.children().get(i), from, to);
            }
        }

        @Override
        void add(int index, int repetition, int definition) {
            if (isNull(index)) {
                addNothing(repetition, definition);
            } else {
                for (NestedValues field : fields) {
                    field.add(index, repetition, definition + present);
                }
            }
        }

        @Override
        void addNothing(int repetition, int definition) {
            for (NestedValues field : fields) {
                field.addNothing(repetition, definition);
            }
        }
    }

    /// A list, or a map as a list of its entries.
    static final class Repeated extends NestedValues {
        private final NestedValues elements;
        /// Level of a further element.
        private final int repetitions;
        private int[] offsets = new int[0];
        private int base;

        Repeated(NestedValues elements, int repetitions) {
            this.elements = elements;
            this.repetitions = repetitions;
        }

        @Override
        void load(MemorySegment memory, ArrowNode node, int from, int to) {
            super.load(memory, node, from, to);
            base = from;
            int count = to - from + 1;
            if (offsets.length < count) {
                offsets = new int[Math.max(count, offsets.length * 2)];
            }
            MemorySegment.copy(memory, ValueLayout.JAVA_INT, node.buffers()[1] + from * 4L, offsets, 0, count);
            elements.load(memory, node.children().getFirst(), offsets[0], offsets[count - 1]);
        }

        @Override
        void add(int index, int repetition, int definition) {
            int start = offsets[index - base];
            int end = offsets[index - base + 1];
            if (isNull(index)) {
                elements.addNothing(repetition, definition);
            } else if (start == end) {
                elements.addNothing(repetition, definition + 1);
            } else {
                elements.add(start, repetition, definition + 2);
                for (int i = start + 1; i < end; i++) {
                    elements.add(i, repetitions, definition + 2);
                }
            }
        }

        @Override
        void addNothing(int repetition, int definition) {
            elements.addNothing(repetition, definition);
        }
    }
}
