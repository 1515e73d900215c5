package dev.quarry.syntax.tokenize;

import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;

/// The f-strings and t-strings that are open in a [CTokenizer], innermost last, and whether it reads their text or the
/// expression in a field.
final class FormatModes {
    /// CPython's limits on nesting.
    private static final int MAX_STRINGS = 149;
    private static final int MAX_FIELDS = 3;

    /// An open string.
    private static final class Mode {
        private int quote;
        private int quoteSize;
        private boolean raw;
        private boolean template;
        private int start;
        private int line;
        private int lineStart;
        /// Whether text is read next, rather than an expression.
        private boolean inText;
        private boolean inSpecification;
        /// Whether the outermost field's expression has ended.
        private boolean expressionEnded;
        /// Brackets that are open in the string, of all kinds.
        private int brackets;
        /// The bracket depth around the innermost field's expression, -1 outside fields.
        private int fieldDepth;
    }

    /// From Python 3.14 on, letters that exclude each other are read as a prefix, and then rejected.
    private final boolean readsAnyPrefix;
    /// Python 3.12 takes all text after the end of the outermost field's expression for a specification, and lets closing
    /// brackets too many pass.
    private final boolean before313;
    private Mode[] modes = new Mode[8];
    private int depth;
    /// The mode at `depth - 1`; null outside f-strings.
    private Mode mode;

    /// The letters before the quotes that are being read.
    private boolean sawB;
    private boolean sawR;
    private boolean sawU;
    private boolean sawF;
    private boolean sawT;

    FormatModes(PythonVersion version) {
        readsAnyPrefix = version.isAtLeast(PythonVersion.PY314);
        before313 = !version.isAtLeast(PythonVersion.PY313);
    }

    // Prefixes.

    void beginPrefix() {
        sawB = false;
        sawR = false;
        sawU = false;
        sawF = false;
        sawT = false;
    }

    /// Takes a letter into the prefix if it may stand there.
    boolean addToPrefix(int c) {
        switch (c) {
            case 'b', 'B' -> {
                boolean free = !sawB && (readsAnyPrefix || !sawU && !sawF);
                sawB |= free;
                return free;
            }
            case 'u', 'U' -> {
                boolean free = !sawU && (readsAnyPrefix || !sawB && !sawR && !sawF);
                sawU |= free;
                return free;
            }
            case 'r', 'R' -> {
                boolean free = !sawR && (readsAnyPrefix || !sawU);
                sawR |= free;
                return free;
            }
            case 'f', 'F' -> {
                boolean free = !sawF && (readsAnyPrefix || !sawB && !sawU);
                sawF |= free;
                return free;
            }
            case 't', 'T' -> {
                boolean free = !sawT && readsAnyPrefix;
                sawT |= free;
                return free;
            }
            default -> {
                return false;
            }
        }
    }

    /// What is wrong with the prefix, or null.
    String prefixConflict() {
        String pair = sawU && sawB ? "'u' and 'b'" : sawU && sawR ? "'u' and 'r'" : sawU && sawF ? "'u' and 'f'"
                : sawU && sawT ? "'u' and 't'" : sawB && sawF ? "'b' and 'f'" : sawB && sawT ? "'b' and 't'"
                : sawF && sawT ? "'f' and 't'" : null;
        return pair == null ? null : pair + " prefixes are incompatible";
    }

    boolean sawFormat() {
        return sawF || sawT;
    }

    // Strings.

    boolean isOpen() {
        return depth > 0;
    }

    boolean isFull() {
        return depth == MAX_STRINGS;
    }

    /// Opens a string with the prefix that was read last.
    void open(int quote, int quoteSize, int start, int line, int lineStart) {
        if (depth == modes.length) {
            modes = Arrays.copyOf(modes, depth * 2);
        }
        mode = new Mode();
        modes[depth++] = mode;
        mode.quote = quote;
        mode.quoteSize = quoteSize;
        mode.raw = sawR;
        mode.template = sawT;
        mode.start = start;
        mode.line = line;
        mode.lineStart = lineStart;
        mode.inText = true;
        mode.fieldDepth = -1;
    }

    void close() {
        modes[--depth] = null;
        mode = depth == 0 ? null : modes[depth - 1];
    }

    int quote() {
        return mode.quote;
    }

    int quoteSize() {
        return mode.quoteSize;
    }

    boolean endsWith(int quote, int size) {
        return mode.quote == quote && mode.quoteSize == size;
    }

    boolean isRaw() {
        return mode.raw;
    }

    boolean isTemplate() {
        return mode.template;
    }

    /// `f` or `t`.
    char letter() {
        return mode.template ? 't' : 'f';
    }

    int start() {
        return mode.start;
    }

    int line() {
        return mode.line;
    }

    int lineStart() {
        return mode.lineStart;
    }

    // Text and fields.

    /// Whether the text of a string is read next.
    boolean inText() {
        return depth > 0 && mode.inText;
    }

    boolean inSpecification() {
        return (before313 ? mode.expressionEnded : mode.inSpecification) && mode.fieldDepth >= 0;
    }

    boolean depthIsZero() {
        return mode.brackets == 0;
    }

    /// Goes from text to a field's expression. Returns false when fields are nested too deeply.
    boolean enterField() {
        mode.fieldDepth++;
        if (mode.fieldDepth >= MAX_FIELDS) {
            return false;
        }
        leaveText();
        return true;
    }

    /// Goes from text to the brackets and line breaks that are no text.
    void leaveText() {
        mode.inText = false;
        mode.inSpecification = false;
    }

    /// Takes note of punctuation that may begin or end the outermost field's expression.
    void see(int c) {
        if (depth == 0 || mode.fieldDepth < 0) {
            return;
        }
        switch (c) {
            case '{' -> mode.expressionEnded &= mode.brackets != 0;
            case '}', ':', '!' -> mode.expressionEnded |= mode.brackets == 1;
            default -> { }
        }
    }

    /// Whether a colon here begins a format specification.
    boolean beginsSpecification() {
        return depth > 0 && mode.fieldDepth >= 0 && mode.brackets - 1 == mode.fieldDepth;
    }

    void enterSpecification() {
        mode.inText = true;
        mode.inSpecification = true;
    }

    void openBracket() {
        if (depth > 0) {
            mode.brackets++;
        }
    }

    /// Returns what is wrong with the bracket, or null.
    String closeBracket(int c) {
        if (depth == 0) {
            return null;
        }
        if (mode.brackets == 0 && c == '}') {
            return letter() + "-string: single '}' is not allowed";
        }
        if (mode.brackets == 0 && !before313) {
            return letter() + "-string: unmatched '" + (char) c + "'";
        }
        mode.brackets--;
        if (c == '}' && mode.brackets == mode.fieldDepth) {
            mode.fieldDepth--;
            mode.inText = true;
            mode.inSpecification = false;
        }
        return null;
    }
}
