package dev.quarry.syntax;

import dev.quarry.syntax.ErrorRecorder.Finding;
import dev.quarry.syntax.LexicalErrors.Strike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Reads a Python file into a [SyntaxTree], for any grammar from 3.8 to 3.15.
///
/// Parsing never fails: a file that CPython would refuse has a tree all the same, with error nodes where tokens fit
/// nowhere, and [SyntaxTree#diagnostics] begin with CPython's error. Recursion is bounded, whatever the nesting, and
/// time is linear in the length of the file.
///
/// A parser may be used for any number of files, one after the other, by one thread at a time.
public final class Parser {
    private final Lexer lexer = new Lexer();
    private final Grammar grammar = new Grammar();
    private final DeferredParts deferredParts = new DeferredParts(grammar);

    /// Parses a file, given as its bytes, which must not change afterwards: the tree keeps them.
    public SyntaxTree parse(byte[] file, ParseOptions options) {
        return parse(SourceText.decode(file), options);
    }

    /// Parses a text, as CPython's `compile` does a `str`, see [SourceText#of].
    public SyntaxTree parse(String text, ParseOptions options) {
        return parse(SourceText.of(text), options);
    }

    /// Parses a decoded file; what is wrong with its encoding comes first among the diagnostics.
    public SyntaxTree parse(SourceText.Decoded file, ParseOptions options) {
        List<Diagnostic> lexical = new ArrayList<>(file.diagnostics());
        TokenBuffer tokens = lexer.lex(file.text(), options, lexical);
        LineRecovery recovery = lexer.recovery(file.text());
        SyntaxTree tree = parse(file.text(), tokens, lexer.names(), lexical, lexer.strike(), options);
        return recovery == null || tree.diagnostics().isEmpty() ? tree : recover(file, tree, recovery, options);
    }

    /// Reads a file again with early ends for what it doesn't close. Its first error stays.
    private SyntaxTree recover(SourceText.Decoded file, SyntaxTree first, LineRecovery recovery,
            ParseOptions options) {
        List<Diagnostic> lexical = new ArrayList<>(file.diagnostics());
        TokenBuffer tokens = lexer.lex(file.text(), options, lexical, recovery);
        SyntaxTree tree = parse(file.text(), tokens, lexer.names(), lexical, lexer.strike(), options);
        return tree.withDiagnostics(recovery.withoutNoise(first.diagnostics(), file.diagnostics().size(),
                tree.diagnostics()));
    }

    /// Parses tokens; `lexical` is what the lexer has to say about them, `strike` how CPython meets the first of that.
    SyntaxTree parse(SourceText source, TokenBuffer tokens, NameTable names, List<Diagnostic> lexical, Strike strike,
            ParseOptions options) {
        grammar.reset(source, tokens, options);
        int root = switch (options.mode()) {
            case EXEC -> grammar.statements.module();
            case EVAL -> grammar.statements.evaluation();
            case SINGLE -> grammar.statements.interactive();
            case FUNC_TYPE -> grammar.statements.functionType();
        };
        deferredParts.parseAll();
        grammar.deferrals.resolve(grammar.tree, root);
        return new SyntaxTree(source, tokens, names, grammar.tree.toArray(), root, diagnostics(lexical, strike), options);
    }

    /// The lexer's and the parser's errors, CPython's first, then type comments out of place.
    private List<Diagnostic> diagnostics(List<Diagnostic> lexical, Strike strike) {
        List<Finding> found = grammar.errors.findings();
        found.sort(Comparator.comparingInt(finding -> finding.diagnostic().start()));
        if (!found.isEmpty()) {
            found.set(0, grammar.errors.located(found.getFirst()));
        }
        List<Diagnostic> all = found.isEmpty() ? lexical
                : FirstError.order(lexical, strike, found, grammar.source, grammar.cursor.tokens());
        if (grammar.options.typeComments()) {
            addStrayTypeComments(all);
        }
        return all;
    }

    /// CPython refuses a file for a type comment where its grammar has none; here it is a comment like any other.
    private void addStrayTypeComments(List<Diagnostic> diagnostics) {
        TokenBuffer tokens = grammar.cursor.tokens();
        int[] taken = grammar.cursor.takenTypeComments();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.kind(token) == TokenKind.TYPE_COMMENT && Arrays.binarySearch(taken, token) < 0) {
                Diagnostic stray = strayTypeComment(tokens, token);
                int line0 = grammar.source.line0(stray.start());
                diagnostics.add(stray.withLines(line0, line0));
            }
        }
    }

    /// `invalid_star_etc: '*' ',' TYPE_COMMENT | …`,
    /// `invalid_double_type_comments: TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT`
    private static Diagnostic strayTypeComment(TokenBuffer tokens, int token) {
        if (token >= 2 && tokens.kind(token - 1) == TokenKind.COMMA && tokens.kind(token - 2) == TokenKind.STAR) {
            return new Diagnostic("SyntaxError", "bare * has associated type comment", Diagnostic.Stage.TYPE_COMMENT,
                    tokens.start(token), tokens.end(token));
        }
        if (token >= 2 && tokens.kind(token - 1) == TokenKind.NEWLINE
                && tokens.kind(token - 2) == TokenKind.TYPE_COMMENT && token + 2 < tokens.size()
                && tokens.kind(token + 1) == TokenKind.NEWLINE && tokens.kind(token + 2) == TokenKind.INDENT) {
            // Told of the INDENT, which the tokenizer has read up to the line's first word.
            int read = tokens.start(token + 2) - 1;
            return new Diagnostic("SyntaxError", "Cannot have two type comments on def", Diagnostic.Stage.TYPE_COMMENT, read,
                    read).withExtent(Diagnostic.Extent.READ_SO_FAR);
        }
        return new Diagnostic("SyntaxError", "invalid syntax", Diagnostic.Stage.TYPE_COMMENT, tokens.start(token),
                tokens.end(token));
    }
}
