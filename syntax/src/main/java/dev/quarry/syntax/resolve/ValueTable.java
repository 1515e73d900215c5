package dev.quarry.syntax.resolve;

/// The values of the file that is being read.
final class ValueTable {
    final Ints ops = new Ints();
    final Ints a = new Ints();
    final Ints b = new Ints();
    final Ints lists = new Ints();
    final Ints places = new Ints();
    private final int[] unknown = new int[Unresolved.values().length];

    void clear() {
        for (Ints column : new Ints[] {ops, a, b, lists, places}) {
            column.clear();
        }
        // Value n is the unknown of reason n.
        for (Unresolved reason : Unresolved.values()) {
            unknown[reason.ordinal()] = add(Op.UNKNOWN, reason.ordinal(), 0);
        }
    }

    int add(byte op, int first, int second) {
        ops.add(op);
        a.add(first);
        b.add(second);
        return ops.size() - 1;
    }

    int unknown(Unresolved reason) {
        return unknown[reason.ordinal()];
    }

    /// A variable that is read.
    int name(int name, int scope, int suite, int offset) {
        int place = places.size();
        places.add(scope);
        places.add(suite);
        places.add(offset);
        return add(Op.NAME, name, place);
    }

    /// A list of values.
    int list(Ints items) {
        int list = lists.size();
        lists.add(items.size());
        for (int i = 0; i < items.size(); i++) {
            lists.add(items.get(i));
        }
        return list;
    }

    /// A parameter without annotation.
    int parameter(int scope, int position, int name) {
        int place = lists.size();
        lists.add(scope);
        lists.add(position);
        lists.add(name);
        return add(Op.PARAMETER, place, 0);
    }

    /// One of several values.
    int oneOf(Ints items) {
        return items.size() == 1 ? items.get(0) : add(Op.ONE_OF, list(items), 0);
    }
}
