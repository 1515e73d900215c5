package dev.quarry.syntax;

import java.util.Arrays;
import java.util.List;

/// The brackets and blocks that the parser has skipped because they are nested too deeply for its own recursion.
///
/// At every [Lexer#DEFERRAL_INTERVAL]th level the opening token knows its closing one. There the parser notes the
/// token here, goes on behind the closing token and uses the number that [#add] returns, which is negative, in place
/// of the node or list. When the rest of the file is parsed, the noted parts are parsed one after the other, each with
/// a fresh stack, and [#resolve] replaces the numbers in the tree. So recursion is bounded by the interval, whatever
/// the nesting, and the usual file pays one comparison per bracket.
final class Deferrals {
    /// What lies at a deferred opening token.
    enum Construct {
        BRACKETED_ATOM, ARGUMENTS, SUBSCRIPT_INDEX, REPLACEMENT_FIELD, BLOCK, CASES, PATTERN_SEQUENCE, PATTERN_MAPPING,
        PATTERN_ARGUMENTS
    }

    private static final Construct[] CONSTRUCTS = Construct.values();

    private int[] constructs = new int[16];
    private int[] openTokens = new int[16];
    private int[] contexts = new int[16];
    private int[] results = new int[16];
    private int count;

    void reset() {
        count = 0;
    }

    int count() {
        return count;
    }

    /// Forgets everything noted since there were this many.
    void truncate(int newCount) {
        count = newCount;
    }

    /// Notes a construct and returns the negative number that stands for it.
    ///
    /// @param context the opening token of the string around a field; 0 for others
    int add(Construct construct, int openToken, int context) {
        if (count == constructs.length) {
            constructs = Arrays.copyOf(constructs, count * 2);
            openTokens = Arrays.copyOf(openTokens, count * 2);
            contexts = Arrays.copyOf(contexts, count * 2);
            results = Arrays.copyOf(results, count * 2);
        }
        constructs[count] = construct.ordinal();
        openTokens[count] = openToken;
        contexts[count] = context;
        return -++count;
    }

    Construct construct(int index) {
        return CONSTRUCTS[constructs[index]];
    }

    int openToken(int index) {
        return openTokens[index];
    }

    int context(int index) {
        return contexts[index];
    }

    void setResult(int index, int result) {
        results[index] = result;
    }

    /// The node or list that a reference means.
    int result(int reference) {
        return reference < 0 ? results[-reference - 1] : reference;
    }

    /// Replaces every deferred reference below a node.
    void resolve(TreeBuilder tree, int root) {
        if (count == 0) {
            return;
        }
        int mark = tree.mark();
        tree.push(root);
        while (tree.mark() > mark) {
            int node = tree.pop();
            List<NodeKind.SlotSpec> slots = tree.kind(node).slots();
            for (int i = 0; i < slots.size(); i++) {
                switch (slots.get(i).type()) {
                    case NODE -> {
                        int child = result(tree.slot(node, i));
                        tree.setSlot(node, i, child);
                        if (child != 0) {
                            tree.push(child);
                        }
                    }
                    case NODES -> {
                        int list = result(tree.slot(node, i));
                        tree.setSlot(node, i, list);
                        resolveElements(tree, list);
                    }
                    default -> { }
                }
            }
        }
    }

    private void resolveElements(TreeBuilder tree, int list) {
        for (int i = 0; i < tree.length(list); i++) {
            int child = result(tree.element(list, i));
            tree.setElement(list, i, child);
            if (child != 0) {
                tree.push(child);
            }
        }
    }
}
