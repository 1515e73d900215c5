package dev.quarry.parity;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TreeWalk;
import dev.quarry.syntax.names.ExpressionContext;
import dev.quarry.syntax.names.ModuleName;
import dev.quarry.syntax.names.QualifiedName;
import dev.quarry.syntax.names.QualifiedNames;
import dev.quarry.syntax.names.ScopeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// [QualifiedNames] as the text of `name_rows.py`.
final class NameRows implements RowComparison.Rows {
    private static final ModuleName MODULE = new ModuleName("outer.inner.module", "outer.inner");

    private record Row(int start, int end, String kind, String rest) {}

    private final QualifiedNames names;
    private final SyntaxTree tree;
    private final List<Row> rows = new ArrayList<>();
    private final boolean positions;
    private int next;

    NameRows(QualifiedNames names, boolean positions) {
        this.names = names;
        this.positions = positions;
        tree = names.tree();
        for (int token = 0; token < tree.tokens().size(); token++) {
            if (names.isName(token)) {
                add(token, token, "Name", names.scopeOfName(token), names.contextOfName(token), names.ofName(token));
            }
        }
        for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
            addNode(walk.node());
        }
        rows.sort(Comparator.comparingInt(Row::start).thenComparingInt(Row::end).thenComparing(Row::kind));
    }

    private void addNode(int node) {
        switch (tree.kind(node)) {
            case ATTRIBUTE -> addExpression(node, "Attribute");
            case CALL -> addExpression(node, "Call");
            case SUBSCRIPT -> addExpression(node, "Subscript");
            case FUNCTION_DEF -> addDefinition(node, tree.slot(node, 2), "FunctionDef");
            case CLASS_DEF -> addDefinition(node, tree.slot(node, 1), "ClassDef");
            case IMPORT_FROM -> {
                if (tree.slot(node, 1) != 0) {
                    addImported(tree.slot(node, 1), tree.slot(node, 2));
                }
            }
            case ALIAS -> addImported(tree.slot(node, 0), tree.slot(node, 1));
            default -> { }
        }
    }

    private void addExpression(int node, String kind) {
        add(tree.firstToken(node), tree.endToken(node) - 1, kind, null, names.context(node), names.of(node));
    }

    private void addDefinition(int node, int name, String kind) {
        add(name, name, kind, null, null, names.of(node));
    }

    /// The attributes of a dotted name in an import, which are no nodes of the tree.
    private void addImported(int first, int last) {
        for (int token = first + 1; token <= last; token++) {
            if (names.endsAttribute(token)) {
                add(first, token, "Attribute", null, names.contextOfAttribute(token), List.of());
            }
        }
    }

    private void add(int first, int last, String kind, ScopeClass scope, ExpressionContext context,
            List<QualifiedName> qualified) {
        StringBuilder rest = new StringBuilder(scope == null ? "" : scope.libcstName()).append(' ')
                .append(context == null ? "" : context).append(' ');
        for (int i = 0; i < qualified.size(); i++) {
            QualifiedName name = qualified.get(i);
            rest.append(i == 0 ? "" : " ").append(name.name()).append('|').append(name.source()).append('|')
                    .append(MODULE.fullyQualified(name).orElse(""));
        }
        int shift = tree.source().start();
        rows.add(new Row(tree.tokens().start(first) - shift, tree.tokens().end(last) - shift, kind, rest.toString()));
    }

    @Override
    public boolean append(StringBuilder out) {
        if (next == rows.size()) {
            return false;
        }
        Row row = rows.get(next++);
        out.append(row.kind).append(' ');
        if (positions) {
            out.append(row.start).append(' ').append(row.end).append(' ');
        }
        out.append(row.rest);
        return true;
    }
}
