package dev.quarry.syntax.symtable;

import java.util.Arrays;

/// Which scope a place in the source belongs to.
///
/// A region is a range of bytes whose names a scope evaluates or binds, those of the scopes within included. A function
/// has one for the name of each parameter and one for its body; a lambda likewise; a class its body; a comprehension
/// all but its first iterable; a scope of type parameters their list, a class's bases and keywords and a function's
/// annotations; a type variable its bound or default; a type alias its value; a scope of annotations each of them; the
/// module the file. Defaults, decorators and a comprehension's first iterable are thus the scope's around, as in
/// CPython.
///
/// A place belongs to the scope with the smallest region around it, the innermost of those that share it. Offsets are
/// those of [dev.quarry.syntax.SourceText#utf8]. Immutable.
public final class ScopeRegions {
    private final int[] firstRegions;
    private final int[] starts;
    private final int[] ends;
    /// Offsets at which another scope begins or goes on, ascending, and those scopes.
    private final int[] changes;
    private final int[] scopes;

    private ScopeRegions(int[] firstRegions, int[] starts, int[] ends, int[] changes, int[] scopes) {
        this.firstRegions = firstRegions;
        this.starts = starts;
        this.ends = ends;
        this.changes = changes;
        this.scopes = scopes;
    }

    public static ScopeRegions of(SymbolTable table) {
        var collector = new RegionCollector(table);
        collector.collect();
        return new Layers(collector).flatten();
    }

    /// The scope's first region; regions of all scopes are numbered in one row, those of a scope by their place.
    public int firstRegion(int scope) {
        return firstRegions[scope];
    }

    /// The region after the scope's last one. A scope has none where the source lacks the part that it would be for.
    public int endRegion(int scope) {
        return firstRegions[scope + 1];
    }

    public int regionCount() {
        return starts.length;
    }

    /// Offset of the region's first byte.
    public int start(int region) {
        return starts[region];
    }

    /// Offset after the region's last byte.
    public int end(int region) {
        return ends[region];
    }

    /// The scope that evaluates or binds a name which begins at the offset: its number in the [SymbolTable].
    public int scopeAt(int offset) {
        int low = 0;
        int high = changes.length;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (changes[middle] <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return scopes[low];
    }

    /// Lays the regions over each other, from the outermost to the innermost.
    private static final class Layers {
        private final RegionCollector collected;
        private final int[] scopeOf;
        private int[] open = new int[32];
        private int[] openEnds = new int[32];
        private int depth;
        private int[] changes;
        private int[] scopes;
        private int count;

        Layers(RegionCollector collected) {
            this.collected = collected;
            int regions = collected.regionCount;
            scopeOf = new int[regions];
            // Each region begins one piece and ends another.
            changes = new int[regions * 2];
            scopes = new int[regions * 2];
        }

        ScopeRegions flatten() {
            int regions = collected.regionCount;
            int[] firstRegions = collected.firstRegions;
            var order = new long[regions];
            for (int scope = 0; scope < firstRegions.length - 1; scope++) {
                for (int region = firstRegions[scope]; region < firstRegions[scope + 1]; region++) {
                    scopeOf[region] = scope;
                    // Of regions that begin together the outer one has the smaller number, as scopes are numbered from
                    // the outside in.
                    order[region] = (long) collected.starts[region] << 32 | region;
                }
            }
            Arrays.sort(order);
            for (long next : order) {
                int region = (int) next;
                closeUpTo(collected.starts[region]);
                push(region);
                change(collected.starts[region], scopeOf[region]);
            }
            closeUpTo(Integer.MAX_VALUE);
            return new ScopeRegions(firstRegions, Arrays.copyOf(collected.starts, regions),
                    Arrays.copyOf(collected.ends, regions), Arrays.copyOf(changes, count),
                    Arrays.copyOf(scopes, count));
        }

        private void closeUpTo(int offset) {
            while (depth > 1 && openEnds[depth - 1] <= offset) {
                depth--;
                change(openEnds[depth], scopeOf[open[depth - 1]]);
            }
        }

        private void push(int region) {
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
                openEnds = Arrays.copyOf(openEnds, depth * 2);
            }
            open[depth] = region;
            openEnds[depth++] = collected.ends[region];
        }

        private void change(int offset, int scope) {
            if (count > 0 && changes[count - 1] == offset) {
                scopes[count - 1] = scope;
            } else {
                changes[count] = offset;
                scopes[count++] = scope;
            }
        }
    }
}
