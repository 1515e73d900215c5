package dev.quarry.syntax.cst;

import java.util.Arrays;

/// What is still to be projected: a stack of items, so that the depth of a tree costs heap and never the machine
/// stack. [#pop] leaves the topmost item in the fields.
final class CstWork {
    /// An expression of the syntax tree, with parentheses if it has some; extra 1 for a generator expression without
    /// parentheses of its own.
    static final int EXPRESSION = 0;
    /// A token without children; extra: [CstKind] ordinal and the flags of [CstRows#leaf].
    static final int LEAF = 1;
    /// An element of a display or a tuple; extra 1 for the last.
    static final int ELEMENT = 2;
    /// A value of a dict; extra: its key, 0 for none.
    static final int DICT_ELEMENT = 3;
    static final int SUBSCRIPT_ELEMENT = 4;
    /// An argument; extra: flags of [CallNodes].
    static final int ARGUMENT = 5;
    /// A comparator; extra: its operator's token.
    static final int COMPARISON_TARGET = 6;
    /// A BOOLEAN; extra: how many of its operands the operation covers.
    static final int BOOLEAN_OPERATION = 7;
    /// A list of clauses; extra: the index of the first that counts.
    static final int COMP_FOR = 8;
    /// A condition of a clause.
    static final int COMP_IF = 9;
    /// A part of STRINGS.
    static final int STRING = 10;
    /// STRINGS; extra: the index of the first part that counts.
    static final int CONCATENATED_STRING = 11;
    /// A part of a formatted string; extra 1 in a template string.
    static final int FORMAT_PART = 12;
    /// An expression behind `:` or `->`.
    static final int ANNOTATION = 13;
    /// An expression behind `from`.
    static final int FROM = 14;
    /// A PARAMETERS node; extra: the token before it.
    static final int PARAMETERS = 15;
    /// One parameter or marker; extra 1 for the last.
    static final int PARAMETER = 16;
    /// A list of type parameters; extra: the token of the opening bracket.
    static final int TYPE_PARAMETERS = 17;
    static final int TYPE_PARAMETER = 18;
    static final int TYPE_VARIABLE = 19;
    /// The token of a dotted name's first part; extra: that of its last.
    static final int DOTTED_NAME = 20;
    static final int IMPORT_ALIAS = 21;
    /// An expression behind `as`.
    static final int AS_NAME = 22;
    /// The NAME token behind `as`.
    static final int AS_NAME_TOKEN = 23;
    /// A NAME token in `global` and `nonlocal`.
    static final int NAME_ITEM = 24;
    static final int PATTERN = 25;
    /// An element of a sequence pattern; extra 1 for the last.
    static final int PATTERN_ELEMENT = 26;
    /// A pattern of a mapping pattern's entry; extra: the key, negative for the last element.
    static final int PATTERN_ENTRY = 27;
    /// An argument of a class pattern; extra 1 for the last.
    static final int PATTERN_ARGUMENT = 28;
    static final int PATTERN_ALTERNATIVE = 29;
    /// A list of statements, from the line that begins with statement `extra`.
    static final int LINE = 30;
    static final int SMALL_STATEMENT = 31;
    static final int COMPOUND_STATEMENT = 32;
    /// The list of statements behind a colon.
    static final int SUITE = 33;
    /// The list of statements of an `else`.
    static final int ELSE = 34;
    static final int FINALLY = 35;
    /// An EXCEPT_HANDLER; extra 1 for `except*`.
    static final int HANDLER = 36;
    static final int MATCH_CASE = 37;
    /// A decorator's expression.
    static final int DECORATOR = 38;
    /// Ends a line of small statements; extra: the offset behind its last token.
    static final int END_LINE = 39;
    static final int WITH_ITEM = 40;
    static final int ASSIGN_TARGET = 41;
    /// The targets of a DELETE statement that is the node.
    static final int DELETE_TUPLE = 42;
    /// Ends the row `parent`: its white space reaches to where the lines before end.
    static final int END = 43;
    /// Ends a block likewise, with the lines behind that are indented like it; the node is the token of its first line.
    static final int END_BLOCK = 44;

    private static final int WIDTH = 5;

    private int[] items = new int[WIDTH * 256];
    private int size;

    int operation;
    int node;
    int parent;
    /// Ordinal of a [CstSlot], -1 for the root.
    int slot;
    int index;
    int extra;

    void clear() {
        size = 0;
    }

    /// Adds an item; items come out in the reverse order.
    void push(int operation, int node, int parent, CstSlot slot, int index, int extra) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size] = node;
        items[size + 1] = parent;
        items[size + 2] = index;
        items[size + 3] = extra;
        items[size + 4] = operation | slot.ordinal() << 8;
        size += WIDTH;
    }

    boolean pop() {
        if (size == 0) {
            return false;
        }
        size -= WIDTH;
        node = items[size];
        parent = items[size + 1];
        index = items[size + 2];
        extra = items[size + 3];
        int packed = items[size + 4];
        operation = packed & 0xFF;
        slot = packed >> 8;
        return true;
    }
}
