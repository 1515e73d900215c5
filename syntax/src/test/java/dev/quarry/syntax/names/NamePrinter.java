package dev.quarry.syntax.names;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TreeWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// [QualifiedNames] for golden tests: a line per name, attribute, call, subscript and definition, at the token that has
/// its facts; what LibCST tells nothing about is left out.
final class NamePrinter {
    private NamePrinter() {}

    static String print(QualifiedNames names) {
        SyntaxTree tree = names.tree();
        List<List<String>> lines = new ArrayList<>();
        for (int token = 0; token < tree.tokens().size(); token++) {
            lines.add(new ArrayList<>());
            if (names.isName(token)) {
                add(lines.get(token), "name", names.scopeOfName(token), names.contextOfName(token),
                        names.ofName(token));
            }
        }
        for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
            int node = walk.node();
            switch (tree.kind(node)) {
                case ATTRIBUTE -> add(lines.get(tree.slot(node, 1)), "attribute", null, names.context(node),
                        names.of(node));
                case CALL -> add(lines.get(tree.endToken(tree.slot(node, 0))), "call", null, null, names.of(node));
                case SUBSCRIPT -> add(lines.get(tree.endToken(tree.slot(node, 0))), "subscript", null,
                        names.context(node), names.of(node));
                case FUNCTION_DEF -> definition(lines.get(tree.slot(node, 2)), names, node);
                case CLASS_DEF -> definition(lines.get(tree.slot(node, 1)), names, node);
                default -> { }
            }
        }
        StringBuilder out = new StringBuilder();
        for (int token = 0; token < lines.size(); token++) {
            int start = tree.tokens().start(token);
            for (String line : lines.get(token)) {
                out.append(tree.source().line0(start) + 1).append(':').append(tree.source().column(start)).append(' ')
                        .append(NameNumbers.spelling(tree, token)).append(' ').append(line).append('\n');
            }
        }
        return out.toString();
    }

    private static void definition(List<String> lines, QualifiedNames names, int node) {
        add(lines, "definition of " + names.definitionName(node), null, null, names.of(node));
    }

    private static void add(List<String> lines, String kind, ScopeClass scope, ExpressionContext context,
            List<QualifiedName> qualified) {
        if (scope != null || context != null || !qualified.isEmpty()) {
            lines.add(kind + (scope == null ? "" : " in " + scope.libcstName()) + (context == null ? "" : " " + context)
                    + qualified.stream().map(name -> "\n    " + name.source() + " " + name.name())
                            .collect(Collectors.joining()));
        }
    }
}
