package dev.quarry.syntax;

/// How a file is to be read.
///
/// @param version grammar and shape of the tree
/// @param mode what the text is: a module, one expression, …
/// @param typeComments whether `# type:` comments are part of the tree, as with `ast.parse(type_comments=True)`
public record ParseOptions(PythonVersion version, ParseMode mode, boolean typeComments) {

    /// `compile`'s modes.
    public enum ParseMode {
        EXEC, EVAL, SINGLE, FUNC_TYPE
    }

    /// A module, with type comments, as the extraction of a repository reads it.
    public static ParseOptions module(PythonVersion version) {
        return new ParseOptions(version, ParseMode.EXEC, true);
    }
}
