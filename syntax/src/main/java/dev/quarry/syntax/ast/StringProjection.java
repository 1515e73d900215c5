package dev.quarry.syntax.ast;

import static dev.quarry.syntax.ast.AstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import java.util.Arrays;

/// Rows of string literals, f-strings and t-strings.
///
/// CPython joins adjacent literals: plain ones to one `Constant`; with an f-string among them the parts become one
/// `JoinedStr`, in which neighbouring texts are joined and empty ones dropped. A joined text spans from the first of
/// its pieces to the last. The parts are found in one pass forward and then pushed as segments, because the work list
/// wants the last child first.
final class StringProjection {
    // Ints of a segment: a node that is a replacement field, or 0 and then the span, the value and the flags of a text.
    private static final int FIELD = 0;
    private static final int START = 1;
    private static final int END = 2;
    private static final int VALUE_START = 3;
    private static final int VALUE_LENGTH = 4;
    private static final int FLAGS = 5;
    private static final int TREE_NODE = 6;
    private static final int WIDTH = 7;

    // Flags of segments and of their work items.
    private static final int RAW = 1;
    /// The text has kind `u`.
    private static final int UNICODE = 2;
    /// The field belongs to a t-string.
    private static final int TEMPLATE = 4;

    private final Projection out;
    private final ByteSink decoded = new ByteSink();

    private int[] segments = new int[WIDTH * 64];
    private int segmentCount;

    // The text that is being joined.
    private boolean open;
    private int textStart;
    private int textEnd;
    private int textFlags;
    private int textNode;

    StringProjection(Projection out) {
        this.out = out;
    }

    void clear() {
        segmentCount = 0;
    }

    /// A STRINGS node.
    void strings() {
        SyntaxTree tree = out.tree;
        int parts = tree.slot(out.work.node, 0);
        int length = tree.length(parts);
        AstKind kind = AstKind.CONSTANT;
        for (int i = 0; i < length; i++) {
            switch (tree.kind(tree.element(parts, i))) {
                case FSTRING -> kind = kind == AstKind.CONSTANT ? AstKind.JOINED_STR : kind;
                case TSTRING -> kind = AstKind.TEMPLATE_STR;
                default -> { }
            }
        }
        int row = out.row(kind);
        if (kind == AstKind.CONSTANT) {
            constant(row, parts, length);
        } else {
            joined(row, parts, length);
        }
    }

    private void constant(int row, int parts, int length) {
        SyntaxTree tree = out.tree;
        int first = tree.element(parts, 0);
        int flags = literalFlags(first);
        ByteSink values = out.table.values;
        int valueStart = values.size();
        if (length == 1) {
            single(out.utf8, contentStart(first), contentEnd(first), flags);
        } else {
            decoded.clear();
            for (int i = 0; i < length; i++) {
                decodeLiteral(tree.element(parts, i));
            }
            writeDecoded(flags);
        }
        out.table.setValue(row, valueStart, values.size() - valueStart);
        addKind(row, kind(first));
    }

    /// The [StringFlags] of a STRING, FSTRING or TSTRING node.
    private int literalFlags(int node) {
        return out.tokens.payload(out.tree.firstToken(node));
    }

    private int contentStart(int node) {
        return out.tree.start(node) + StringFlags.contentStart(literalFlags(node));
    }

    private int contentEnd(int node) {
        return out.tree.end(node) - StringFlags.closingLength(literalFlags(node));
    }

    /// UNICODE for the prefix `u`; CPython knows no kind for `U`.
    private int kind(int node) {
        return out.utf8[out.tree.start(node)] == 'u' ? UNICODE : 0;
    }

    /// Appends the repr of one literal's body. Most hold no escape and nothing to escape: those are copied.
    private void single(byte[] source, int from, int to, int flags) {
        ByteSink values = out.table.values;
        int special = StringRepr.firstSpecial(source, from, to);
        if (special == to && !StringFlags.has(flags, StringFlags.BYTES)) {
            StringRepr.writePlain(source, from, to, values);
            return;
        }
        boolean raw = StringFlags.has(flags, StringFlags.RAW);
        for (int at = special; at < to; at++) {
            if (source[at] == '\r' || source[at] == '\\' && !raw) {
                decoded.clear();
                StringLiteral.decode(source, from, to, flags, false, decoded);
                writeDecoded(flags);
                return;
            }
        }
        write(source, from, to, flags);
    }

    private void writeDecoded(int flags) {
        write(decoded.array(), 0, decoded.size(), flags);
    }

    private void write(byte[] text, int from, int to, int flags) {
        if (StringFlags.has(flags, StringFlags.BYTES)) {
            StringRepr.writeBytes(text, from, to, out.table.values);
        } else {
            StringRepr.writeString(text, from, to, out.version, out.table.values);
        }
    }

    /// Appends what a STRING node stands for to [#decoded].
    private void decodeLiteral(int node) {
        StringLiteral.decode(out.utf8, contentStart(node), contentEnd(node), literalFlags(node), false, decoded);
    }

    private void addKind(int row, int flags) {
        if ((flags & UNICODE) != 0) {
            int start = out.table.values.size();
            out.table.values.put('u');
            out.table.addAttr(row, AstField.KIND, start, 1);
        }
    }

    private void joined(int row, int parts, int length) {
        SyntaxTree tree = out.tree;
        int from = segmentCount;
        // Before 3.12 the prefix of the first literal decides for every text of the whole.
        boolean eachKind = out.version.isAtLeast(PythonVersion.PY312);
        int firstKind = eachKind ? 0 : kind(tree.element(parts, 0));
        for (int i = 0; i < length; i++) {
            int part = tree.element(parts, i);
            NodeKind kind = tree.kind(part);
            if (kind == NodeKind.FSTRING || kind == NodeKind.TSTRING) {
                int raw = StringFlags.has(literalFlags(part), StringFlags.RAW) ? RAW : 0;
                int template = kind == NodeKind.TSTRING ? TEMPLATE : 0;
                parts(tree.slot(part, 0), raw | firstKind | template);
            } else {
                openText(part, eachKind ? kind(part) : firstKind, tree.start(part));
                decodeLiteral(part);
                textEnd = tree.end(part);
            }
        }
        closeText();
        pushSegments(from, row);
    }

    /// Adds the parts of an f-string or of a format specification.
    private void parts(int list, int flags) {
        SyntaxTree tree = out.tree;
        int raw = (flags & RAW) != 0 ? StringFlags.RAW : 0;
        for (int i = 0; i < tree.length(list); i++) {
            int part = tree.element(list, i);
            switch (tree.kind(part)) {
                case FSTRING_TEXT -> {
                    int start = tree.start(part);
                    int end = tree.end(part);
                    boolean continued = open;
                    int before = continued ? decoded.size() : 0;
                    openText(part, flags & UNICODE, start);
                    StringLiteral.decode(out.utf8, start, end, raw, true, decoded);
                    if (decoded.size() > before) {
                        textEnd = end;
                    } else {
                        open = continued;
                    }
                }
                case REPLACEMENT_FIELD -> {
                    if (tree.slot(part, 1) != 0) {
                        debugText(part, flags);
                    }
                    closeText();
                    addSegment(part, 0, 0, 0, 0, flags, part);
                }
                default -> { }
            }
        }
    }

    /// `{x = }` has the text before its value, as written but without comments.
    private void debugText(int field, int flags) {
        SyntaxTree tree = out.tree;
        int start = tree.start(field) + 1;
        int end = debugEnd(field);
        openText(field, flags & UNICODE, start);
        appendSource(field, start, end);
        textEnd = end;
    }

    private int debugEnd(int field) {
        SyntaxTree tree = out.tree;
        if (tree.slot(field, 2) != 0) {
            return out.tokens.start(tree.slot(field, 2) - 1);
        }
        return tree.slot(field, 3) != 0 ? out.tokens.start(tree.slot(field, 3)) : tree.end(field) - 1;
    }

    /// Appends source text of a field, without the comments between its tokens and with line ends as LF.
    private void appendSource(int field, int from, int to) {
        int at = from;
        int endToken = out.tree.endToken(field);
        for (int token = out.tree.firstToken(field) + 1; token < endToken && at < to; token++) {
            appendGap(at, Math.min(to, out.tokens.start(token)));
            int end = Math.min(to, out.tokens.end(token));
            at = Math.max(at, out.tokens.start(token));
            if (end > at) {
                StringLiteral.decode(out.utf8, at, end, StringFlags.RAW, false, decoded);
                at = end;
            }
        }
        appendGap(at, to);
    }

    private void appendGap(int from, int to) {
        int at = from;
        while (at < to) {
            int run = at;
            while (at < to && out.utf8[at] != '#') {
                at++;
            }
            if (at > run) {
                StringLiteral.decode(out.utf8, run, at, StringFlags.RAW, false, decoded);
            }
            while (at < to && out.utf8[at] != '\n' && out.utf8[at] != '\r') {
                at++;
            }
        }
    }

    private void openText(int node, int flags, int start) {
        if (!open) {
            open = true;
            decoded.clear();
            textStart = start;
            textFlags = flags;
            textNode = node;
        }
    }

    private void closeText() {
        if (open && decoded.size() > 0) {
            int valueStart = out.table.values.size();
            StringRepr.writeString(decoded.array(), 0, decoded.size(), out.version, out.table.values);
            addSegment(0, textStart, textEnd, valueStart, out.table.values.size() - valueStart, textFlags, textNode);
        }
        open = false;
    }

    private void addSegment(int field, int start, int end, int valueStart, int valueLength, int flags, int node) {
        int at = segmentCount * WIDTH;
        if (at == segments.length) {
            segments = Arrays.copyOf(segments, at * 2);
        }
        segments[at + FIELD] = field;
        segments[at + START] = start;
        segments[at + END] = end;
        segments[at + VALUE_START] = valueStart;
        segments[at + VALUE_LENGTH] = valueLength;
        segments[at + FLAGS] = flags;
        segments[at + TREE_NODE] = node;
        segmentCount++;
    }

    private void pushSegments(int from, int row) {
        for (int i = segmentCount - 1; i >= from; i--) {
            out.work.push(Worklist.SEGMENT, i, row, AstField.VALUES, i - from, 0);
        }
    }

    /// The row of the current item, a segment.
    void segment() {
        int at = out.work.node * WIDTH;
        int flags = segments[at + FLAGS];
        out.work.node = segments[at + TREE_NODE];
        if (segments[at + FIELD] != 0) {
            replacementField(flags);
        } else {
            int row = out.row(AstKind.CONSTANT, segments[at + START], segments[at + END]);
            out.table.setValue(row, segments[at + VALUE_START], segments[at + VALUE_LENGTH]);
            addKind(row, flags);
        }
    }

    private void replacementField(int flags) {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        boolean template = (flags & TEMPLATE) != 0;
        int row = out.row(template ? AstKind.INTERPOLATION : AstKind.FORMATTED_VALUE);
        if (template) {
            addExpressionText(row, node);
        }
        out.addNumber(row, AstField.CONVERSION, conversion(node));
        if (tree.slot(node, 3) != 0) {
            out.work.push(Worklist.FORMAT_SPEC, node, row, AstField.FORMAT_SPEC, ABSENT, flags & ~TEMPLATE);
        }
        out.push(tree.slot(node, 0), row, AstField.VALUE);
    }

    /// The character after `!`; `r` for a self-documenting field without specification; else -1.
    private int conversion(int field) {
        SyntaxTree tree = out.tree;
        int conversion = tree.slot(field, 2);
        if (conversion != 0) {
            return out.utf8[out.tokens.start(conversion)];
        }
        return tree.slot(field, 1) != 0 && tree.slot(field, 3) == 0 ? 'r' : -1;
    }

    /// `Interpolation.str`: the expression as written, without what may follow it.
    private void addExpressionText(int row, int field) {
        SyntaxTree tree = out.tree;
        int equals = tree.slot(field, 1);
        int end = equals != 0 ? out.tokens.start(equals) : debugEnd(field);
        decoded.clear();
        appendSource(field, tree.start(field) + 1, end);
        int length = decoded.size();
        while (length > 0 && decoded.array()[length - 1] <= ' ' && decoded.array()[length - 1] >= 0) {
            length--;
        }
        int start = out.table.values.size();
        out.table.values.put(decoded.array(), 0, length);
        out.table.addAttr(row, AstField.STR, start, length);
    }

    /// The `JoinedStr` of the current item, a field's format specification: from its colon to its last part.
    void formatSpec() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int flags = out.work.extra;
        int colon = tree.slot(node, 3);
        int list = tree.slot(node, 4);
        int length = tree.length(list);
        int row = out.row(AstKind.JOINED_STR, out.tokens.start(colon),
                length == 0 ? out.tokens.end(colon) : tree.end(tree.element(list, length - 1)));
        int from = segmentCount;
        parts(list, rawInSpecification() ? flags : flags & ~RAW);
        closeText();
        pushSegments(from, row);
    }

    /// Releases 3.12 and 3.13 read escapes in the format specification of a raw f-string.
    private boolean rawInSpecification() {
        return out.version != PythonVersion.PY312 && out.version != PythonVersion.PY313;
    }
}
