package dev.quarry.syntax.ast;

import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The AST of one file as columns: one row per node occurrence, in preorder, children in `_fields` order.
///
/// The order is that of a walk with `ast.iter_child_nodes`; `Load()`, `Add()` and the like, which CPython shares, have
/// a row for each occurrence. A `None` in a list (`{**x}`, a keyword-only parameter without default) has no row but
/// counts in [#fieldIndex].
///
/// The table belongs to its [AstProjector] and is valid until that projects the next tree. Rows are plain indices;
/// texts are ranges of two shared buffers ([#poolBuffer], [#valueBuffer]).
public final class AstTable {
    static final int ABSENT = -1;

    private PythonVersion version = PythonVersion.newest();
    private int size;
    private byte[] kinds = new byte[1024];
    private byte[] fields = new byte[1024];
    private int[] fieldIndexes = new int[1024];
    private int[] parents = new int[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] treeNodes = new int[1024];
    private int[] names = new int[1024];
    private int[] valueStarts = new int[1024];
    private int[] valueLengths = new int[1024];

    private int attrCount;
    private int[] attrRows = new int[256];
    private byte[] attrKeys = new byte[256];
    private int[] attrStarts = new int[256];
    private int[] attrLengths = new int[256];

    final NamePool pool = new NamePool();
    final ByteSink values = new ByteSink();

    AstTable() {}

    /// The release whose classes, fields and positions the rows follow.
    public PythonVersion version() {
        return version;
    }

    /// Number of rows; row 0 is the root.
    public int size() {
        return size;
    }

    public AstKind kind(int row) {
        return AstKind.of(kinds[row]);
    }

    /// The row of the parent, -1 for the root.
    public int parent(int row) {
        return parents[row];
    }

    /// The field of the parent that holds the node; null for the root.
    public AstField field(int row) {
        return fields[row] < 0 ? null : AstField.of(fields[row]);
    }

    /// The node's place in a list field, -1 in a scalar field.
    public int fieldIndex(int row) {
        return fieldIndexes[row];
    }

    /// Offset of the first byte in [dev.quarry.syntax.SourceText#utf8]; -1 where CPython gives no position.
    public int start(int row) {
        return starts[row];
    }

    /// Offset after the last byte in [dev.quarry.syntax.SourceText#utf8]; -1 where CPython gives no position.
    public int end(int row) {
        return ends[row];
    }

    /// The node of the [dev.quarry.syntax.SyntaxTree] that the row stems from; operators and contexts have that of
    /// their parent. 0 for `arguments` without parameters and for `TypeIgnore`.
    public int treeNode(int row) {
        return treeNodes[row];
    }

    /// The identifier of the row's class (`name`, `id`, `attr`, `arg`, `module`, `rest`) in the pool; -1 when it has
    /// none. For `alias` and `ImportFrom` a dotted name.
    public int nameIndex(int row) {
        return names[row];
    }

    /// The identifier, null when there is none.
    public String name(int row) {
        return names[row] == ABSENT ? null : poolText(names[row]);
    }

    /// Number of texts in the pool. The first are those of the tree's [dev.quarry.syntax.NameTable], with its
    /// numbers; dotted names follow.
    public int poolSize() {
        return pool.size();
    }

    /// A text of the pool.
    public String poolText(int index) {
        return pool.text(index);
    }

    /// Holds the texts of the pool in UTF-8. Not to be changed.
    public byte[] poolBuffer() {
        return pool.buffer();
    }

    /// Offset of a text in [#poolBuffer].
    public int poolStart(int index) {
        return pool.start(index);
    }

    /// Offset in [#poolBuffer] after a text.
    public int poolEnd(int index) {
        return pool.end(index);
    }

    /// Holds the values and attributes of all rows in UTF-8. Not to be changed.
    public byte[] valueBuffer() {
        return values.array();
    }

    /// Offset of the repr of a constant in [#valueBuffer], -1 when the row has none: it is no constant, or a malformed
    /// number.
    public int valueStart(int row) {
        return valueStarts[row];
    }

    /// Length of the repr of a constant in bytes, -1 when the row has none.
    public int valueLength(int row) {
        return valueLengths[row];
    }

    /// The repr of a constant; null when the row has none.
    public String value(int row) {
        return valueStarts[row] == ABSENT ? null : text(valueStarts[row], valueLengths[row]);
    }

    /// The string that a `Constant` row stands for, not its repr; null for other rows and other types. Code points
    /// that are surrogates stay lone `char`s (a high and a low one side by side thus look like one character).
    public String stringValue(int row) {
        if (valueStarts[row] == ABSENT) {
            return null;
        }
        byte first = values.array()[valueStarts[row]];
        return first == '\'' || first == '"' ? StringRepr.decode(values.array(), valueStarts[row], valueLengths[row])
                : null;
    }

    /// Number of entries of the `attrs` column, in row order.
    public int attrCount() {
        return attrCount;
    }

    /// The row that an entry belongs to; ascending.
    public int attrRow(int attr) {
        return attrRows[attr];
    }

    /// The key of an entry.
    public AstField attrKey(int attr) {
        return AstField.of(attrKeys[attr]);
    }

    /// Offset of an entry's text in [#valueBuffer]; lists are JSON arrays.
    public int attrStart(int attr) {
        return attrStarts[attr];
    }

    /// Length of an entry's text in bytes.
    public int attrLength(int attr) {
        return attrLengths[attr];
    }

    /// An entry's text.
    public String attrValue(int attr) {
        return text(attrStarts[attr], attrLengths[attr]);
    }

    /// The first entry at or after a row; [#attrCount] when there is none.
    public int firstAttr(int row) {
        int low = 0;
        int high = attrCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (attrRows[middle] < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String text(int start, int length) {
        return new String(values.array(), start, length, StandardCharsets.UTF_8);
    }

    void reset(PythonVersion release) {
        version = release;
        size = 0;
        attrCount = 0;
    }

    int add(AstKind kind, int parent, int field, int fieldIndex, int treeNode, int start, int end) {
        int row = size;
        if (row == kinds.length) {
            grow();
        }
        kinds[row] = (byte) kind.ordinal();
        parents[row] = parent;
        fields[row] = (byte) field;
        fieldIndexes[row] = fieldIndex;
        treeNodes[row] = treeNode;
        starts[row] = start;
        ends[row] = end;
        names[row] = ABSENT;
        valueStarts[row] = ABSENT;
        valueLengths[row] = ABSENT;
        size = row + 1;
        return row;
    }

    void setName(int row, int name) {
        names[row] = name;
    }

    void setValue(int row, int start, int length) {
        valueStarts[row] = start;
        valueLengths[row] = length;
    }

    void addAttr(int row, AstField key, int start, int length) {
        if (attrCount == attrRows.length) {
            int capacity = attrCount + (attrCount >> 1);
            attrRows = Arrays.copyOf(attrRows, capacity);
            attrKeys = Arrays.copyOf(attrKeys, capacity);
            attrStarts = Arrays.copyOf(attrStarts, capacity);
            attrLengths = Arrays.copyOf(attrLengths, capacity);
        }
        attrRows[attrCount] = row;
        attrKeys[attrCount] = (byte) key.ordinal();
        attrStarts[attrCount] = start;
        attrLengths[attrCount] = length;
        attrCount++;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        kinds = Arrays.copyOf(kinds, capacity);
        fields = Arrays.copyOf(fields, capacity);
        fieldIndexes = Arrays.copyOf(fieldIndexes, capacity);
        parents = Arrays.copyOf(parents, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        treeNodes = Arrays.copyOf(treeNodes, capacity);
        names = Arrays.copyOf(names, capacity);
        valueStarts = Arrays.copyOf(valueStarts, capacity);
        valueLengths = Arrays.copyOf(valueLengths, capacity);
    }
}
