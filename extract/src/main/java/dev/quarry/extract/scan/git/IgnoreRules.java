package dev.quarry.extract.scan.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An ordered list of ignore patterns, as one file holds them. The last one that matches decides.
public final class IgnoreRules {
    public static final IgnoreRules NONE = new IgnoreRules(new IgnorePattern[0]);
    /// What [#lastMatch] returns when no pattern matches.
    public static final int NO_MATCH = -1;

    private final IgnorePattern[] patterns;

    private IgnoreRules(IgnorePattern[] patterns) {
        this.patterns = patterns;
    }

    /// The rules of an ignore file.
    public static IgnoreRules parse(byte[] content, boolean foldCase) {
        List<IgnorePattern> patterns = new ArrayList<>();
        boolean marked = content.length >= 3 && content[0] == (byte) 0xef && content[1] == (byte) 0xbb
                && content[2] == (byte) 0xbf;
        int start = marked ? 3 : 0;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            // CR is part of a break only before LF; at the end of the file git keeps it in the pattern.
            boolean crlf = end < content.length && end > start && content[end - 1] == '\r';
            IgnorePattern pattern = IgnorePattern.parse(content, start, crlf ? end - 1 : end, foldCase);
            if (pattern != null) {
                patterns.add(pattern);
            }
            start = end + 1;
        }
        return patterns.isEmpty() ? NONE : new IgnoreRules(patterns.toArray(IgnorePattern[]::new));
    }

    /// The rules of an option; a rule's index is its place in the list.
    ///
    /// @throws IllegalArgumentException if a glob is blank, a comment or malformed; the message is the glob
    public static IgnoreRules of(List<String> globs) {
        IgnorePattern[] patterns = new IgnorePattern[globs.size()];
        for (int i = 0; i < patterns.length; i++) {
            byte[] glob = globs.get(i).getBytes(StandardCharsets.UTF_8);
            patterns[i] = IgnorePattern.parse(glob, 0, glob.length, false);
            if (patterns[i] == null) {
                throw new IllegalArgumentException(globs.get(i));
            }
        }
        return patterns.length == 0 ? NONE : new IgnoreRules(patterns);
    }

    public boolean isEmpty() {
        return patterns.length == 0;
    }

    /// 0-based index of the last pattern that matches, or [#NO_MATCH]; see [IgnorePattern#matches].
    public int lastMatch(byte[] path, int from, int to, boolean directory) {
        for (int i = patterns.length - 1; i >= 0; i--) {
            if (patterns[i].matches(path, from, to, directory)) {
                return i;
            }
        }
        return NO_MATCH;
    }

    /// Whether the pattern at an index that [#lastMatch] returned is negated (`!`).
    public boolean isNegated(int index) {
        return patterns[index].isNegated();
    }
}
