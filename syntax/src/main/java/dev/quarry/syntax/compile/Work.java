package dev.quarry.syntax.compile;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// What is still to be read of a tree: a stack, so that depth costs heap and never the machine stack. What is pushed
/// last comes out first.
///
/// An item is a node to read as an expression or statement, or a step: a number and the code of one of the constants
/// here, negated.
final class Work {
    // Steps; their number is a node unless said otherwise.
    /// Read as an assignment target.
    static final int STORE = 1;
    /// Read as a target of `del`.
    static final int DELETE = 2;
    static final int FUNCTION_BODY = 3;
    static final int LEAVE_FUNCTION = 4;
    static final int CLASS_BODY = 5;
    static final int LEAVE_CLASS = 6;
    static final int CLASS_ARGUMENTS = 7;
    static final int LAMBDA_BODY = 8;
    static final int LEAVE_LAMBDA = 9;
    static final int ENTER_ANNOTATION = 10;
    /// No node.
    static final int LEAVE_ANNOTATION = 11;
    static final int COMPREHENSION_BODY = 12;
    static final int LEAVE_COMPREHENSION = 13;
    static final int RETURN_EXIT = 14;
    static final int WITH_TARGET = 15;
    static final int HANDLERS = 16;
    static final int HANDLER = 17;
    static final int DEFAULT_NOT_LAST = 18;
    static final int FINAL_BODY = 19;
    static final int CASE = 20;
    static final int LAST_CASE = 21;
    /// Leaves this number of blocks that are neither loops nor handlers of an `except*`, nor have a `finally`.
    static final int LEAVE_BLOCKS = 22;
    /// Leaves a context of [FinallyExits]; no node.
    static final int LEAVE_EXITS = 23;
    /// Names that the statement or parameter list binds, looked at for `__debug__`.
    static final int BOUND_NAMES = 24;
    /// A comparison behind `not`.
    static final int NEGATED_COMPARISON = 25;
    static final int LOOP_BODY = 26;
    static final int NON_DEFAULT_TYPE_PARAMETER = 27;
    /// No node.
    static final int LEAVE_JUMP_TARGET = 28;
    /// What [Findings#enterRegion] returned.
    static final int LEAVE_REGION = 29;

    /// Kinds of nodes in which nothing can be wrong: two of five nodes, which is worth a look before they are pushed.
    private static final boolean[] IS_LEAF = new boolean[NodeKind.values().length];

    static {
        for (NodeKind kind : new NodeKind[] {NodeKind.NAME, NodeKind.NUMBER, NodeKind.TRUE, NodeKind.FALSE,
                NodeKind.NONE_LITERAL, NodeKind.ELLIPSIS, NodeKind.PASS, NodeKind.GLOBAL, NodeKind.NONLOCAL,
                NodeKind.NONE}) {
            IS_LEAF[kind.ordinal()] = true;
        }
    }

    final IntStack items = new IntStack(256);
    private final SyntaxTree tree;

    Work(SyntaxTree tree) {
        this.tree = tree;
    }

    boolean isEmpty() {
        return items.size() == 0;
    }

    /// A node to read; nothing for 0.
    void node(int node) {
        if (!IS_LEAF[tree.kind(node).ordinal()]) {
            items.push(node);
        }
    }

    void step(int code, int number) {
        items.push(number);
        items.push(-code);
    }

    /// The nodes of a list, in order.
    void nodes(int list) {
        for (int i = tree.length(list) - 1; i >= 0; i--) {
            node(tree.element(list, i));
        }
    }

    /// The elements of a display or arguments, in which a star is in its place.
    void elements(int list) {
        for (int i = tree.length(list) - 1; i >= 0; i--) {
            element(tree.element(list, i));
        }
    }

    void element(int node) {
        node(tree.kind(node) == NodeKind.STARRED ? tree.slot(node, 0) : node);
    }
}
