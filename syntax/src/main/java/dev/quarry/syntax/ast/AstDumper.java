package dev.quarry.syntax.ast;

import dev.quarry.syntax.LineCursor;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes an AST as `python -m ast` of its release does (`ast.dump`).
///
/// What is left out depends on the release: optional fields that are `None` always, empty lists from 3.13 on and the
/// context `Load()` from 3.15 on, unless asked for. A node goes on one line when it has at most three arguments and all
/// are plain: constants, empty lists, nodes without arguments.
public final class AstDumper {
    /// How to write.
    ///
    /// @param indent spaces for each level; -1 for everything on one line
    /// @param attributes whether positions are written
    /// @param showEmpty whether empty lists and `Load()` are written by releases that leave them out
    public record Options(int indent, boolean attributes, boolean showEmpty) {}

    /// `lineno`, `col_offset`, `end_lineno`, `end_col_offset`.
    private static final int ATTRIBUTE_COUNT = 4;

    // Work items: operation, row, operand, level.
    private static final int NODE = 0;
    /// The operand is the field's number.
    private static final int FIELD = 1;
    /// The operand tells whether the node is broken into lines, and whether fields come before: LINES, AFTER_FIELDS.
    private static final int POSITION = 2;
    /// The operand tells whether a line ends: LINES.
    private static final int SEPARATOR = 3;
    /// The operand is a character.
    private static final int CLOSE = 4;
    private static final int NONE = 5;
    private static final int WIDTH = 4;

    /// Levels that are indented further. CPython's dump recurses and fails before it gets as deep; without a limit, the
    /// text would grow with the square of the depth.
    private static final int DEEPEST_INDENT = 1000;

    private static final int LINES = 1;
    private static final int AFTER_FIELDS = 2;

    private final AstTable table;
    private final Options options;
    private final Appendable out;
    private final LineCursor lines;
    private final PythonVersion version;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final ByteSink repr = new ByteSink();

    private int[] work = new int[WIDTH * 64];
    private int size;

    private AstDumper(AstTable table, SyntaxTree tree, Options options, Appendable out) {
        this.table = table;
        this.options = options;
        this.out = out;
        version = table.version();
        lines = tree.source().lineCursor();
        firstChild = new int[table.size()];
        nextSibling = new int[table.size()];
        Arrays.fill(firstChild, -1);
        for (int row = table.size() - 1; row > 0; row--) {
            nextSibling[row] = firstChild[table.parent(row)];
            firstChild[table.parent(row)] = row;
        }
    }

    /// Writes the tree, without a line end after it.
    ///
    /// @param tree the tree that `table` was projected from
    public static void dump(AstTable table, SyntaxTree tree, Options options, Appendable out) throws IOException {
        new AstDumper(table, tree, options, out).write();
    }

    private void write() throws IOException {
        push(NODE, 0, 0, 0);
        while (size > 0) {
            size -= WIDTH;
            int row = work[size + 1];
            int operand = work[size + 2];
            int level = work[size + 3];
            switch (work[size]) {
                case NODE -> node(row, level);
                case FIELD -> field(row, operand, level);
                case POSITION -> position(row, operand, level);
                case SEPARATOR -> separate(operand, level);
                case CLOSE -> out.append((char) operand);
                case NONE -> out.append("None");
                default -> throw new IllegalStateException("unknown work item: " + work[size]);
            }
        }
    }

    private void push(int operation, int row, int operand, int level) {
        if (size == work.length) {
            work = Arrays.copyOf(work, size * 2);
        }
        work[size] = operation;
        work[size + 1] = row;
        work[size + 2] = operand;
        work[size + 3] = level;
        size += WIDTH;
    }

    private void node(int row, int outerLevel) throws IOException {
        int level = outerLevel + 1;
        AstKind kind = table.kind(row);
        List<AstKind.FieldSpec> fields = kind.fields();
        int written = 0;
        boolean simple = true;
        for (AstKind.FieldSpec spec : fields) {
            if (isWritten(row, spec)) {
                written++;
                simple &= isSimple(row, spec);
            }
        }
        boolean position = hasPosition(kind);
        int arguments = position ? written + ATTRIBUTE_COUNT : written;
        int lineBreaks = options.indent() >= 0 && !(simple && arguments <= 3) ? LINES : 0;
        out.append(kind.pythonName()).append('(');
        if (lineBreaks != 0) {
            newLine(level);
        }
        push(CLOSE, 0, ')', 0);
        if (position) {
            push(POSITION, row, lineBreaks | (written > 0 ? AFTER_FIELDS : 0), level);
        }
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (isWritten(row, fields.get(i))) {
                push(FIELD, row, i, level);
                if (--written > 0) {
                    push(SEPARATOR, 0, lineBreaks, level);
                }
            }
        }
    }

    private void field(int row, int number, int level) throws IOException {
        AstKind.FieldSpec spec = table.kind(row).fields().get(number);
        out.append(spec.field().pythonName()).append('=');
        switch (spec.type()) {
            case NODE, OPTIONAL_NODE -> {
                int child = child(row, spec.field());
                push(child < 0 ? NONE : NODE, child, 0, level);
            }
            case NODE_LIST -> list(row, spec.field(), level);
            case IDENTIFIER_LIST -> names(attribute(row, spec.field()), level);
            case IDENTIFIER, OPTIONAL_IDENTIFIER -> identifier(row, spec.field());
            case CONSTANT -> {
                if (spec.field() == AstField.STR) {
                    quoted(attribute(row, spec.field()));
                } else {
                    // A malformed number has no value.
                    String value = table.value(row);
                    out.append(value == null ? "None" : value);
                }
            }
            case INTEGER -> out.append(attribute(row, spec.field()));
            case STRING, OPTIONAL_STRING -> quoted(attribute(row, spec.field()));
        }
    }

    private void identifier(int row, AstField field) throws IOException {
        // An alias has two identifiers: `asname` is an attribute of the row.
        String name = field == AstField.ASNAME ? attribute(row, field) : table.name(row);
        if (name == null) {
            out.append("None");
        } else {
            quoted(name);
        }
    }

    private void quoted(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        repr.clear();
        StringRepr.writeString(bytes, 0, bytes.length, version, repr);
        out.append(new String(repr.array(), 0, repr.size(), StandardCharsets.UTF_8));
    }

    private void list(int row, AstField field, int outerLevel) throws IOException {
        int length = length(row, field);
        if (length == 0) {
            out.append("[]");
            return;
        }
        int level = outerLevel + 1;
        int lineBreaks = openList(level);
        push(CLOSE, 0, ']', 0);
        // Children are found first to last and wanted last to first: their items are written in place.
        int items = 2 * length - 1;
        for (int i = 0; i < items; i++) {
            push((i & 1) == 0 ? NONE : SEPARATOR, 0, lineBreaks, level);
        }
        for (int child = firstChild[row]; child >= 0; child = nextSibling[child]) {
            if (table.field(child) == field) {
                int item = size - WIDTH * (2 * table.fieldIndex(child) + 1);
                work[item] = NODE;
                work[item + 1] = child;
            }
        }
    }

    private void names(String json, int outerLevel) throws IOException {
        int level = outerLevel + 1;
        if (json.equals("[]")) {
            out.append("[]");
            return;
        }
        int lineBreaks = openList(level);
        boolean first = true;
        for (String name : json.substring(1, json.length() - 1).split(",")) {
            if (!first) {
                separate(lineBreaks, level);
            }
            first = false;
            out.append('\'').append(name, 1, name.length() - 1).append('\'');
        }
        out.append(']');
    }

    private int openList(int level) throws IOException {
        out.append('[');
        if (options.indent() < 0) {
            return 0;
        }
        newLine(level);
        return LINES;
    }

    private void position(int row, int flags, int level) throws IOException {
        if ((flags & AFTER_FIELDS) != 0) {
            separate(flags, level);
        }
        position(table.start(row), "lineno=", "col_offset=", flags, level);
        separate(flags, level);
        position(table.end(row), "end_lineno=", "end_col_offset=", flags, level);
    }

    private void position(int offset, String line, String column, int flags, int level) throws IOException {
        out.append(line).append(Integer.toString(lines.line0(offset) + 1));
        separate(flags, level);
        out.append(column).append(Integer.toString(lines.column(offset)));
    }

    private void separate(int flags, int level) throws IOException {
        if ((flags & LINES) != 0) {
            out.append(',');
            newLine(level);
        } else {
            out.append(", ");
        }
    }

    private void newLine(int level) throws IOException {
        out.append('\n');
        for (int i = options.indent() * Math.min(level, DEEPEST_INDENT); i > 0; i--) {
            out.append(' ');
        }
    }

    /// Whether the field is an argument of the node's text.
    private boolean isWritten(int row, AstKind.FieldSpec spec) {
        return version.isAtLeast(spec.since()) && switch (spec.type()) {
            case NODE -> spec.field() != AstField.CTX || writesLoad()
                    || table.kind(child(row, AstField.CTX)) != AstKind.LOAD;
            case IDENTIFIER, CONSTANT, INTEGER, STRING -> true;
            case OPTIONAL_NODE -> child(row, spec.field()) >= 0;
            case NODE_LIST -> writesEmptyLists() || length(row, spec.field()) > 0;
            case IDENTIFIER_LIST -> writesEmptyLists() || !isSimple(row, spec);
            case OPTIONAL_IDENTIFIER -> spec.field() == AstField.ASNAME
                    ? attribute(row, spec.field()) != null : table.nameIndex(row) >= 0;
            case OPTIONAL_STRING -> attribute(row, spec.field()) != null;
        };
    }

    /// Whether the field's text leaves the node's arguments on one line.
    private boolean isSimple(int row, AstKind.FieldSpec spec) {
        return switch (spec.type()) {
            case NODE, OPTIONAL_NODE -> {
                int child = child(row, spec.field());
                yield child < 0 || !hasArguments(child);
            }
            case NODE_LIST -> length(row, spec.field()) == 0;
            case IDENTIFIER_LIST -> attribute(row, spec.field()).equals("[]");
            default -> true;
        };
    }

    private boolean hasArguments(int row) {
        AstKind kind = table.kind(row);
        if (hasPosition(kind)) {
            return true;
        }
        for (AstKind.FieldSpec spec : kind.fields()) {
            if (isWritten(row, spec)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasPosition(AstKind kind) {
        return options.attributes() && kind.hasPosition(version);
    }

    /// 3.13 leaves empty lists out.
    private boolean writesEmptyLists() {
        return options.showEmpty() || !version.isAtLeast(PythonVersion.PY313);
    }

    /// 3.15 leaves the context out that most expressions have.
    private boolean writesLoad() {
        return options.showEmpty() || !version.isAtLeast(PythonVersion.PY315);
    }

    private int child(int row, AstField field) {
        for (int child = firstChild[row]; child >= 0; child = nextSibling[child]) {
            if (table.field(child) == field) {
                return child;
            }
        }
        return -1;
    }

    /// Elements of a list field, `None`s included: those have no rows, but each belongs to a value or a parameter.
    private int length(int row, AstField field) {
        AstField counted = switch (field) {
            case KEYS -> table.kind(row) == AstKind.DICT ? AstField.VALUES : field;
            case KW_DEFAULTS -> AstField.KWONLYARGS;
            default -> field;
        };
        int length = 0;
        for (int child = firstChild[row]; child >= 0; child = nextSibling[child]) {
            if (table.field(child) == counted) {
                length = table.fieldIndex(child) + 1;
            }
        }
        return length;
    }

    private String attribute(int row, AstField key) {
        for (int attr = table.firstAttr(row); attr < table.attrCount() && table.attrRow(attr) == row; attr++) {
            if (table.attrKey(attr) == key) {
                return table.attrValue(attr);
            }
        }
        return null;
    }
}
