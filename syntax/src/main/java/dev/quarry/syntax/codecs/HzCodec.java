package dev.quarry.syntax.codecs;

/// HZ (RFC 1843), as CPython's `_codecs_cn` reads it: ASCII, and GB 2312 without high bits between `~{` and `~}`.
final class HzCodec extends PythonCodec {
    HzCodec(String name) {
        super(name);
    }

    @Override
    Step begin() {
        return new Step() {
            private final MultibyteCodec characters = (MultibyteCodec) CodecTable.find("gb2312");
            private boolean wide;

            @Override
            public int decode(byte[] raw, int at, int end, Decoding out) {
                if (raw[at] < 0) {
                    return MultibyteCodec.illegal(1, out);
                }
                if (raw[at] != '~' && !wide) {
                    out.append(raw[at]);
                    return 1;
                }
                if (at + 1 == end) {
                    return MultibyteCodec.incomplete(1, out);
                }
                return raw[at] == '~' ? escape(raw[at + 1], out) : pair(raw[at], raw[at + 1], out);
            }

            private int escape(byte second, Decoding out) {
                switch (second) {
                    case '}' -> {
                        if (!wide) {
                            return MultibyteCodec.illegal(1, out);
                        }
                        wide = false;
                    }
                    case '{', '\n', '~' -> {
                        if (wide) {
                            return MultibyteCodec.illegal(1, out);
                        }
                        wide = second == '{';
                        if (second == '~') {
                            out.append('~');
                        }
                    }
                    default -> {
                        return MultibyteCodec.illegal(1, out);
                    }
                }
                return 2;
            }

            private int pair(byte first, byte second, Decoding out) {
                int[] character = second < 0 ? MultibyteCodec.NONE
                        : characters.characters((first << 8 | second) | 0x8080, 2);
                if (character.length == 0) {
                    return MultibyteCodec.illegal(1, out);
                }
                out.append(character[0]);
                return 2;
            }
        };
    }
}
