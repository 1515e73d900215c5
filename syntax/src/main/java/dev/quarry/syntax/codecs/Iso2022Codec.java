package dev.quarry.syntax.codecs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// The codecs of ISO/IEC 2022, in which escape sequences say what the bytes after them mean, as CPython's
/// `_codecs_iso2022` reads them.
final class Iso2022Codec extends PythonCodec {
    private static final int ESCAPE = 0x1B;
    private static final int SHIFT_OUT = 0x0E;
    private static final int SHIFT_IN = 0x0F;
    /// Longest escape sequence; one that is longer ends nowhere.
    private static final int LONGEST = 16;

    /// The sets of characters that sequences designate.
    enum CharacterSet {
        ASCII("B", 1),
        JIS_X_0201_ROMAN("J", 1), JIS_X_0201_KATAKANA("I", 1),
        JIS_X_0208_1978("$@", 2), JIS_X_0208("$B", 2), JIS_X_0212("$D", 2),
        JIS_X_0213_2000("$O", 2), JIS_X_0213_PLANE_2("$P", 2), JIS_X_0213_2004("$Q", 2),
        KS_X_1001("$C", 2), GB_2312("$A", 2),
        LATIN_1("A", 1), GREEK("F", 1);

        /// The final byte of its sequences, behind `$` if a character has two bytes.
        private final String mark;
        private final int width;

        CharacterSet(String mark, int width) {
            this.mark = mark;
            this.width = width;
        }
    }

    private static final Map<String, Set<CharacterSet>> SETS = Map.of(
            "iso2022_jp", Set.of(CharacterSet.JIS_X_0208, CharacterSet.JIS_X_0201_ROMAN, CharacterSet.JIS_X_0208_1978),
            "iso2022_jp_1", Set.of(CharacterSet.JIS_X_0208, CharacterSet.JIS_X_0212, CharacterSet.JIS_X_0201_ROMAN,
                    CharacterSet.JIS_X_0208_1978),
            "iso2022_jp_2", Set.of(CharacterSet.JIS_X_0208, CharacterSet.JIS_X_0212, CharacterSet.KS_X_1001,
                    CharacterSet.GB_2312, CharacterSet.JIS_X_0201_ROMAN, CharacterSet.JIS_X_0208_1978,
                    CharacterSet.LATIN_1, CharacterSet.GREEK),
            "iso2022_jp_2004", Set.of(CharacterSet.JIS_X_0213_2004, CharacterSet.JIS_X_0208,
                    CharacterSet.JIS_X_0213_PLANE_2),
            "iso2022_jp_3", Set.of(CharacterSet.JIS_X_0213_2000, CharacterSet.JIS_X_0208,
                    CharacterSet.JIS_X_0213_PLANE_2),
            "iso2022_jp_ext", Set.of(CharacterSet.JIS_X_0208, CharacterSet.JIS_X_0212, CharacterSet.JIS_X_0201_ROMAN,
                    CharacterSet.JIS_X_0201_KATAKANA, CharacterSet.JIS_X_0208_1978),
            "iso2022_kr", Set.of(CharacterSet.KS_X_1001));

    private final Set<CharacterSet> sets;
    /// Whether control characters shift between G0 and G1.
    private final boolean shifts;
    /// Whether characters of G2 can be reached, each by a sequence of its own.
    private final boolean hasG2;

    Iso2022Codec(String name) {
        super(name);
        sets = SETS.get(name);
        shifts = name.equals("iso2022_kr");
        hasG2 = name.equals("iso2022_jp_2");
    }

    @Override
    Step begin() {
        return new Designations();
    }

    /// What has been designated so far.
    private final class Designations implements Step {
        private final CharacterSet[] designated = {CharacterSet.ASCII, CharacterSet.ASCII, CharacterSet.ASCII};
        private boolean shifted;
        /// In a sequence that is none of ISO 2022: its bytes are characters.
        private boolean foreign;

        @Override
        public int decode(byte[] raw, int at, int end, Decoding out) {
            int c = raw[at] & 0xFF;
            if (foreign) {
                foreign = !isFinal(c);
                return character(c, 1, out);
            }
            switch (c) {
                case ESCAPE -> {
                    return escape(raw, at, end, out);
                }
                case SHIFT_IN, SHIFT_OUT -> {
                    if (shifts) {
                        shifted = c == SHIFT_OUT;
                        return 1;
                    }
                    return character(c, 1, out);
                }
                case '\n' -> {
                    shifted = false;
                    return character(c, 1, out);
                }
                default -> {
                    if (c > 0x7F) {
                        return MultibyteCodec.illegal(1, out);
                    }
                    CharacterSet set = designated[shifted ? 1 : 0];
                    return c < ' ' || set == CharacterSet.ASCII ? character(c, 1, out) : of(set, raw, at, end, out);
                }
            }
        }

        private int of(CharacterSet set, byte[] raw, int at, int end, Decoding out) {
            if (end - at < set.width) {
                return MultibyteCodec.incomplete(end - at, out);
            }
            int key = set.width == 1 ? raw[at] : raw[at] << 8 | raw[at + 1] & 0xFF;
            int[] characters = raw[at + set.width - 1] < 0 ? MultibyteCodec.NONE : characters(set, key);
            for (int character : characters) {
                out.append(character);
            }
            return characters.length > 0 ? set.width : MultibyteCodec.illegal(set.width, out);
        }

        private int escape(byte[] raw, int at, int end, Decoding out) {
            if (end - at < 2) {
                return MultibyteCodec.incomplete(1, out);
            }
            switch (raw[at + 1]) {
                case '(', ')', '$', '.', '&' -> {
                    return designate(raw, at, end, out);
                }
                case 'N' -> {
                    if (hasG2) {
                        return end - at < 3 ? MultibyteCodec.incomplete(2, out) : ofG2(raw[at + 2] & 0xFF, out);
                    }
                }
                default -> { }
            }
            foreign = true;
            return character(ESCAPE, 1, out);
        }

        /// A sequence that designates a set.
        private int designate(byte[] raw, int at, int end, Decoding out) {
            int length = 0;
            for (int i = 1; i < LONGEST && length == 0; i++) {
                if (at + i >= end) {
                    return MultibyteCodec.incomplete(end - at, out);
                }
                if (isFinal(raw[at + i])) {
                    length = i + 1;
                } else if (!shifts && at + i + 1 < end && raw[at + i] == '&' && raw[at + i + 1] == '@') {
                    // The revision of JIS X 0208 of 1990: another sequence follows at once.
                    i += 2;
                }
            }
            if (length == 0) {
                return MultibyteCodec.illegal(1, out);
            }
            String sequence = new String(raw, at + 1, length - 1, StandardCharsets.ISO_8859_1);
            if (length == 6 && sequence.endsWith("\u001B$B") && !shifts) {
                designated[0] = CharacterSet.JIS_X_0208;
                return length;
            }
            int register = 0;
            String mark = sequence;
            boolean wide = sequence.charAt(0) == '$';
            if (length == (wide ? 4 : 3)) {
                register = "().".indexOf(sequence.charAt(wide ? 1 : 0));
                mark = (wide ? "$" : "") + sequence.charAt(length - 2);
            } else if (length != 3) {
                return MultibyteCodec.illegal(length, out);
            }
            if (register < 0 || register == 2 && (wide || !hasG2)) {
                return MultibyteCodec.illegal(length, out);
            }
            for (CharacterSet set : CharacterSet.values()) {
                if (set.mark.equals(mark) && (set == CharacterSet.ASCII || sets.contains(set))) {
                    designated[register] = set;
                    return length;
                }
            }
            return MultibyteCodec.illegal(length, out);
        }

        private int ofG2(int c, Decoding out) {
            return switch (designated[2]) {
                case LATIN_1 -> c < 0x80 ? character(c + 0x80, 3, out) : MultibyteCodec.illegal(3, out);
                case GREEK -> {
                    int greek = c < 0x80 ? ((SingleByteCodec) CodecTable.find("iso8859_7")).character(c + 0x80) : -1;
                    yield greek < 0 ? MultibyteCodec.illegal(3, out) : character(greek, 3, out);
                }
                default -> c < 0x80 ? character(c, 3, out) : MultibyteCodec.illegal(3, out);
            };
        }
    }

    private static boolean isFinal(int c) {
        return c >= '@' && c <= 'Z';
    }

    private static int character(int character, int length, Decoding out) {
        out.append(character);
        return length;
    }

    /// The characters of a set, as codecs have them that hold the set.
    ///
    /// @param key the bytes of a character, without their high bits
    private static int[] characters(CharacterSet set, int key) {
        return switch (set) {
            case JIS_X_0201_ROMAN -> new int[] {key == '\\' ? 0xA5 : key == '~' ? 0x203E : key};
            case JIS_X_0201_KATAKANA -> key >= 0x21 && key <= 0x5F ? new int[] {key + 0xFF40} : MultibyteCodec.NONE;
            case JIS_X_0208, JIS_X_0208_1978 -> multibyte("euc_jp").characters(key | 0x8080, 2);
            case JIS_X_0212 -> multibyte("euc_jp").characters(0x8F8080 | key, 3);
            case JIS_X_0213_2000 -> ofJisX0213("shift_jisx0213", 1, key);
            case JIS_X_0213_2004 -> ofJisX0213("shift_jis_2004", 1, key);
            case JIS_X_0213_PLANE_2 -> ofJisX0213("shift_jis_2004", 2, key);
            case KS_X_1001 -> multibyte("euc_kr").characters(key | 0x8080, 2);
            case GB_2312 -> multibyte("gb2312").characters(key | 0x8080, 2);
            case ASCII, LATIN_1, GREEK -> MultibyteCodec.NONE;
        };
    }

    private static MultibyteCodec multibyte(String name) {
        return (MultibyteCodec) CodecTable.find(name);
    }

    /// A character by its row and cell in Shift JIS, where two rows have the same first byte.
    private static int[] ofJisX0213(String codec, int plane, int key) {
        int row = (key >> 8) - 0x20;
        int cell = (key & 0xFF) - 0x20;
        if (row < 1 || row > 94 || cell < 1 || cell > 94) {
            return MultibyteCodec.NONE;
        }
        if (plane == 1 && row == 1 && cell == 32) {
            return new int[] {0xFF3C};
        }
        int first;
        if (plane == 1) {
            first = (row - 1 >> 1) + (row <= 62 ? 0x81 : 0xC1);
        } else {
            int pair = switch (row) {
                case 1, 8 -> 0;
                case 3, 4 -> 1;
                case 5, 12 -> 2;
                case 13, 14 -> 3;
                case 15 -> 4;
                default -> row >= 78 ? 4 + (row - 77 >> 1) : -1;
            };
            if (pair < 0) {
                return MultibyteCodec.NONE;
            }
            first = 0xF0 + pair;
        }
        int second = (row & 1) == 1 ? cell + (cell <= 63 ? 0x3F : 0x40) : cell + 0x9E;
        return multibyte(codec).characters(first << 8 | second, 2);
    }
}
