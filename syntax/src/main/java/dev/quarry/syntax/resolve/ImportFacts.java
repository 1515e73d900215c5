package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// What import statements bind.
final class ImportFacts {
    private final NameFactsBuilder out;

    ImportFacts(NameFactsBuilder out) {
        this.out = out;
    }

    /// `import a.b, c as d`
    void modules(int node) {
        SyntaxTree tree = out.tree;
        int aliases = tree.slot(node, 0);
        for (int i = 0; i < tree.length(aliases); i++) {
            int alias = tree.element(aliases, i);
            if (tree.kind(alias) != NodeKind.ALIAS) {
                continue;
            }
            int first = tree.slot(alias, 0);
            int last = tree.slot(alias, 1);
            int asName = tree.slot(alias, 2);
            int module = dotted(first, last);
            int bound = asName != 0 ? asName : first;
            if (module != NONE) {
                bindImport(node, alias, bound, module, 0, NONE, asName == 0 && first != last);
            }
        }
    }

    void names(int node) {
        SyntaxTree tree = out.tree;
        int first = tree.slot(node, 1);
        int module = first == 0 ? NONE : dotted(first, tree.slot(node, 2));
        int level = tree.slot(node, 0);
        if (module == NONE && level == 0) {
            return;
        }
        int aliases = tree.slot(node, 3);
        for (int i = 0; i < tree.length(aliases); i++) {
            int alias = tree.element(aliases, i);
            if (tree.kind(alias) != NodeKind.ALIAS) {
                continue;
            }
            int name = tree.slot(alias, 0);
            if (tree.tokens().kind(name) == TokenKind.STAR) {
                out.bind(BindingKind.STAR_IMPORT, node, out.names.of("*"), tree.start(alias), tree.start(alias),
                        tree.end(alias), importValue(alias, module, level, NONE, NameFacts.STAR));
                continue;
            }
            int imported = out.names.ofToken(name);
            if (imported != NONE) {
                int asName = tree.slot(alias, 2);
                bindImport(node, alias, asName != 0 ? asName : name, module, level, imported, false);
            }
        }
    }

    private void bindImport(int node, int alias, int boundToken, int module, int level, int imported,
            boolean firstOnly) {
        SyntaxTree tree = out.tree;
        int name = out.names.ofToken(boundToken, out.scopes.className(out.scope(node)));
        if (name != NONE) {
            out.bind(BindingKind.IMPORT, node, name, tree.start(alias), tree.tokens().start(boundToken),
                    tree.tokens().end(boundToken),
                    importValue(alias, module, level, imported, firstOnly ? NameFacts.FIRST_COMPONENT : 0));
        }
    }

    private int importValue(int alias, int module, int level, int imported, int form) {
        SyntaxTree tree = out.tree;
        int at = out.imports.size();
        out.imports.push(module);
        out.imports.push(level);
        out.imports.push(imported);
        out.imports.push(form);
        out.imports.push(tree.start(alias));
        out.imports.push(tree.end(alias));
        return out.values.add(Op.IMPORT, at, 0);
    }

    /// The name of a module, from its first to its last component; NONE where an error has left a hole.
    private int dotted(int first, int last) {
        SyntaxTree tree = out.tree;
        if (first == last) {
            return out.names.ofToken(first);
        }
        StringBuilder text = new StringBuilder();
        for (int token = first; token <= last; token += 2) {
            int name = out.names.ofToken(token);
            if (name == NONE) {
                return NONE;
            }
            text.append(token == first ? "" : ".").append(out.names.text(name));
        }
        return out.names.of(text.toString());
    }
}
