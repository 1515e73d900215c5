package dev.quarry.syntax;

import java.util.ArrayList;
import java.util.List;

/// Collects the errors that the parser finds, with the places that CPython gives them, and lets a message be worked out
/// by reading ahead on trial.
///
/// CPython stops at its first error. This parser goes on, but reports one error per statement at most: what follows in
/// the same statement is noise. Errors that only concern the chosen version don't count, as the text still has one
/// reading.
abstract class ErrorRecorder {
    /// More diagnostics of one file than this tell nothing new.
    private static final int LIMIT = 200;

    final Grammar grammar;
    TokenBuffer tokens;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean silent;

    private boolean inTrial;
    private int trialDiagnostics;
    private int trialDeferrals;
    private boolean trialSilent;
    /// The first error of the last trial; null when there was none.
    private Diagnostic trialError;

    ErrorRecorder(Grammar grammar) {
        this.grammar = grammar;
    }

    void reset(TokenBuffer newTokens) {
        tokens = newTokens;
        diagnostics.clear();
        silent = false;
        inTrial = false;
    }

    /// What was found, in the order in which it was found.
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /// A new statement begins: its first error is to be reported again.
    void startStatement() {
        silent = false;
    }

    /// Whether an error of this statement has been reported, so that no other will be.
    boolean isSilent() {
        return silent;
    }

    void invalidSyntax(int token) {
        switch (tokens.kind(token)) {
            case TokenKind.INDENT -> unexpectedIndent(token);
            case TokenKind.DEDENT -> indentation("unexpected unindent", token);
            default -> at(token, "invalid syntax");
        }
    }

    /// `&&token` in CPython's grammar.
    void expectedToken(int token, String expected) {
        at(token, "expected '" + expected + "'");
    }

    void unexpectedIndent(int token) {
        indentation("unexpected indent", token);
    }

    void missingBlock(int token, int keyword, String owner) {
        indentation("expected an indented block after " + owner + " on line " + lineOf(keyword), token);
    }

    /// `CHECK_VERSION`: syntax newer than the version that was asked for.
    void requires(PythonVersion version, int token, String what) {
        if (!grammar.version.isAtLeast(version)) {
            boolean before = silent;
            at(token, what + " only supported in Python " + version + " and greater");
            silent = before;
        }
    }

    void tooDeep(int token) {
        report(new Diagnostic("LimitError", "lambda parameters are nested too deeply in each other's defaults; "
                + "put the inner lambdas in parentheses", Diagnostic.Stage.LIMIT, tokens.start(token),
                tokens.end(token)));
    }

    /// Starts to read something without reporting its errors. Trials don't nest: during one, messages that would need
    /// another are generic, which keeps time linear and recursion bounded.
    void beginTrial() {
        inTrial = true;
        trialDiagnostics = diagnostics.size();
        trialDeferrals = grammar.deferrals.count();
        trialSilent = silent;
        silent = false;
    }

    /// Forgets what has been reported since and says whether there was something.
    boolean endTrial() {
        boolean failed = diagnostics.size() > trialDiagnostics;
        trialError = failed ? diagnostics.get(trialDiagnostics) : null;
        while (diagnostics.size() > trialDiagnostics) {
            diagnostics.removeLast();
        }
        silent = trialSilent;
        inTrial = false;
        return failed;
    }

    /// A trial has failed: its error counts if it has words of its own, else the token where the trial began.
    void reportTrialErrorOr(int token) {
        if (!silent && !inTrial && trialError != null && !trialError.message().equals("invalid syntax")) {
            report(trialError);
        } else {
            invalidSyntax(token);
        }
    }

    /// Goes back to where the trial that has just ended began, to read the same tokens again.
    void undoTrial(int token, int end) {
        grammar.deferrals.truncate(trialDeferrals);
        grammar.cursor.moveTo(token);
        grammar.cursor.end = end;
    }

    /// Whether a message need not or must not be worked out by a trial.
    boolean isGenericEnough() {
        return silent || inTrial;
    }

    // Places.

    /// Where a token starts in CPython's eyes: a NEWLINE takes the comment before it along.
    int startOf(int token) {
        int start = tokens.start(token);
        if (tokens.kind(token) == TokenKind.NEWLINE && token > 0) {
            byte[] utf8 = grammar.source.utf8();
            for (int i = tokens.end(token - 1); i < start; i++) {
                if (utf8[i] == '#') {
                    return i;
                }
            }
        }
        return start;
    }

    void at(int token, String message) {
        report("SyntaxError", message, token);
    }

    void indentation(String message, int token) {
        report("IndentationError", message, token);
    }

    /// An error at a token. Those without width have no column in CPython, which then counts up to where its tokenizer
    /// stands and forgets to go from an offset to a column: it points at the character before.
    void report(String type, String message, int token) {
        int start = startOf(token);
        int end = tokens.end(token);
        if (start == end) {
            start = Math.max(start - 1, 0);
            end = start;
        }
        report(new Diagnostic(type, message, Diagnostic.Stage.PARSE, start, end));
    }

    /// `RAISE_SYNTAX_ERROR_KNOWN_RANGE`, with the token after the last one.
    void range(int first, int end, String message) {
        syntax(message, tokens.start(first), tokens.end(end - 1));
    }

    void node(int node, String message) {
        if (node < 0) {
            at(grammar.cursor.position, message);
        } else {
            range(grammar.tree.first(node), grammar.tree.end(node), message);
        }
    }

    /// `RAISE_SYNTAX_ERROR_STARTING_FROM`: up to the token before the current one.
    void startingFrom(int first, String message) {
        int end = tokens.end(Math.max(first, grammar.cursor.position)) - 1;
        syntax(message, tokens.start(first), Math.max(end, tokens.start(first)));
    }

    void syntax(String message, int start, int end) {
        report(Diagnostic.syntaxError(message, Diagnostic.Stage.PARSE, start, end));
    }

    void report(Diagnostic diagnostic) {
        if (silent || diagnostics.size() == LIMIT) {
            return;
        }
        diagnostics.add(diagnostic);
        silent = true;
    }

    int lineOf(int token) {
        byte[] utf8 = grammar.source.utf8();
        int line = 1;
        for (int i = grammar.source.start(); i < tokens.start(token); i++) {
            if (utf8[i] == '\n' || utf8[i] == '\r' && utf8[i + 1] != '\n') {
                line++;
            }
        }
        return line;
    }
}
