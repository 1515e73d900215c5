package dev.quarry.extract.cst;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.facts.Imports;
import dev.quarry.syntax.symtable.FutureStatements;
import java.util.ArrayList;
import java.util.List;

/// What a module imports from `__future__` at its beginning.
final class FutureImports {
    private FutureImports() {}

    /// The names of the features in order, each once.
    static List<String> of(SyntaxTree tree, Imports imports) {
        int module = tree.names().find("__future__");
        if (module < 0) {
            return List.of();
        }
        FutureStatements future = FutureStatements.of(tree);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < imports.size(); i++) {
            int statement = imports.statement(i);
            int name = tree.slot(imports.alias(i), 0);
            if (isFuture(tree, statement, module) && !future.isLate(statement)
                    && tree.tokens().kind(name) == TokenKind.NAME) {
                String feature = tree.names().text(tree.tokens().payload(name));
                if (!names.contains(feature)) {
                    names.add(feature);
                }
            }
        }
        return names;
    }

    private static boolean isFuture(SyntaxTree tree, int statement, int module) {
        if (tree.kind(statement) != NodeKind.IMPORT_FROM || tree.slot(statement, 0) != 0) {
            return false;
        }
        int first = tree.slot(statement, 1);
        return first != 0 && first == tree.slot(statement, 2) && tree.tokens().kind(first) == TokenKind.NAME
                && tree.tokens().payload(first) == module;
    }
}
