package dev.quarry.syntax;

import dev.quarry.syntax.Diagnostic.Extent;
import dev.quarry.syntax.Diagnostic.Stage;
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
    static final String INVALID_SYNTAX = "invalid syntax";

    /// An error of the parser.
    ///
    /// @param token the token at which it was noticed
    /// @param reach the last token that CPython's parser has read when it reports the error
    record Finding(Diagnostic diagnostic, int token, int reach) {
        /// Whether it has no words of its own.
        boolean isGeneric() {
            return diagnostic.message().equals(INVALID_SYNTAX);
        }

        /// The same with a prefix to its message, unless it has it.
        Finding prefixed(String prefix) {
            if (diagnostic.message().startsWith(prefix)) {
                return this;
            }
            return new Finding(diagnostic.withMessage(prefix + diagnostic.message()), token, reach);
        }

        /// Whether CPython looks no further: it has stumbled over an indentation.
        boolean isFinal() {
            return diagnostic.message().equals("unexpected indent")
                    || diagnostic.message().equals("unexpected unindent");
        }
    }

    final Grammar grammar;
    TokenBuffer tokens;

    private final List<Finding> findings = new ArrayList<>();
    private boolean silent;
    /// The last token that any trial has looked at.
    private int trialReach;
    /// Where reading stood at the error that was forgotten for better words; -1 when there is none.
    private int forgottenReach = -1;

    /// The token of the first error of the last exploration that has found one.
    int explorationError;
    /// For each exploration, how many errors there were before it.
    private final List<Integer> explorations = new ArrayList<>();
    private boolean inTrial;
    private int trialFindings;
    private int trialDeferrals;
    private boolean trialSilent;
    /// The first error of the last trial; null when there was none.
    Finding trialError;

    ErrorRecorder(Grammar grammar) {
        this.grammar = grammar;
    }

    void reset(TokenBuffer newTokens) {
        tokens = newTokens;
        findings.clear();
        silent = false;
        inTrial = false;
        trialReach = 0;
    }

    /// What was found, in the order in which it was found.
    List<Finding> findings() {
        return findings;
    }

    /// A new statement begins: its first error is to be reported again.
    void startStatement() {
        silent = false;
        forgottenReach = -1;
    }

    /// Whether an error of this statement has been reported, so that no other will be.
    boolean isSilent() {
        return silent;
    }

    void invalidSyntax(int token) {
        switch (tokens.kind(token)) {
            case TokenKind.INDENT -> unexpectedIndent(token);
            case TokenKind.DEDENT -> indentation("unexpected unindent", token);
            case TokenKind.ENDMARKER -> {
                int end = endOfLastLine();
                report(new Diagnostic("SyntaxError", INVALID_SYNTAX, Stage.PARSE, end, end).withExtent(Extent.LINE),
                        token);
            }
            default -> at(token, INVALID_SYNTAX);
        }
    }

    /// A message that CPython has since a release; it had no words for this before.
    String since(PythonVersion version, String message) {
        return grammar.version.isAtLeast(version) ? message : INVALID_SYNTAX;
    }

    /// `&&token` in CPython's grammar.
    void expectedToken(int token, String expected) {
        at(token, "expected '" + expected + "'");
    }

    void unexpectedIndent(int token) {
        indentation("unexpected indent", token);
    }

    void missingBlock(int token, int keyword, String owner) {
        indentation("expected an indented block after " + owner + " on line "
                + (grammar.source.line0(tokens.start(keyword)) + 1), token);
    }

    /// `CHECK_VERSION`: syntax newer than the version that was asked for. The text still has one reading, so the
    /// statement's first error is yet to come, and what is read on trial is what it seems to be.
    void requires(PythonVersion version, int token, String what) {
        if (!grammar.version.isAtLeast(version) && !inTrial) {
            boolean before = silent;
            at(token, what + " only supported in Python " + version + " and greater");
            silent = before;
        }
    }

    /// Lets another error of the same statement be reported: the one before it only concerns the version.
    void endSilence(boolean before) {
        silent = before;
    }

    /// Starts to read something without reporting its errors. Trials don't nest: during one, messages that would need
    /// another are generic, which keeps time linear and recursion bounded.
    void beginTrial() {
        inTrial = true;
        trialFindings = findings.size();
        trialDeferrals = grammar.deferrals.count();
        trialSilent = silent;
        silent = false;
    }

    /// Forgets what has been reported since and says whether there was something.
    boolean endTrial() {
        boolean failed = findings.size() > trialFindings;
        trialError = failed ? findings.get(trialFindings) : null;
        while (findings.size() > trialFindings) {
            findings.removeLast();
        }
        trialReach = Math.max(trialReach, failed ? trialError.reach() : grammar.cursor.position);
        silent = trialSilent;
        inTrial = false;
        return failed;
    }

    /// Starts to read what CPython's second pass reads behind the place where its first has failed, to see whether that has
    /// an error with words of its own. Unlike a trial, it may try others.
    void beginExploration() {
        explorations.add(findings.size());
    }

    /// Says whether the exploration has found an error, and reports it if it isn't a generic one.
    boolean endExploration() {
        int before = explorations.removeLast();
        if (findings.size() == before) {
            trialReach = reach();
            return false;
        }
        Finding first = findings.get(before);
        findings.subList(before, findings.size()).clear();
        explorationError = first.token();
        silent = !first.isGeneric();
        trialReach = Math.max(trialReach, first.reach());
        if (silent) {
            findings.add(first);
        }
        return true;
    }

    /// CPython has read on to here before it has reported the error found behind `count` others, if that has words.
    void readOn(int count) {
        if (!inTrial && findings.size() > count && !findings.get(count).isGeneric()) {
            Finding error = findings.get(count);
            findings.set(count, new Finding(error.diagnostic(), error.token(),
                    Math.max(error.reach(), grammar.cursor.position)));
        }
    }

    /// How many errors have been found, for [#genericSince].
    int count() {
        return findings.size();
    }

    /// The token of the first error found since there were `count`, if the error has no words of its own; else -1.
    int genericSince(int count) {
        return !inTrial && findings.size() > count && findings.get(count).isGeneric() ? findings.get(count).token() : -1;
    }

    /// The token of the first error found since there were `count`, -1 when there is none.
    int errorSince(int count) {
        return !inTrial && findings.size() > count ? findings.get(count).token() : -1;
    }

    /// What CPython gets of an expression.
    enum Reading {
        /// All of it, or a beginning.
        SOME,
        /// Not even a beginning.
        NOTHING,
        /// An error with words of its own.
        ERROR
    }

    /// What CPython has read of an expression; a generic error in it is forgotten.
    ///
    /// @param first first token of the expression
    /// @param count how many errors there were before it
    Reading readingOf(int first, int count, boolean several) {
        if (findings.size() == count) {
            return silent ? Reading.ERROR : Reading.SOME;
        }
        int error = genericSince(count);
        if (error < 0) {
            return Reading.ERROR;
        }
        forget(count);
        return ExpressionPrefix.end(tokens, first, error, several) < 0 ? Reading.NOTHING : Reading.SOME;
    }

    /// Puts a prefix before the messages of the errors found since there were `count`, those apart that have it.
    void prefixSince(int count, String prefix) {
        for (int i = count; i < findings.size() && !inTrial; i++) {
            findings.set(i, findings.get(i).prefixed(prefix));
        }
    }

    /// Forgets the errors found since there were `count`: one with better words will take their place.
    void forget(int count) {
        forgottenReach = findings.get(count).reach();
        findings.subList(count, findings.size()).clear();
        silent = false;
    }

    /// Goes back to where reading on trial began.
    void undo(int deferrals, int token, int end, ExpressionParser.Last last) {
        grammar.deferrals.truncate(deferrals);
        grammar.expressions.restore(last);
        grammar.cursor.moveTo(token);
        grammar.cursor.end = end;
    }

    /// Goes back to where the trial that has just ended began, to read the same tokens again.
    void undoTrial(int token, int end) {
        grammar.deferrals.truncate(trialDeferrals);
        grammar.cursor.moveTo(token);
        grammar.cursor.end = end;
    }

    boolean isInTrial() {
        return inTrial;
    }

    /// Whether a message need not or must not be worked out by a trial.
    boolean isGenericEnough() {
        return silent || inTrial || findings.size() >= LIMIT;
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

    /// `RAISE_SYNTAX_ERROR`: an error at a token.
    void report(String type, String message, int token) {
        int start = startOf(token);
        int end = endOf(token);
        Extent extent = Extent.RANGE;
        switch (start == grammar.source.end() && start == end ? TokenKind.ENDMARKER : tokens.kind(token)) {
            case TokenKind.INDENT, TokenKind.DEDENT -> {
                boolean read = start > grammar.source.lineStart(grammar.source.line0(start));
                extent = read ? Extent.READ_SO_FAR : Extent.NOTHING_READ;
                start -= read ? 1 : 0;
                end = start;
            }
            case TokenKind.ENDMARKER -> {
                if (tokens.kind(token) == TokenKind.NEWLINE) {
                    break;
                }
                extent = Extent.READ_SO_FAR;
                start = endOfLastLine();
                end = start;
            }
            default -> { }
        }
        report(new Diagnostic(type, message, Stage.PARSE, start, end).withExtent(extent), token);
    }

    /// A finding with the lines that CPython's tokenizer holds: told for the first error alone, as CPython has no other.
    Finding located(Finding finding) {
        int lastLine0 = line0Of(finding.reach());
        int firstLine0 = grammar.version.isAtLeast(PythonVersion.PY314) ? lastLine0
                : tokens.firstLineWith(lastLine0, grammar.source, finding.reach() + 1);
        return new Finding(finding.diagnostic().withLines(firstLine0, lastLine0), finding.token(), finding.reach());
    }

    /// Where a token ends in CPython's eyes, which makes every line break one character, none before 3.12, and adds one to
    /// the last line.
    int endOf(int token) {
        return tokens.kind(token) != TokenKind.NEWLINE ? tokens.end(token)
                : tokens.start(token) + (grammar.version.isAtLeast(PythonVersion.PY312) ? 1 : 0);
    }

    /// The line break at the end of the file, or the end where CPython adds one.
    private int endOfLastLine() {
        int end = grammar.source.end();
        byte[] utf8 = grammar.source.utf8();
        if (end > grammar.source.start() && utf8[end - 1] == '\n') {
            end--;
        } else if (end == grammar.source.start() || utf8[end - 1] != '\r') {
            return end;
        }
        return end > grammar.source.start() && utf8[end - 1] == '\r' ? end - 1 : end;
    }

    /// The line in which CPython's tokenizer stands when it has read a token.
    int line0Of(int token) {
        int end = tokens.start(token) == grammar.source.end() ? endOfLastLine()
                : tokens.kind(token) == TokenKind.NEWLINE ? tokens.start(token) : tokens.end(token);
        return grammar.source.line0(end);
    }

    /// `RAISE_SYNTAX_ERROR_KNOWN_RANGE`, with the token after the last one.
    void range(int first, int end, String message) {
        syntax(message, tokens.start(first), endOf(end - 1));
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
        int end = endOf(Math.max(first, grammar.cursor.position)) - 1;
        syntax(message, tokens.start(first), Math.max(end, tokens.start(first)));
    }

    void syntax(String message, int start, int end) {
        int reach = reach();
        report(new Diagnostic("SyntaxError", message, Stage.PARSE, start, end), reach);
    }

    /// CPython has looked at this token, too.
    void reachTo(int token) {
        trialReach = Math.max(trialReach, token);
    }

    /// The last token that has been looked at.
    int reach() {
        return Math.max(forgottenReach < 0 ? grammar.cursor.position : forgottenReach, trialReach);
    }

    void report(Diagnostic diagnostic, int token) {
        if (silent) {
            return;
        }
        if (findings.size() >= LIMIT && !inTrial && explorations.isEmpty()) {
            silent = true;
            return;
        }
        int reach = Math.max(token, reach());
        forgottenReach = -1;
        findings.add(new Finding(diagnostic, token, reach));
        silent = true;
    }
}
