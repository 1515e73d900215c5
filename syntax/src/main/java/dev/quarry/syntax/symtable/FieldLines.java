package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;

/// Lines of what stands in an f-string's replacement field, as 3.8 counts them.
///
/// 3.8 compiles the field on its own and then moves it to the line of the whole string atom, plus the lines before the
/// first place in the atom's first literal that reads like the field. That is the field's own line for an atom of one
/// literal, and mostly not for adjacent ones.
final class FieldLines {
    /// Bytes of a literal that is searched for each of its fields; fields of a longer one keep their own lines.
    private static final int LONGEST = 1 << 16;

    private FieldLines() {}

    /// How many lines to add to the true line of what stands in a field.
    ///
    /// @param strings the atom: a STRINGS node
    /// @param shift the same of the atom, which may stand in a field itself
    static int shift(SyntaxTree tree, int strings, int field, int shift) {
        SourceText source = tree.source();
        int from = tree.start(field);
        int to = end(tree, field);
        int atomLine = source.line0(tree.start(strings)) + shift;
        int literal = tree.element(tree.slot(strings, 0), 0);
        if (tree.end(literal) - tree.start(literal) > LONGEST) {
            return shift;
        }
        return atomLine + linesBefore(source.utf8(), tree.start(literal), tree.end(literal), from, to)
                - source.line0(from + 1);
    }

    /// Where the field's expression ends, white space included.
    private static int end(SyntaxTree tree, int field) {
        int end = tree.end(field) - 1;
        for (int slot = 1; slot <= 3; slot++) {
            if (tree.slot(field, slot) != 0) {
                // A conversion's exclamation mark is the byte before its letter.
                return tree.tokens().start(tree.slot(field, slot)) - (slot == 2 ? 1 : 0);
            }
        }
        return end;
    }

    /// Line feeds in a literal before the first place that reads like the field in plain braces; 0 if there is none.
    private static int linesBefore(byte[] utf8, int start, int end, int from, int to) {
        int lines = 0;
        for (int at = start; at + (to - from) < end; at++) {
            if (utf8[at + (to - from)] == '}' && equal(utf8, at, from, to - from)) {
                return lines;
            }
            if (utf8[at] == '\n') {
                lines++;
            }
        }
        return 0;
    }

    private static boolean equal(byte[] utf8, int first, int second, int length) {
        for (int i = 0; i < length; i++) {
            if (utf8[first + i] != utf8[second + i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isFormatted(SyntaxTree tree, int strings) {
        int parts = tree.slot(strings, 0);
        for (int i = 0; i < tree.length(parts); i++) {
            if (tree.kind(tree.element(parts, i)) == NodeKind.FSTRING) {
                return true;
            }
        }
        return false;
    }
}
