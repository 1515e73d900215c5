package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstTable;
import java.util.ArrayList;
import java.util.List;

/// Finds the nodes of files that patterns match. One per worker: it keeps its buffers from file to file.
///
/// Patterns are sorted by the classes of nodes that they can match: a node of any other class is not looked at, and a
/// file without any of them is read over once.
public final class PatternFinder {
    /// Takes what is found.
    @FunctionalInterface
    public interface Hits {
        /// @param pattern its place among the finder's patterns
        /// @param row the node
        void hit(int pattern, int row);
    }

    private static final int[] NONE = {};

    private final List<NodePattern> patterns;
    /// By ordinal of the class of a node: the patterns that may match it.
    private final int[][] candidates;
    private final NodeMatch match = new NodeMatch();

    public PatternFinder(List<NodePattern> patterns) {
        this.patterns = List.copyOf(patterns);
        this.candidates = candidates(this.patterns);
    }

    private static int[][] candidates(List<NodePattern> patterns) {
        CstKind[] kinds = CstKind.values();
        int[][] candidates = new int[kinds.length][];
        for (CstKind kind : kinds) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < patterns.size(); i++) {
                if (patterns.get(i).rootKinds().contains(kind)) {
                    numbers.add(i);
                }
            }
            candidates[kind.ordinal()] = numbers.isEmpty() ? NONE
                    : numbers.stream().mapToInt(Integer::intValue).toArray();
        }
        return candidates;
    }

    /// Finds all nodes of a table that match, in the order of the table, for one node in the order of the patterns.
    public void find(CstTable table, Hits hits) {
        match.table(table);
        for (int row = 0; row < table.size(); row++) {
            for (int pattern : candidates[table.kind(row).ordinal()]) {
                if (match.matches(row, patterns.get(pattern).root())) {
                    hits.hit(pattern, row);
                }
            }
        }
    }
}
