package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Visits import statements. `import a.b` binds the dotted name `a.b` as well as `a`, as in LibCST.
final class ImportVisitor {
    /// How many imports of a symbol a new one is compared with: repeated ones would only repeat its qualified name.
    private static final int KNOWN_IMPORTS = 8;

    private final NameCollector out;

    ImportVisitor(NameCollector out) {
        this.out = out;
    }

    void visit(int node) {
        SyntaxTree tree = out.tree;
        int aliases = tree.slot(node, 0);
        if (tree.kind(node) == NodeKind.IMPORT_FROM) {
            aliases = tree.slot(node, 3);
            if (tree.slot(node, 1) != 0) {
                mention(tree.slot(node, 1), tree.slot(node, 2));
            }
        }
        boolean dotted = false;
        for (int i = 0; i < tree.length(aliases); i++) {
            int alias = tree.element(aliases, i);
            if (tree.kind(alias) == NodeKind.ALIAS) {
                dotted |= alias(tree, node, alias);
            }
        }
        // Only an import statement has dotted names, but for broken files.
        dotted &= tree.kind(node) == NodeKind.IMPORT;
        for (int i = 0; i < tree.length(aliases) && dotted; i++) {
            int alias = tree.element(aliases, i);
            if (tree.kind(alias) == NodeKind.ALIAS && tree.slot(alias, 2) == 0) {
                dotted(tree, node, alias);
            }
        }
        out.countAssignment();
    }

    /// Binds the first name, or that after `as`; returns whether there are dotted names to bind.
    private boolean alias(SyntaxTree tree, int statement, int alias) {
        int first = tree.slot(alias, 0);
        if (out.tokens.kind(first) == TokenKind.STAR) {
            return false;
        }
        int last = tree.slot(alias, 1);
        mention(first, last);
        int bound = first;
        if (tree.slot(alias, 2) != 0) {
            bound = tree.slot(alias, 2);
            out.mention(bound, NameCollector.STORE);
        }
        bind(statement, alias, out.name(bound));
        return first != last && bound == first;
    }

    private void bind(int statement, int alias, int name) {
        if (name == NameNumbers.NONE || out.scope == Scopes.NONE) {
            return;
        }
        Scopes scopes = out.scopes;
        int symbol = scopes.assignedSymbol(out.scope, name);
        int target = out.targets.add(out.tree, statement, alias);
        int known = scopes.firstImport(symbol);
        for (int i = 0; known != Scopes.NONE && i < KNOWN_IMPORTS; i++) {
            if (out.targets.areSame(scopes.importTarget(known), target)) {
                return;
            }
            known = scopes.nextImport(known);
        }
        scopes.addImport(symbol, target);
        out.typing().imported(statement, alias, name);
    }

    /// Binds `a.b`, `a.b.c` and so on of a dotted name.
    private void dotted(SyntaxTree tree, int statement, int alias) {
        int name = out.name(tree.slot(alias, 0));
        for (int token = tree.slot(alias, 0) + 1; token <= tree.slot(alias, 1); token++) {
            int part = out.name(token);
            if (part != NameNumbers.NONE && name != NameNumbers.NONE) {
                name = out.names.dotted(name, part);
                bind(statement, alias, name);
                bindRenamed(tree, statement, tree.slot(alias, 0), name);
            }
        }
    }

    /// In `import q as a, a.b` the dotted name may be `q.b` for LibCST: it looks at all names of the statement.
    private void bindRenamed(SyntaxTree tree, int statement, int head, int name) {
        int aliases = tree.slot(statement, 0);
        for (int i = 0; i < tree.length(aliases); i++) {
            int alias = tree.element(aliases, i);
            if (tree.kind(alias) == NodeKind.ALIAS && tree.slot(alias, 2) != 0
                    && out.name(tree.slot(alias, 2)) == out.name(head)) {
                bind(statement, alias, name);
            }
        }
    }

    /// Names that are neither read nor assigned for LibCST, but have a context.
    private void mention(int firstToken, int lastToken) {
        out.mention(firstToken, NameCollector.LOAD);
        for (int token = firstToken + 1; token <= lastToken; token++) {
            if (out.tokens.kind(token) == TokenKind.NAME) {
                out.unscopedAttribute(token);
            }
        }
    }
}
