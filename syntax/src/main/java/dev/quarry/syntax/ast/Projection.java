package dev.quarry.syntax.ast;

import static dev.quarry.syntax.ast.AstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;

/// The tree that is being projected, the rows so far and the work ahead: what the projections of statements,
/// expressions, patterns and strings share.
final class Projection {
    static final int LOAD = 0;
    static final int STORE = 1;
    static final int DELETE = 2;

    private static final AstKind[] CONTEXTS = {AstKind.LOAD, AstKind.STORE, AstKind.DEL};
    private static final AstKind[] KINDS = AstKind.values();

    final AstTable table = new AstTable();
    final Worklist work = new Worklist();
    private final boolean[] positioned = new boolean[KINDS.length];

    SyntaxTree tree;
    TokenBuffer tokens;
    byte[] utf8;
    PythonVersion version;
    /// Whether the release is 3.8, the last one with the old parser, whose nodes have some ends of their own.
    boolean isPython38;

    void reset(SyntaxTree next) {
        tree = next;
        tokens = next.tokens();
        utf8 = next.source().utf8();
        PythonVersion release = next.options().version();
        if (version != release) {
            version = release;
            isPython38 = !release.isAtLeast(PythonVersion.PY39);
            for (AstKind kind : KINDS) {
                positioned[kind.ordinal()] = kind.hasPosition(release);
            }
        }
        work.clear();
        table.reset(release);
        table.values.clear();
        table.pool.reset(next.names());
    }

    /// Adds the row of the current item with its node's span.
    int row(AstKind kind) {
        return positioned[kind.ordinal()] ? row(kind, tree.start(work.node), end(work.node))
                : row(kind, ABSENT, ABSENT);
    }

    private int end(int node) {
        return isPython38 ? NodeEnds.ofPython38(tree, node) : tree.end(node);
    }

    int row(AstKind kind, int start, int end) {
        return table.add(kind, work.parent, work.field, work.index, work.node, start, end);
    }

    /// Adds a row without position below a row that was just added.
    void leaf(AstKind kind, int parent, AstField field) {
        table.add(kind, parent, field.ordinal(), ABSENT, work.node, ABSENT, ABSENT);
    }

    /// Has a context's row added where its turn comes.
    void pushContext(int parent, int context) {
        pushLeaf(CONTEXTS[context], parent, AstField.CTX, ABSENT);
    }

    void contextLeaf(int parent, int context) {
        leaf(CONTEXTS[context], parent, AstField.CTX);
    }

    void pushLeaf(AstKind kind, int parent, AstField field, int index) {
        work.push(Worklist.LEAF, kind.ordinal(), parent, field, index, 0);
    }

    /// Has a node projected as a scalar field; nothing when it is 0.
    void push(int node, int parent, AstField field, int context) {
        push(node, parent, field, ABSENT, context);
    }

    void push(int node, int parent, AstField field) {
        push(node, parent, field, ABSENT, LOAD);
    }

    void push(int node, int parent, AstField field, int index, int context) {
        if (node != 0) {
            work.push(Worklist.NODE, node, parent, field, index, context);
        }
    }

    void pushAll(int list, int parent, AstField field) {
        pushAll(list, parent, field, LOAD);
    }

    void pushAll(int list, int parent, AstField field, int context) {
        for (int i = tree.length(list) - 1; i >= 0; i--) {
            work.push(Worklist.NODE, tree.element(list, i), parent, field, i, context);
        }
    }

    /// Has the arguments of a call or a class projected: keywords under `keywords`, all others under `positional`.
    void pushArguments(int list, int parent, AstField positional) {
        int length = tree.length(list);
        int keywords = 0;
        for (int i = 0; i < length; i++) {
            if (tree.kind(tree.element(list, i)) == NodeKind.KEYWORD_ARGUMENT) {
                keywords++;
            }
        }
        int others = length - keywords;
        for (int i = length - 1; i >= 0 && keywords > 0; i--) {
            if (tree.kind(tree.element(list, i)) == NodeKind.KEYWORD_ARGUMENT) {
                push(tree.element(list, i), parent, AstField.KEYWORDS, --keywords, LOAD);
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            if (tree.kind(tree.element(list, i)) != NodeKind.KEYWORD_ARGUMENT) {
                push(tree.element(list, i), parent, positional, --others, LOAD);
            }
        }
    }

    /// Sets the row's identifier from a NAME token; nothing when it is 0.
    void setName(int row, int token) {
        if (token != 0) {
            table.setName(row, name(token));
        }
    }

    /// Sets the row's identifier from the tokens of a dotted name; nothing when the first is 0.
    void setDottedName(int row, int first, int last) {
        if (first == last) {
            if (first != 0) {
                table.setName(row, tokens.kind(first) == TokenKind.NAME ? name(first)
                        : table.pool.addDotted(tokens, first, last));
            }
        } else {
            table.setName(row, table.pool.addDotted(tokens, first, last));
        }
    }

    /// The number of a NAME token's identifier; -1 for another token, which the tree of a broken file may have there.
    int name(int token) {
        return tokens.kind(token) == TokenKind.NAME ? tokens.payload(token) : ABSENT;
    }

    void addNumber(int row, AstField key, int number) {
        int start = table.values.size();
        if (number < 0) {
            table.values.put('-');
        }
        int magnitude = Math.abs(number);
        if (magnitude < 10) {
            table.values.put('0' + magnitude);
        } else {
            table.values.put(Integer.toString(magnitude));
        }
        table.addAttr(row, key, start, table.values.size() - start);
    }

    void addName(int row, AstField key, int token) {
        if (token != 0) {
            int start = table.values.size();
            putName(token);
            table.addAttr(row, key, start, table.values.size() - start);
        }
    }

    /// Opens an attribute that is a JSON array of names; returns where it starts.
    int openNames() {
        int start = table.values.size();
        table.values.put('[');
        return start;
    }

    /// Adds a name to the array that starts at `start`. Identifiers hold nothing that JSON escapes.
    void putListedName(int start, int token) {
        ByteSink values = table.values;
        if (values.size() > start + 1) {
            values.put(',');
        }
        values.put('"');
        putName(token);
        values.put('"');
    }

    void closeNames(int row, AstField key, int start) {
        table.values.put(']');
        table.addAttr(row, key, start, table.values.size() - start);
    }

    private void putName(int token) {
        int name = name(token);
        if (name != ABSENT) {
            table.values.put(table.pool.buffer(), table.pool.start(name), table.pool.end(name));
        }
    }

    /// Adds source text as an attribute, with a line feed at its end if `lineFeed`.
    void addText(int row, AstField key, int from, int to, boolean lineFeed) {
        int start = table.values.size();
        table.values.put(utf8, from, to);
        if (lineFeed) {
            table.values.put('\n');
        }
        table.addAttr(row, key, start, table.values.size() - start);
    }

    /// Adds the text of a type comment; nothing when the token is 0.
    void addTypeComment(int row, int token) {
        if (token != 0) {
            addText(row, AstField.TYPE_COMMENT, tokens.start(token), tokens.end(token), false);
        }
    }
}
