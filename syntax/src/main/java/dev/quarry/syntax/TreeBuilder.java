package dev.quarry.syntax;

import java.util.Arrays;

/// Writes the `int` array of a [SyntaxTree]: nodes and lists, each when its parts are there.
///
/// What is not yet a list waits on a scratch stack, which is also where the parsers keep the frames of everything
/// that would be a recursion in the grammar (operators, `elif`, …).
final class TreeBuilder {
    /// The array; offset 0 holds the kind NONE so that 0 can mean "nothing".
    private int[] nodes = new int[1 << 12];
    private int size = 1;

    private int[] stack = new int[1 << 8];
    private int top;

    void reset() {
        size = 1;
        top = 0;
    }

    /// The array so far, cut to its length.
    int[] toArray() {
        return Arrays.copyOf(nodes, size);
    }

    int node(NodeKind kind, int first, int end) {
        int at = open(kind, first, end, 0);
        return at;
    }

    int node(NodeKind kind, int first, int end, int a) {
        int at = open(kind, first, end, 1);
        nodes[at + 3] = a;
        return at;
    }

    int node(NodeKind kind, int first, int end, int a, int b) {
        int at = open(kind, first, end, 2);
        nodes[at + 3] = a;
        nodes[at + 4] = b;
        return at;
    }

    int node(NodeKind kind, int first, int end, int a, int b, int c) {
        int at = open(kind, first, end, 3);
        nodes[at + 3] = a;
        nodes[at + 4] = b;
        nodes[at + 5] = c;
        return at;
    }

    int node(NodeKind kind, int first, int end, int a, int b, int c, int d) {
        int at = open(kind, first, end, 4);
        nodes[at + 3] = a;
        nodes[at + 4] = b;
        nodes[at + 5] = c;
        nodes[at + 6] = d;
        return at;
    }

    int node(NodeKind kind, int first, int end, int a, int b, int c, int d, int e) {
        int at = open(kind, first, end, 5);
        nodes[at + 3] = a;
        nodes[at + 4] = b;
        nodes[at + 5] = c;
        nodes[at + 6] = d;
        nodes[at + 7] = e;
        return at;
    }

    int node(NodeKind kind, int first, int end, int a, int b, int c, int d, int e, int f) {
        int at = open(kind, first, end, 6);
        nodes[at + 3] = a;
        nodes[at + 4] = b;
        nodes[at + 5] = c;
        nodes[at + 6] = d;
        nodes[at + 7] = e;
        nodes[at + 8] = f;
        return at;
    }

    int node(NodeKind kind, int first, int end, int a, int b, int c, int d, int e, int f, int g, int h) {
        int at = open(kind, first, end, 8);
        nodes[at + 3] = a;
        nodes[at + 4] = b;
        nodes[at + 5] = c;
        nodes[at + 6] = d;
        nodes[at + 7] = e;
        nodes[at + 8] = f;
        nodes[at + 9] = g;
        nodes[at + 10] = h;
        return at;
    }

    private int open(NodeKind kind, int first, int end, int slots) {
        int at = reserve(SyntaxTree.HEADER + slots);
        nodes[at] = kind.ordinal();
        nodes[at + 1] = first;
        nodes[at + 2] = end;
        return at;
    }

    private int reserve(int length) {
        int at = size;
        size = at + length;
        if (size > nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(size, nodes.length * 2));
        }
        return at;
    }

    /// Kind of a finished node; NONE for a part that is deferred.
    NodeKind kind(int node) {
        return node < 0 ? NodeKind.NONE : NodeKind.of(nodes[node]);
    }

    /// First token of a finished node, which must not be deferred.
    int first(int node) {
        return nodes[node + 1];
    }

    /// End token of a finished node, which must not be deferred.
    int end(int node) {
        return nodes[node + 2];
    }

    int slot(int node, int index) {
        return nodes[node + SyntaxTree.HEADER + index];
    }

    void setSlot(int node, int index, int value) {
        nodes[node + SyntaxTree.HEADER + index] = value;
    }

    int length(int list) {
        return list <= 0 ? 0 : nodes[list];
    }

    int element(int list, int index) {
        return nodes[list + 1 + index];
    }

    void setElement(int list, int index, int value) {
        nodes[list + 1 + index] = value;
    }

    /// Height of the scratch stack; [#list] takes everything above such a mark.
    int mark() {
        return top;
    }

    void push(int value) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, top * 2);
        }
        stack[top++] = value;
    }

    int pop() {
        return stack[--top];
    }

    /// The value `depth` below the top, 0 for the top itself.
    int peek(int depth) {
        return stack[top - 1 - depth];
    }

    /// The value at a height of the stack.
    int at(int height) {
        return stack[height];
    }

    /// Replaces the value at a height of the stack.
    void set(int height, int value) {
        stack[height] = value;
    }

    /// Cuts the stack back to a mark.
    void drop(int mark) {
        top = mark;
    }

    /// Takes everything above the mark off the stack into a list; 0 when there is nothing.
    int list(int mark) {
        int length = top - mark;
        if (length == 0) {
            return 0;
        }
        int at = reserve(length + 1);
        nodes[at] = length;
        System.arraycopy(stack, mark, nodes, at + 1, length);
        top = mark;
        return at;
    }

    /// Like [#list] for every second value, from the mark on; leaves the stack as it is.
    int everySecond(int mark) {
        int length = (top - mark + 1) / 2;
        int at = reserve(length + 1);
        nodes[at] = length;
        for (int i = 0; i < length; i++) {
            nodes[at + 1 + i] = stack[mark + 2 * i];
        }
        return at;
    }
}
