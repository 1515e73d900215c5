package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.util.Arrays;

/// What the imports of a file import, as places in trees; texts are made when they are asked for.
///
/// A target is an ALIAS node within its statement, in the file's own tree or in that of a string annotation.
final class ImportTargets {
    private final SyntaxTree mainTree;
    private SyntaxTree[] trees;
    private int[] statements = new int[16];
    private int[] aliases = new int[16];
    /// Made on demand; racing threads store equal texts.
    private String[] texts = new String[16];
    private int count;

    ImportTargets(SyntaxTree tree) {
        mainTree = tree;
    }

    int add(SyntaxTree tree, int statement, int alias) {
        int added = count++;
        if (added == aliases.length) {
            statements = Arrays.copyOf(statements, added * 2);
            aliases = Arrays.copyOf(aliases, added * 2);
            texts = Arrays.copyOf(texts, added * 2);
        }
        if (tree != mainTree || trees != null) {
            remember(added, tree);
        }
        statements[added] = statement;
        aliases[added] = alias;
        return added;
    }

    /// Only a file with an import in a string annotation has several trees.
    private void remember(int target, SyntaxTree tree) {
        if (trees == null) {
            trees = new SyntaxTree[aliases.length];
            Arrays.fill(trees, 0, target, mainTree);
        } else if (trees.length < aliases.length) {
            trees = Arrays.copyOf(trees, aliases.length);
        }
        trees[target] = tree;
    }

    private SyntaxTree tree(int target) {
        return trees == null ? mainTree : trees[target];
    }

    /// Whether two targets of one symbol stand for the same name.
    boolean areSame(int target, int other) {
        return isRenamed(target) == isRenamed(other) && text(target).equals(text(other));
    }

    /// Whether it is bound by a name of its own, after `as`.
    boolean isRenamed(int target) {
        return tree(target).slot(aliases[target], 2) != 0;
    }

    /// What a renamed target is: the whole name with the module's. Else the module's name alone, with a dot that joins
    /// it to the imported name; empty for an import statement.
    String text(int target) {
        String text = texts[target];
        if (text == null) {
            text = makeText(target);
            texts[target] = text;
        }
        return text;
    }

    private String makeText(int target) {
        SyntaxTree tree = tree(target);
        int statement = statements[target];
        StringBuilder text = new StringBuilder();
        if (tree.kind(statement) == NodeKind.IMPORT_FROM) {
            text.repeat('.', tree.slot(statement, 0));
            if (tree.slot(statement, 1) != 0) {
                appendName(tree, tree.slot(statement, 1), tree.slot(statement, 2), text);
                text.append('.');
            }
        }
        if (isRenamed(target)) {
            appendName(tree, tree.slot(aliases[target], 0), tree.slot(aliases[target], 1), text);
        }
        return text.toString();
    }

    private static void appendName(SyntaxTree tree, int firstToken, int lastToken, StringBuilder out) {
        for (int token = firstToken; token <= lastToken; token++) {
            out.append(tree.tokens().kind(token) == TokenKind.DOT ? "." : NameNumbers.spelling(tree, token));
        }
    }
}
