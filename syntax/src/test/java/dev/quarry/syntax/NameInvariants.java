package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.names.QualifiedName;
import dev.quarry.syntax.names.QualifiedNameAnalyzer;
import dev.quarry.syntax.names.QualifiedNames;
import java.util.List;

/// What holds for the names of any tree, also of a broken file's.
final class NameInvariants {
    private NameInvariants() {}

    static void check(SyntaxTree tree) {
        QualifiedNames names = new QualifiedNameAnalyzer().analyze(tree);
        for (int token = 0; token < tree.tokens().size(); token++) {
            List<QualifiedName> meanings = names.ofName(token);
            checkOrder(meanings);
            if (!meanings.isEmpty()) {
                assertTrue(names.isName(token), "only names stand for something");
                assertNotNull(names.scopeOfName(token), "names that stand for something have a scope");
            }
            assertTrue(names.isName(token) || names.contextOfName(token) == null, "only names have a context");
        }
        for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
            int node = walk.node();
            checkOrder(names.of(node));
            switch (tree.kind(node)) {
                case NAME -> assertEquals(names.ofName(tree.slot(node, 0)), names.of(node));
                case FUNCTION_DEF, CLASS_DEF -> checkDefinition(names, node);
                case PAREN -> assertEquals(List.of(), names.of(node));
                default -> { }
            }
        }
    }

    private static void checkDefinition(QualifiedNames names, int node) {
        String name = names.definitionName(node);
        assertEquals(name == null, names.of(node).isEmpty(), "a definition stands for something if it has a name");
    }

    private static void checkOrder(List<QualifiedName> meanings) {
        for (int i = 0; i < meanings.size(); i++) {
            assertTrue(!meanings.get(i).name().isEmpty());
            assertTrue(i == 0 || meanings.get(i - 1).compareTo(meanings.get(i)) < 0, "sorted, each once");
        }
    }
}
