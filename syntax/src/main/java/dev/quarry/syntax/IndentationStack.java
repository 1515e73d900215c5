package dev.quarry.syntax;

import java.util.Arrays;

/// The indentation levels that are open, and the INDENT and DEDENT tokens that their changes make.
final class IndentationStack {
    /// What [#line] says about a line.
    static final int FINE = 0;
    static final int TABS = 1;
    static final int TOO_DEEP = 2;
    static final int NO_SUCH_LEVEL = 3;

    /// CPython's limit, the unindented level included.
    private static final int MAX_LEVELS = 100;

    private final TokenBuffer tokens;
    private int[] columns = new int[32];
    /// Columns with tabs of width 1.
    private int[] narrowColumns = new int[32];
    private int[] indentTokens = new int[32];
    /// Index of the current level; level 0 is no indentation.
    private int level;

    IndentationStack(TokenBuffer tokens) {
        this.tokens = tokens;
    }

    void begin() {
        level = 0;
    }

    /// Whether a line indented by spaces alone is on the current level.
    boolean isCurrent(int spaces) {
        return columns[level] == spaces && narrowColumns[level] == spaces;
    }

    /// Accounts for a line whose first token is at `offset`.
    int line(int offset, int column, int narrow) {
        if (column == columns[level]) {
            return narrow == narrowColumns[level] ? FINE : TABS;
        }
        if (column > columns[level]) {
            return indent(offset, column, narrow);
        }
        // A line between two levels belongs to the inner one, which from now on is there.
        while (level > 0 && column <= columns[level - 1]) {
            dedent(offset);
        }
        if (column != columns[level]) {
            columns[level] = column;
            narrowColumns[level] = narrow;
            return NO_SUCH_LEVEL;
        }
        return narrow == narrowColumns[level] ? FINE : TABS;
    }

    /// Ends all levels at the end of the file.
    void closeAll(int offset) {
        while (level > 0) {
            dedent(offset);
        }
    }

    private int indent(int offset, int column, int narrow) {
        int problem = narrow <= narrowColumns[level] ? TABS : level + 1 == MAX_LEVELS ? TOO_DEEP : FINE;
        if (++level == columns.length) {
            columns = Arrays.copyOf(columns, level * 2);
            narrowColumns = Arrays.copyOf(narrowColumns, level * 2);
            indentTokens = Arrays.copyOf(indentTokens, level * 2);
        }
        columns[level] = column;
        narrowColumns[level] = narrow;
        indentTokens[level] = (level & Lexer.DEFERRAL_INTERVAL - 1) == 0
                ? tokens.addLarge(TokenKind.INDENT, offset, offset, 0) : tokens.add(TokenKind.INDENT, offset, offset, 0);
        return problem;
    }

    private void dedent(int offset) {
        int token = tokens.add(TokenKind.DEDENT, offset, offset, 0);
        if ((level & Lexer.DEFERRAL_INTERVAL - 1) == 0) {
            tokens.setPayload(indentTokens[level], token);
        }
        level--;
    }
}
