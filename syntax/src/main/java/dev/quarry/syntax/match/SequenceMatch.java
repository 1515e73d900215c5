package dev.quarry.syntax.match;

import java.util.List;

/// Matches a sequence against items that may stand for any number of its elements: item by item, after which elements
/// the items so far can end. No element is asked twice for the same item, whatever the number of wildcards.
final class SequenceMatch {
    private static final int NEVER = -1;

    private final NodeMatch match;
    private final int from;
    private final int length;
    /// By number of elements: whether the items so far can stand for so many.
    private boolean[] ends;

    /// @param from place of the first element among those of the match
    /// @param length number of elements
    SequenceMatch(NodeMatch match, int from, int length) {
        this.match = match;
        this.from = from;
        this.length = length;
    }

    boolean matches(List<Matcher.Item> items) {
        long least = 0;
        for (Matcher.Item item : items) {
            least += item.least();
        }
        if (least > length) {
            return false;
        }
        ends = new boolean[length + 1];
        ends[0] = true;
        for (Matcher.Item item : items) {
            if (!advance(item)) {
                return false;
            }
        }
        return ends[length];
    }

    /// Takes the next item; returns whether the items can stand for anything.
    private boolean advance(Matcher.Item item) {
        boolean[] following = new boolean[length + 1];
        boolean possible = false;
        int[] latest = latestEnds();
        // The first of the elements up to here that all match; elements behind no place to begin at don't count.
        int run = 0;
        for (int end = 0; end <= length; end++) {
            int first = Math.max(run, end - item.most());
            if (end > 0 && latest[end - 1] >= first && !match.matchesElement(from + end - 1, item.matcher())) {
                run = end;
                first = end;
            }
            int last = end - item.least();
            following[end] = last >= 0 && latest[last] >= first;
            possible |= following[end];
        }
        ends = following;
        return possible;
    }

    /// By number of elements: the most elements up to that for which the items so far can stand.
    private int[] latestEnds() {
        int[] latest = new int[length + 1];
        int last = NEVER;
        for (int i = 0; i <= length; i++) {
            last = ends[i] ? i : last;
            latest[i] = last;
        }
        return latest;
    }
}
