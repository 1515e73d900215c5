package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;

/// Errors in the replacement fields of f-strings and t-strings, worded as CPython does.
///
/// Up to 3.11, CPython cuts the expression out of the string, looks at the characters around it, and parses it as a text
/// of its own in parentheses. From 3.12 on, fields are part of the grammar.
final class FieldErrors {
    private static final String CONVERSIONS = ": expected 's', 'r', or 'a'";

    private final Grammar grammar;
    /// Opening token of the string whose field is being read.
    private int string;

    FieldErrors(Grammar grammar) {
        this.grammar = grammar;
    }

    /// Sets the string whose field is being read from now on, by its opening token; returns the one before.
    int enter(int newString) {
        int before = string;
        string = newString;
        return before;
    }

    private boolean isCutOut() {
        return !grammar.version.isAtLeast(PythonVersion.PY312);
    }

    private int kind(int token) {
        return grammar.cursor.tokens().kind(token);
    }

    /// `f-string: ` or `t-string: `, which most messages begin with.
    private String label() {
        return kind(string) == TokenKind.TSTRING_START ? "t-string: " : "f-string: ";
    }

    private void at(int token, String message) {
        grammar.errors.at(isCutOut() ? grammar.errors.placeOfLiteral(string) : token, label() + message);
    }

    /// `lambda` right in a field: its colon begins the format specification.
    void lambda(int lambda) {
        if (isCutOut()) {
            invalidExpression(grammar.cursor.position);
        } else {
            grammar.errors.range(lambda, grammar.cursor.end,
                    label() + "lambda expressions are not allowed without parentheses");
        }
    }

    private void invalidExpression(int token) {
        grammar.errors.at(token, prefix() + "invalid syntax");
    }

    /// What errors of the cut-out expression begin with.
    private String prefix() {
        return grammar.version.isAtLeast(PythonVersion.PY39) ? label() : "";
    }

    /// A field's expression has errors: CPython takes what it can of it.
    ///
    /// @param count how many errors there were before the expression
    void incompleteExpression(int first, int count) {
        if (isCutOut()) {
            grammar.errors.prefixSince(count, prefix());
            return;
        }
        int error = grammar.errors.genericSince(count);
        if (error < 0) {
            return;
        }
        int end = ExpressionPrefix.end(grammar.cursor.tokens(), first, error, true);
        grammar.errors.forget(count);
        if (end < 0) {
            at(first, "expecting a valid expression after '{'");
        } else {
            at(end, "expecting '=', or '!', or ':', or '}'");
        }
    }

    void missingExpression(int token) {
        String found = switch (kind(token)) {
            case TokenKind.EQUAL -> "=";
            case TokenKind.EXCLAMATION -> "!";
            case TokenKind.COLON -> ":";
            case TokenKind.RBRACE -> "}";
            default -> "";
        };
        if (!isCutOut()) {
            at(token, found.isEmpty() ? "expecting a valid expression after '{'"
                    : "valid expression required before '" + found + "'");
        } else if (found.isEmpty()) {
            invalidExpression(token);
        } else if (found.equals("}") || !grammar.version.isAtLeast(PythonVersion.PY311)) {
            at(token, "empty expression not allowed");
        } else {
            at(token, "expression required before '" + found + "'");
        }
    }

    /// A cut-out expression that is one starred one.
    void starred(int starred) {
        grammar.errors.node(starred, label() + (grammar.version.isAtLeast(PythonVersion.PY310)
                ? "cannot use starred expression here" : "can't use starred expression here"));
    }

    /// `!` without a name behind it.
    void missingConversion(int token) {
        if (isCutOut()) {
            at(token, kind(token) == TokenKind.FSTRING_END || kind(token) == TokenKind.TSTRING_END
                    ? "expecting '}'" : "invalid conversion character" + CONVERSIONS);
        } else {
            at(token, kind(token) == TokenKind.COLON || kind(token) == TokenKind.RBRACE
                    ? "missing conversion character" : "invalid conversion character");
        }
    }

    /// The name behind `!`.
    void checkConversion(int token) {
        TokenBuffer tokens = grammar.cursor.tokens();
        int start = tokens.start(token);
        int end = tokens.end(token);
        boolean adjacent = tokens.end(token - 1) == start;
        if (!grammar.version.isAtLeast(PythonVersion.PY314)) {
            // CPython has read the next token before it looks at this one.
            grammar.errors.reachTo(token + 1);
        }
        if (isCutOut()) {
            if (!adjacent || "sra".indexOf(grammar.source.utf8()[start]) < 0) {
                at(token, "invalid conversion character" + CONVERSIONS);
            } else if (end > start + 1 || tokens.start(token + 1) > end) {
                at(token + 1, "expecting '}'");
            }
        } else if (!adjacent) {
            String mark = grammar.version.isAtLeast(PythonVersion.PY314) ? "exclamation" : "exclamanation";
            grammar.errors.range(token - 1, token + 1,
                    label() + "conversion type must come right after the " + mark + " mark");
        } else if (end > start + 1 || "sra".indexOf(grammar.source.utf8()[start]) < 0) {
            String found = new String(grammar.source.utf8(), start, end - start, StandardCharsets.UTF_8);
            at(token, "invalid conversion character '" + found + "'" + CONVERSIONS);
        }
    }

    /// What stands in the place of the closing brace.
    void unfinished(int token, int equals, int conversion, int colon) {
        int count = grammar.errors.count();
        if (colon == 0 && conversion == 0 && equals == 0 && grammar.errors.reportMissingCommaBefore(token)) {
            if (isCutOut()) {
                grammar.errors.prefixSince(count, prefix());
            }
            return;
        }
        if (isCutOut()) {
            if (colon == 0 && conversion == 0 && equals == 0) {
                invalidExpression(token);
            } else {
                at(token, "expecting '}'");
            }
        } else if (colon != 0) {
            at(token, "expecting '}', or format specs");
        } else if (conversion != 0) {
            at(token, "expecting ':' or '}'");
        } else if (equals != 0) {
            at(token, "expecting '!', or ':', or '}'");
        } else {
            at(token, "expecting '=', or '!', or ':', or '}'");
        }
    }
}
