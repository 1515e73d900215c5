package dev.quarry.syntax.resolve;

import dev.quarry.syntax.IntStack;
import java.util.Arrays;

/// The bindings of the file that is being read, as they are met.
final class BindingTable {
    final IntStack scopes = new IntStack();
    final IntStack names = new IntStack();
    final IntStack kinds = new IntStack();
    final IntStack offsets = new IntStack();
    final IntStack suites = new IntStack();
    final IntStack starts = new IntStack();
    final IntStack ends = new IntStack();
    final IntStack values = new IntStack();

    void clear() {
        for (IntStack column : new IntStack[] {scopes, names, kinds, offsets, suites, starts, ends, values}) {
            column.clear();
        }
    }

    /// @param offset from which on the binding counts
    /// @param value a value, for functions and classes a scope; may be set later
    int add(BindingKind kind, int scope, int name, int suite, int offset, int start, int end, int value) {
        scopes.push(scope);
        names.push(name);
        kinds.push(kind.ordinal());
        offsets.push(offset);
        suites.push(suite);
        starts.push(start);
        ends.push(end);
        values.push(value);
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
