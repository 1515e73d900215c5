package dev.quarry.syntax;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The concrete syntax tree of one file, in one `int` array.
///
/// A node is an offset into the array: its header (kind), the first token, the token after the last, then its slots
/// in the order of [NodeKind#slots]. A list is an offset to its length, followed by its elements. 0 is "nothing".
/// Children lie before their parents, so a parser can write a node as soon as it has its parts; [#root] is last.
///
/// Nothing in here recurses: a tree may be a million levels deep (a long sum), so walk it with [#walk] or a stack of
/// your own. The typed view of the same tree begins at [dev.quarry.syntax.tree.Root#of].
///
/// A tree is immutable; any number of threads may read it.
public final class SyntaxTree {
    static final int HEADER = 3;

    private final SourceText source;
    private final TokenBuffer tokens;
    private final NameTable names;
    private final int[] nodes;
    private final int root;
    private final List<Diagnostic> diagnostics;
    private final ParseOptions options;
    private final Navigation navigation = new Navigation(this);

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

    /// The same tree with something else said about it.
    SyntaxTree withDiagnostics(List<Diagnostic> others) {
        return new SyntaxTree(source, tokens, names, nodes, root, others, options);
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

    /// Size of the array: node numbers are less.
    public int arrayLength() {
        return nodes.length;
    }

    // Pieces.

    public Token token(int index) {
        return new Token(this, index);
    }

    /// Tokens and the trivia between them in order: together every byte of the file, each exactly once.
    public Iterable<Piece> pieces() {
        return () -> new PieceIterator(this);
    }

    /// Writes the file, byte for byte as it was read, from its pieces.
    public void print(OutputStream out) throws IOException {
        byte[] raw = source.raw();
        for (Piece piece : pieces()) {
            Span span = piece.rawSpan();
            out.write(raw, span.start(), span.length());
        }
    }

    // Navigation.

    /// The innermost node at an offset in [SourceText#utf8], with decorators as part of their definition and defaults
    /// as part of their parameter; the root when there is no other.
    public int nodeAt(int offset) {
        return navigation.nodeAt(offset);
    }

    /// The node around a node; 0 for the root. The first call makes a table for the whole tree, the others are fast.
    public int parent(int node) {
        return navigation.parent(node);
    }

    /// Visits a node and everything below it, parents before children, children in source order.
    public TreeWalk walk(int node) {
        return new TreeWalk(this, node);
    }

    /// [#start], but of the first decorator's `@` where there are decorators.
    public int extentStart(int node) {
        return navigation.extentStart(node);
    }

    /// [#end], but of a parameter's default where there is one.
    public int extentEnd(int node) {
        return navigation.extentEnd(node);
    }
}
