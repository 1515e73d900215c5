package dev.quarry.syntax;

import dev.quarry.syntax.Diagnostic.Stage;
import java.util.List;

/// Where the parts of the lexer report what is wrong.
final class LexicalErrors {
    /// CPython stops at the first; more than this tell nobody anything, and a binary file would have millions.
    private static final int MOST = 100;

    private final List<Diagnostic> diagnostics;
    private final int room;

    LexicalErrors(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
        this.room = diagnostics.size() + MOST;
    }

    /// Whether reports are dropped from now on.
    boolean isFull() {
        return diagnostics.size() >= room;
    }

    /// A SyntaxError at one place.
    void at(int offset, String message) {
        add("SyntaxError", message, offset, offset);
    }

    /// A SyntaxError over a range.
    void over(int start, int end, String message) {
        add("SyntaxError", message, start, end);
    }

    void indentation(int offset, String message) {
        add("IndentationError", message, offset, offset);
    }

    void tabs(int offset) {
        add("TabError", "inconsistent use of tabs and spaces in indentation", offset, offset);
    }

    private void add(String type, String message, int start, int end) {
        if (!isFull()) {
            diagnostics.add(new Diagnostic(type, message, Stage.TOKENIZE, start, end));
        }
    }
}
