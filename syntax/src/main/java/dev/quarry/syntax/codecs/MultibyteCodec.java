package dev.quarry.syntax.codecs;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Map;

/// A codec whose characters have one to four bytes, none of which depends on those before: a charset of the JDK with
/// corrections.
final class MultibyteCodec extends PythonCodec implements PythonCodec.Step {
    static final String ILLEGAL = "illegal multibyte sequence";
    static final String INCOMPLETE = "incomplete multibyte sequence";
    /// What a correction has for bytes that are no character in Python.
    static final int[] NONE = {};

    private static final int LONGEST = 4;
    private static final int BYTES = 256;

    private final Charset charset;
    /// Bytes, the first one highest, to code points.
    private final Map<Integer, int[]> corrections;
    /// Code points of one byte, then of pairs; 0 is unknown yet, -1 is none, -2 is in the corrections.
    private final int[] single = new int[BYTES];
    private final int[] pairs = new int[BYTES * BYTES];

    MultibyteCodec(String name, Charset charset, Map<Integer, int[]> corrections) {
        super(name);
        this.charset = charset;
        this.corrections = corrections;
    }

    @Override
    Step begin() {
        return this;
    }

    @Override
    public int decode(byte[] raw, int at, int end, Decoding out) {
        int first = raw[at] & 0xFF;
        if (append(lookUp(single, first, 1), first, out)) {
            return 1;
        }
        if (at + 1 == end) {
            return beginsPairs(first) ? incomplete(1, out) : illegal(1, out);
        }
        int pair = first << 8 | raw[at + 1] & 0xFF;
        if (append(lookUp(pairs, pair, 2), pair, out)) {
            return 2;
        }
        int length = length(raw, at);
        if (length == 2) {
            // The characters that JIS X 0213 got in 2004 are rejected as a whole by the codec of 2000.
            boolean whole = name().equals("shift_jisx0213") && corrections.containsKey(pair);
            return illegal(whole ? 2 : 1, out);
        }
        if (at + length > end) {
            return incomplete(end - at, out);
        }
        int key = pair << 8 | raw[at + 2] & 0xFF;
        if (length == LONGEST) {
            key = key << 8 | raw[at + 3] & 0xFF;
        }
        int[] characters = characters(key, length);
        for (int character : characters) {
            out.append(character);
        }
        return characters.length > 0 ? length : illegal(1, out);
    }

    /// Whether a pair may begin with this byte, for all that Python's codec knows before it has seen the second.
    private boolean beginsPairs(int first) {
        return switch (name()) {
            case "shift_jis" -> first <= 0x9F && first != 0x80 || first >= 0xE0 && first <= 0xEA;
            case "shift_jis_2004", "shift_jisx0213" -> first <= 0x9F && first != 0x80 || first >= 0xE0 && first <= 0xFC;
            default -> true;
        };
    }

    /// The number of bytes that a character has whose first two are no character.
    private int length(byte[] raw, int at) {
        int second = raw[at + 1] & 0xFF;
        return switch (name()) {
            case "gb18030" -> second >= '0' && second <= '9' ? LONGEST : 2;
            case "euc_jp" -> (raw[at] & 0xFF) == 0x8F ? 3 : 2;
            default -> 2;
        };
    }

    static int incomplete(int length, Decoding out) {
        out.reason(INCOMPLETE);
        return ~length;
    }

    static int illegal(int length, Decoding out) {
        out.reason(ILLEGAL);
        return ~length;
    }

    private boolean append(int character, int key, Decoding out) {
        if (character == -2) {
            for (int corrected : corrections.get(key)) {
                out.append(corrected);
            }
            return true;
        }
        if (character == -1) {
            return false;
        }
        out.append(character);
        return true;
    }

    /// Threads that race here write the same.
    private int lookUp(int[] table, int key, int length) {
        if (key == 0) {
            return 0;
        }
        int character = table[key];
        if (character == 0) {
            int[] characters = characters(key, length);
            character = characters.length == 0 ? -1 : corrections.containsKey(key) ? -2 : characters[0];
            table[key] = character;
        }
        return character;
    }

    /// The code points of a sequence of bytes, the first one highest; empty when it is no character.
    int[] characters(int key, int length) {
        int[] corrected = corrections.get(key);
        return corrected != null ? corrected : decode(charset, key, length);
    }

    /// What the JDK makes of a sequence of bytes: one character, or none.
    static int[] decode(Charset charset, int key, int length) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (key >> 8 * (length - 1 - i));
        }
        CharBuffer decoded = CharBuffer.allocate(LONGEST);
        if (decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError()) {
            return NONE;
        }
        decoder.flush(decoded);
        int[] characters = decoded.flip().codePoints().toArray();
        return characters.length == 1 ? characters : NONE;
    }
}
