package dev.quarry.syntax.codecs;

/// A codec with a character, or none, for each byte.
final class SingleByteCodec extends PythonCodec implements PythonCodec.Step {
    private static final String ASCII = "ascii";

    /// By byte; -1 for bytes without a character.
    private final int[] characters;

    SingleByteCodec(String name, int[] characters) {
        super(name);
        this.characters = characters;
    }

    /// The code point of a byte, -1 if it has none.
    int character(int b) {
        return characters[b];
    }

    @Override
    Step begin() {
        return this;
    }

    @Override
    String errorName() {
        return name().equals(ASCII) ? ASCII : "charmap";
    }

    @Override
    public int decode(byte[] raw, int at, int end, Decoding out) {
        int character = characters[raw[at] & 0xFF];
        if (character < 0) {
            out.reason(name().equals(ASCII) ? "ordinal not in range(128)" : "character maps to <undefined>");
            return ~1;
        }
        out.append(character);
        return 1;
    }
}
