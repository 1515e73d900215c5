package dev.quarry.syntax.resolve;

import dev.quarry.syntax.IntStack;

/// The values of the file that is being read.
final class ValueTable {
    final IntStack ops = new IntStack();
    final IntStack a = new IntStack();
    final IntStack b = new IntStack();
    final IntStack lists = new IntStack();
    final IntStack places = new IntStack();
    private final int[] unknown = new int[Unresolved.values().length];

    void clear() {
        for (IntStack column : new IntStack[] {ops, a, b, lists, places}) {
            column.clear();
        }
        // Value n is the unknown of reason n.
        for (Unresolved reason : Unresolved.values()) {
            unknown[reason.ordinal()] = add(Op.UNKNOWN, reason.ordinal(), 0);
        }
    }

    int add(byte op, int first, int second) {
        ops.push(op);
        a.push(first);
        b.push(second);
        return ops.size() - 1;
    }

    int unknown(Unresolved reason) {
        return unknown[reason.ordinal()];
    }

    /// A variable that is read.
    int name(int name, int scope, int suite, int offset) {
        int place = places.size();
        places.push(scope);
        places.push(suite);
        places.push(offset);
        return add(Op.NAME, name, place);
    }

    /// A list of values.
    int list(IntStack items) {
        int list = lists.size();
        lists.push(items.size());
        for (int i = 0; i < items.size(); i++) {
            lists.push(items.get(i));
        }
        return list;
    }

    /// A parameter without annotation.
    int parameter(int scope, int position, int name) {
        int place = lists.size();
        lists.push(scope);
        lists.push(position);
        lists.push(name);
        return add(Op.PARAMETER, place, 0);
    }

    /// One of several values.
    int oneOf(IntStack items) {
        return items.size() == 1 ? items.get(0) : add(Op.ONE_OF, list(items), 0);
    }
}
