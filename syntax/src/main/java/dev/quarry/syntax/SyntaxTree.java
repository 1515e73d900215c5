package dev.quarry.syntax;

import java.util.List;

/// The concrete syntax tree of one file, in one `int` array.
///
/// A node is an offset into the array: its header (kind), the first token, the token after the last, then its slots
/// in the order of [NodeKind#slots]. A list is an offset to its length, followed by its elements. 0 is "nothing".
/// Children lie before their parents, so a parser can write a node as soon as it has its parts; [#root] is last.
///
/// Nothing in here recurses: a tree may be a million levels deep (a long sum), so walk it with a stack of your own.
public final class SyntaxTree {
    static final int HEADER = 3;

    private final SourceText source;
    private final TokenBuffer tokens;
    private final NameTable names;
    private final int[] nodes;
    private final int root;
    private final List<Diagnostic> diagnostics;
    private final ParseOptions options;

    SyntaxTree(SourceText source, TokenBuffer tokens, NameTable names, int[] nodes, int root,
            List<Diagnostic> diagnostics, ParseOptions options) {
        this.source = source;
        this.tokens = tokens;
        this.names = names;
        this.nodes = nodes;
        this.root = root;
        this.diagnostics = List.copyOf(diagnostics);
        this.options = options;
    }

    public SourceText source() {
        return source;
    }

    public TokenBuffer tokens() {
        return tokens;
    }

    public NameTable names() {
        return names;
    }

    public ParseOptions options() {
        return options;
    }

    public int root() {
        return root;
    }

    /// Everything that is wrong with the file; the error that CPython would report is the first. Empty when valid.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public NodeKind kind(int node) {
        return NodeKind.of(nodes[node]);
    }

    public int firstToken(int node) {
        return nodes[node + 1];
    }

    /// The token after the node's last one.
    public int endToken(int node) {
        return nodes[node + 2];
    }

    /// Offset of the first byte in [SourceText#utf8].
    public int start(int node) {
        return tokens.start(nodes[node + 1]);
    }

    /// Offset after the last byte in [SourceText#utf8].
    public int end(int node) {
        int end = nodes[node + 2];
        return end > nodes[node + 1] ? tokens.end(end - 1) : start(node);
    }

    /// The content of a slot: a node, a list, a token or a number, as [NodeKind#slots] says.
    public int slot(int node, int index) {
        return nodes[node + HEADER + index];
    }

    public int length(int list) {
        return list == 0 ? 0 : nodes[list];
    }

    public int element(int list, int index) {
        return nodes[list + 1 + index];
    }
}
