package dev.quarry.syntax.resolve;

import java.util.Arrays;

/// The bindings of the file that is being read, as they are met.
final class BindingTable {
    final Ints scopes = new Ints();
    final Ints names = new Ints();
    final Ints kinds = new Ints();
    final Ints offsets = new Ints();
    final Ints suites = new Ints();
    final Ints starts = new Ints();
    final Ints ends = new Ints();
    final Ints values = new Ints();

    void clear() {
        for (Ints column : new Ints[] {scopes, names, kinds, offsets, suites, starts, ends, values}) {
            column.clear();
        }
    }

    /// @param offset from which on the binding counts
    /// @param value a value, for functions and classes a scope; may be set later
    int add(BindingKind kind, int scope, int name, int suite, int offset, int start, int end, int value) {
        scopes.add(scope);
        names.add(name);
        kinds.add(kind.ordinal());
        offsets.add(offset);
        suites.add(suite);
        starts.add(start);
        ends.add(end);
        values.add(value);
        return kinds.size() - 1;
    }

    /// The bindings in the order of scope, name, offset; equal ones as they were met.
    int[] order() {
        Integer[] boxed = new Integer[kinds.size()];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (one, other) -> {
            int order = Integer.compare(scopes.get(one), scopes.get(other));
            if (order == 0) {
                order = Integer.compare(names.get(one), names.get(other));
            }
            return order != 0 ? order : Integer.compare(offsets.get(one), offsets.get(other));
        });
        int[] order = new int[boxed.length];
        Arrays.setAll(order, i -> boxed[i]);
        return order;
    }
}
