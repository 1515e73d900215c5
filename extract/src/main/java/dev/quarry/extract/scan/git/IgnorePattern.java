package dev.quarry.extract.scan.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One line of gitignore syntax, compiled.
///
/// Matching works on bytes, as git does it, and never backtracks further than the last `*` and the last `**`: a `*` stays
/// inside its path segment, so a segment that matched once need not be matched another way.
public final class IgnorePattern {
    private static final int ANY_BYTE = 256;
    private static final int STAR = 257;
    /// `**/`: any number of whole segments, also none.
    private static final int SEGMENTS = 258;
    /// `**` at the end: everything below.
    private static final int REST = 259;
    /// Codes from here on are bracket expressions, by index.
    private static final int CLASS = 512;

    private final int[] codes;
    private final boolean[][] classes;
    private final boolean negated;
    private final boolean directoryOnly;
    private final boolean nameOnly;
    private final boolean foldCase;

    private IgnorePattern(
            int[] codes,
            boolean[][] classes,
            boolean negated,
            boolean directoryOnly,
            boolean nameOnly,
            boolean foldCase) {
        this.codes = codes;
        this.classes = classes;
        this.negated = negated;
        this.directoryOnly = directoryOnly;
        this.nameOnly = nameOnly;
        this.foldCase = foldCase;
    }

    /// Compiles a line without its line break.
    ///
    /// @param foldCase whether ASCII letters match in either case (`core.ignoreCase`)
    /// @return null for a blank line, a comment, or a pattern that can match nothing
    public static IgnorePattern parse(byte[] line, int from, int to, boolean foldCase) {
        int start = from;
        int end = trimmedEnd(line, from, to);
        if (start == end || line[start] == '#') {
            return null;
        }
        boolean negated = line[start] == '!';
        if (negated) {
            start++;
        }
        boolean directoryOnly = end > start && line[end - 1] == '/';
        if (directoryOnly) {
            end--;
        }
        boolean nameOnly = true;
        for (int i = start; i < end; i++) {
            nameOnly &= line[i] != '/';
        }
        if (!nameOnly && line[start] == '/') {
            start++;
        }
        if (start == end) {
            return null;
        }
        Compiler compiler = new Compiler(line, start, end, foldCase);
        if (!compiler.compile(!nameOnly)) {
            return null;
        }
        return new IgnorePattern(
                Arrays.copyOf(compiler.codes, compiler.length),
                compiler.classes.toArray(boolean[][]::new),
                negated,
                directoryOnly,
                nameOnly,
                foldCase);
    }

    public static IgnorePattern parse(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length, false);
    }

    /// Spaces at the end do not count unless the first of them is escaped.
    private static int trimmedEnd(byte[] line, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            if (line[i] == '\\' && i + 1 < to) {
                i++;
                end = i + 1;
            } else if (line[i] != ' ') {
                end = i + 1;
            }
        }
        return end;
    }

    /// Whether a match takes paths out of what earlier patterns matched (`!`).
    public boolean isNegated() {
        return negated;
    }

    /// Whether a path matches. Says nothing about paths below a matching directory.
    ///
    /// @param path bytes that hold the path
    /// @param from offset of the path relative to the folder of the pattern, without leading `/`
    /// @param to end of the path, without trailing `/`
    /// @param directory whether the path is a directory
    public boolean matches(byte[] path, int from, int to, boolean directory) {
        if (directoryOnly && !directory) {
            return false;
        }
        int start = from;
        if (nameOnly) {
            start = to;
            while (start > from && path[start - 1] != '/') {
                start--;
            }
        }
        return matches(path, start, to);
    }

    private boolean matches(byte[] path, int from, int to) {
        int p = 0;
        int t = from;
        int starPattern = -1;
        int starText = 0;
        int segmentsPattern = -1;
        int segmentsText = 0;
        while (true) {
            if (p < codes.length) {
                int code = codes[p];
                if (code == STAR) {
                    starPattern = ++p;
                    starText = t;
                    continue;
                }
                if (code == SEGMENTS) {
                    segmentsPattern = ++p;
                    segmentsText = t;
                    starPattern = -1;
                    continue;
                }
                if (code == REST) {
                    return t < to;
                }
                if (t < to && matchesByte(code, path[t])) {
                    if (code == '/') {
                        starPattern = -1;
                    }
                    p++;
                    t++;
                    continue;
                }
            } else if (t == to) {
                return true;
            }
            if (starPattern >= 0 && starText < to && path[starText] != '/') {
                p = starPattern;
                t = ++starText;
                continue;
            }
            if (segmentsPattern < 0) {
                return false;
            }
            while (segmentsText < to && path[segmentsText] != '/') {
                segmentsText++;
            }
            if (segmentsText >= to) {
                return false;
            }
            p = segmentsPattern;
            t = ++segmentsText;
            starPattern = -1;
        }
    }

    private boolean matchesByte(int code, byte b) {
        int c = b & 0xff;
        if (foldCase) {
            c = lower(c);
        }
        if (code < ANY_BYTE) {
            return code == c;
        }
        return c != '/' && (code == ANY_BYTE || classes[code - CLASS][c]);
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    /// Turns the text of a pattern into codes.
    private static final class Compiler {
        private final byte[] text;
        private final int end;
        private final boolean foldCase;
        private final List<boolean[]> classes = new ArrayList<>();
        private final int[] codes;
        private int length;
        private int at;

        Compiler(byte[] text, int start, int end, boolean foldCase) {
            this.text = text;
            this.at = start;
            this.end = end;
            this.foldCase = foldCase;
            this.codes = new int[end - start];
        }

        /// Whether the pattern is well formed; one that is not matches nothing.
        boolean compile(boolean withSegments) {
            while (at < end) {
                int c = text[at++] & 0xff;
                if (c == '*') {
                    stars(withSegments);
                } else if (c == '?') {
                    codes[length++] = ANY_BYTE;
                } else if (c == '[') {
                    boolean[] members = new boolean[256];
                    if (!bracket(members)) {
                        return false;
                    }
                    codes[length++] = CLASS + classes.size();
                    classes.add(members);
                } else {
                    if (c == '\\') {
                        if (at == end) {
                            return false;
                        }
                        c = text[at++] & 0xff;
                    }
                    codes[length++] = foldCase ? lower(c) : c;
                }
            }
            return true;
        }

        private void stars(boolean withSegments) {
            int run = 1;
            while (at < end && text[at] == '*') {
                at++;
                run++;
            }
            boolean segmentStart = length == 0 || codes[length - 1] == '/' || codes[length - 1] == SEGMENTS;
            if (withSegments && run > 1 && segmentStart && at == end) {
                codes[length++] = REST;
            } else if (withSegments && run > 1 && segmentStart && text[at] == '/') {
                at++;
                codes[length++] = SEGMENTS;
            } else {
                codes[length++] = STAR;
            }
        }

        private boolean bracket(boolean[] members) {
            boolean complement = at < end && (text[at] == '!' || text[at] == '^');
            if (complement) {
                at++;
            }
            int previous = -1;
            boolean first = true;
            while (true) {
                if (at >= end) {
                    return false;
                }
                int c = text[at++] & 0xff;
                if (c == ']' && !first) {
                    break;
                }
                first = false;
                if (c == '-' && previous >= 0 && at < end && text[at] != ']') {
                    int last = text[at++] & 0xff;
                    if (last == '\\') {
                        if (at >= end) {
                            return false;
                        }
                        last = text[at++] & 0xff;
                    }
                    for (int member = previous; member <= last; member++) {
                        members[member] = true;
                    }
                    previous = -1;
                } else if (c == '[' && at < end && text[at] == ':') {
                    int nameEnd = at + 1;
                    while (nameEnd < end && text[nameEnd] != ']') {
                        nameEnd++;
                    }
                    if (nameEnd < end && text[nameEnd - 1] == ':' && nameEnd - 1 > at) {
                        String name =
                                new String(text, at + 1, nameEnd - 2 - at, StandardCharsets.ISO_8859_1);
                        if (!CharacterClass.add(name, members)) {
                            return false;
                        }
                        at = nameEnd + 1;
                    } else {
                        members['['] = true;
                    }
                    previous = -1;
                } else {
                    if (c == '\\') {
                        if (at >= end) {
                            return false;
                        }
                        c = text[at++] & 0xff;
                    }
                    members[c] = true;
                    previous = c;
                }
            }
            if (foldCase) {
                for (int upper = 'A'; upper <= 'Z'; upper++) {
                    members[upper + 32] |= members[upper];
                }
            }
            if (complement) {
                for (int member = 0; member < members.length; member++) {
                    members[member] = !members[member];
                }
            }
            return true;
        }
    }
}
