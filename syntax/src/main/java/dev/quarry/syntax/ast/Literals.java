package dev.quarry.syntax.ast;

/// Values of constants that are not strings, added to rows that are there.
final class Literals {
    private final Projection out;

    Literals(Projection out) {
        this.out = out;
    }

    /// `True`, `None` and so on.
    void word(int row, String repr) {
        ByteSink values = out.table.values;
        int start = values.size();
        values.put(repr);
        out.table.setValue(row, start, values.size() - start);
    }

    /// A number; a malformed one leaves the row without value.
    void number(int row, int from, int to) {
        ByteSink values = out.table.values;
        int start = values.size();
        try {
            NumberRepr.write(out.utf8, from, to, values);
            out.table.setValue(row, start, values.size() - start);
        } catch (NumberFormatException malformed) {
            values.truncate(start);
        }
    }
}
