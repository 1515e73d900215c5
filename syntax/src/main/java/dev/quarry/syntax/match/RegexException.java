package dev.quarry.syntax.match;

/// A text that is no regular expression, or one that [RegularExpression] does not know.
final class RegexException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param position of the problem in the expression, 0-based, in UTF-16 units
    RegexException(String problem, int position) {
        super(problem + " at position " + position);
    }
}
