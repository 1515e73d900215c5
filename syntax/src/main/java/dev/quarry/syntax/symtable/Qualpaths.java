package dev.quarry.syntax.symtable;

import java.util.Optional;

/// Texts that tell the scopes of a file apart: the names of the scopes from the module to a scope, joined by `::`. A
/// name that an earlier scope of the same parent has is followed by `#2`, `#3` and so on.
///
/// Each path repeats the one of the scope around, so that they grow with the square of the depth.
public final class Qualpaths {
    private final SymbolTable table;
    private final int[] names;
    private final String[] paths;

    private Qualpaths(SymbolTable table) {
        this.table = table;
        names = ScopeNames.of(table);
        paths = new String[table.scopeCount()];
    }

    /// The paths of a file; empty if all of them together have more characters than `limit`.
    public static Optional<Qualpaths> of(SymbolTable table, int limit) {
        var paths = new Qualpaths(table);
        return paths.build(limit) ? Optional.of(paths) : Optional.empty();
    }

    public String of(int scope) {
        return paths[scope];
    }

    private boolean build(int limit) {
        var counts = new int[table.names().size()];
        var path = new StringBuilder();
        paths[0] = table.name(0);
        long length = 0;
        for (int scope = 0; scope < paths.length; scope++) {
            int end = table.subtreeEnd(scope);
            for (int child = scope + 1; child < end; child = table.subtreeEnd(child)) {
                int count = ++counts[names[child]];
                path.setLength(0);
                path.append(paths[scope]).append("::").append(table.name(child));
                if (count > 1) {
                    path.append('#').append(count);
                }
                length += path.length();
                if (length > limit) {
                    return false;
                }
                paths[child] = path.toString();
            }
            for (int child = scope + 1; child < end; child = table.subtreeEnd(child)) {
                counts[names[child]] = 0;
            }
        }
        return true;
    }
}
