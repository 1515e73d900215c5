package dev.quarry.syntax;

import dev.quarry.syntax.Diagnostic.Extent;
import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.LexicalErrors.Strike;
import java.util.ArrayList;
import java.util.List;

/// Which error of a file CPython reports, when lexer and parser have found some.
///
/// CPython's parser reads tokens when it needs them, so an error of the tokenizer stops it when it asks for the token
/// that can't be read. Where the parser fails before that, CPython reads the rest of the tokens, and what that
/// brings counts more, provided that
/// - the tokenizer is outside of any f-string, and
/// - it raises an exception, or
/// - it stops in a bracket that was opened on a line before that of the last token the parser has read: then the
///   bracket `was never closed`.
///
/// An error that the tokenizer only signals (wrong indentation, a bad line continuation, the end of the file) counts no
/// more than that, and behind an unexpected indentation nothing does. Reading on stops at the first error of either
/// sort, so later ones never matter. The lexer here goes on to the end of the file first; this class finds the order
/// again.
final class FirstError {
    private FirstError() {}

    /// All diagnostics, CPython's error first.
    ///
    /// @param strike how CPython meets the first lexical error; null when there is none
    /// @param found the parser's errors; not empty
    static List<Diagnostic> order(List<Diagnostic> lexical, Strike strike, List<ErrorRecorder.Finding> found,
            SourceText source, TokenBuffer tokens) {
        List<Diagnostic> all = new ArrayList<>(lexical.size() + found.size() + 1);
        int first = 0;
        while (first < lexical.size() && lexical.get(first).stage() != Stage.TOKENIZE) {
            all.add(lexical.get(first++));
        }
        ErrorRecorder.Finding error = found.getFirst();
        if (strike != null && error.reach() >= strike.token()) {
            all.addAll(lexical.subList(first, lexical.size()));
            addAll(all, found);
            return all;
        }
        if (strike != null && !error.isFinal() && !strike.inFormatString()) {
            Diagnostic struck = lexical.get(first);
            int bracket = strike.openBracket();
            if (strike.raised()) {
                all.add(struck);
                first++;
            } else if (bracket >= 0 && source.line0(tokens.start(error.reach())) > source.line0(bracket)) {
                Diagnostic unclosed = neverClosed(source, bracket, struck.lastLine0());
                all.add(unclosed);
                first += struck.equals(unclosed) ? 1 : 0;
            }
        }
        addAll(all, found);
        all.addAll(lexical.subList(first, lexical.size()));
        return all;
    }

    /// The error of a bracket that is open when CPython can't read on.
    static Diagnostic neverClosed(SourceText source, int bracket, int lastLine0) {
        return new Diagnostic("SyntaxError", "'" + (char) source.utf8()[bracket] + "' was never closed",
                Stage.TOKENIZE, bracket, bracket)
                .withExtent(Extent.BEGINNING).withLines(source.line0(bracket), lastLine0);
    }

    private static void addAll(List<Diagnostic> all, List<ErrorRecorder.Finding> found) {
        for (ErrorRecorder.Finding finding : found) {
            all.add(finding.diagnostic());
        }
    }
}
