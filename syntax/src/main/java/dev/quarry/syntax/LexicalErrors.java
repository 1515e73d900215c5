package dev.quarry.syntax;

import dev.quarry.syntax.Diagnostic.Extent;
import dev.quarry.syntax.Diagnostic.Stage;
import java.util.List;

/// Where the parts of the lexer report what is wrong.
final class LexicalErrors {
    /// CPython stops at the first; more than this tell nobody anything, and a binary file would have millions.
    private static final int MOST = 100;

    /// How CPython meets the first error, for [FirstError].
    ///
    /// @param token the token whose reading fails
    /// @param raised whether the tokenizer raises an exception; otherwise it only leaves an error code, which becomes
    ///         one when the parser asks for the token
    /// @param inFormatString whether the tokenizer is inside an f-string then
    /// @param openBracket offset of the innermost bracket that is open then, -1 when there is none
    record Strike(int token, boolean raised, boolean inFormatString, int openBracket) {}

    private final List<Diagnostic> diagnostics;
    private final SourceText source;
    private final TokenBuffer tokens;
    private final FormatStrings formats;
    private final BracketStack brackets;
    private final PythonVersion version;
    private final int room;
    private Strike strike;

    LexicalErrors(List<Diagnostic> diagnostics, SourceText source, TokenBuffer tokens, FormatStrings formats,
            BracketStack brackets, PythonVersion version) {
        this.diagnostics = diagnostics;
        this.source = source;
        this.tokens = tokens;
        this.formats = formats;
        this.brackets = brackets;
        this.version = version;
        this.room = diagnostics.size() + MOST;
    }

    /// Whether reports are dropped from now on.
    boolean isFull() {
        return diagnostics.size() >= room;
    }

    /// How CPython meets the first error; null when there is none.
    Strike strike() {
        return strike;
    }

    /// A SyntaxError at one place.
    void at(int offset, String message) {
        over(offset, offset, message);
    }

    /// A SyntaxError over a range.
    void over(int start, int end, String message) {
        overAtToken(tokens.size(), start, end, message);
    }

    /// A SyntaxError at one place, found when the token has been added already.
    void atToken(int token, int offset, String message) {
        overAtToken(token, offset, offset, message);
    }

    /// The same where CPython gives the columns in bytes.
    void overBytes(int start, int end, String message) {
        add(tokens.size(), true, new Diagnostic("SyntaxError", message, Stage.TOKENIZE, start, end)
                .withExtent(Extent.BYTES));
    }

    private void overAtToken(int token, int start, int end, String message) {
        add(token, true, new Diagnostic("SyntaxError", message, Stage.TOKENIZE, start, end));
    }

    /// A bracket that is open at the end of the file.
    void neverClosed(int bracket, int end) {
        add(tokens.size(), false, FirstError.neverClosed(source, bracket, source.lastLine0(end)));
    }

    /// A SyntaxError that CPython's tokenizer signals by a code.
    void signalled(int offset, Extent extent, String message) {
        signal(tokens.size(), "SyntaxError", offset, extent, message);
    }

    /// A line whose indentation is wrong; `token` is the first that it would make.
    void indentation(String type, int token, int offset, Extent extent, String message) {
        signal(token, type, offset, extent, message);
    }

    private void signal(int token, String type, int offset, Extent extent, String message) {
        if (isFull()) {
            return;
        }
        int line0 = source.line0(offset);
        // CPython has no errors but the first, and since 3.14 tells the last line alone.
        int firstLine0 = strike == null && !version.isAtLeast(PythonVersion.PY314)
                ? tokens.firstLineWith(line0, source, tokens.size()) : line0;
        add(token, false, new Diagnostic(type, message, Stage.TOKENIZE, offset, offset).withExtent(extent)
                .withLines(firstLine0, line0));
    }

    private void add(int token, boolean raised, Diagnostic diagnostic) {
        if (isFull()) {
            return;
        }
        if (strike == null) {
            strike = new Strike(token, raised, formats.isOpen(), brackets.depth() == 0 ? -1 : brackets.topOffset());
        }
        diagnostics.add(diagnostic);
    }
}
