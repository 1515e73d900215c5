package dev.quarry.store.batch;

import java.util.Arrays;
import java.util.List;

/// A column of text that repeats: each different text is stored once per batch and rows hold its index.
///
/// The cheapest use interns a text once with [#entry] and adds the index for each row.
public final class DictionaryColumn extends StringColumn {
    private final TextDictionary entries = new TextDictionary();
    /// Entries by texts that came as a [String], so that a known one is found without encoding it: open addressing, the
    /// length is a power of two.
    private String[] texts = new String[128];
    private int[] textEntries = new int[128];
    private int textCount;
    private int[] indices = new int[64];
    private int size;

    DictionaryColumn(String name) {
        super(name);
    }

    /// The index of a text in this batch's dictionary; valid until the batch is built.
    public int entry(String text) {
        int mask = texts.length - 1;
        int slot = TextDictionary.spread(text.hashCode()) & mask;
        while (texts[slot] != null) {
            if (texts[slot].equals(text)) {
                return textEntries[slot];
            }
            slot = slot + 1 & mask;
        }
        int entry = entries.intern(text);
        texts[slot] = text;
        textEntries[slot] = entry;
        if (++textCount * 2 > texts.length) {
            growTexts();
        }
        return entry;
    }

    /// The index of a text, given as valid UTF-8, in this batch's dictionary; valid until the batch is built.
    public int entry(byte[] utf8, int offset, int length) {
        return entries.intern(utf8, offset, length);
    }

    /// Adds the text with this index.
    public void add(int entry) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, size * 2);
        }
        indices[size++] = entry;
    }

    /// Adds the text with this index `count` times.
    public void addRepeated(int entry, int count) {
        if (size + count > indices.length) {
            indices = Arrays.copyOf(indices, Math.max(size + count, size * 2));
        }
        Arrays.fill(indices, size, size + count, entry);
        size += count;
    }

    @Override
    public void add(String text) {
        if (text == null) {
            addNull();
        } else {
            add(entry(text));
        }
    }

    @Override
    public void add(byte[] utf8, int offset, int length) {
        add(entry(utf8, offset, length));
    }

    @Override
    public void addNull() {
        markNull(size);
        add(0);
    }

    @Override
    public int size() {
        return size;
    }

    private void growTexts() {
        String[] oldTexts = texts;
        int[] oldEntries = textEntries;
        texts = new String[oldTexts.length * 2];
        textEntries = new int[texts.length];
        int mask = texts.length - 1;
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                int slot = TextDictionary.spread(oldTexts[i].hashCode()) & mask;
                while (texts[slot] != null) {
                    slot = slot + 1 & mask;
                }
                texts[slot] = oldTexts[i];
                textEntries[slot] = oldEntries[i];
            }
        }
    }

    @Override
    void clear() {
        entries.clear();
        Arrays.fill(texts, null);
        textCount = 0;
        size = 0;
        clearNulls();
    }

    @Override
    long bufferBytes() {
        return validityBytes() + BufferCursor.padded(size * 4L) + entries.texts().bufferBytes();
    }

    @Override
    ArrowNode write(BufferCursor buffer) {
        long validity = writeValidity(buffer);
        long values = buffer.ints(indices, size);
        ArrowNode dictionary = ArrowNode.flat(entries.size(), 0, ArrowNode.ABSENT, entries.texts().writeOffsets(buffer),
                entries.texts().writeBytes(buffer));
        return new ArrowNode(size, nullCount(), new long[] {validity, values}, List.of(), dictionary);
    }

    @Override
    ArrowType type() {
        return new ArrowType(name(), "i", true, List.of(), ArrowType.flat("", "u"));
    }
}
