package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;

/// Compares the AST with that of `ast.parse`, node by node.
final class AstComparison extends RowComparison {
    private static final char WITHOUT_TYPE_COMMENTS = 'F';

    private final Parser parser = new Parser();
    private final AstProjector projector = new AstProjector();

    AstComparison() {
        super("ast_rows.py");
    }

    @Override
    Facts facts(byte[] file, PythonVersion version, char status) {
        SyntaxTree tree = parser.parse(file,
                new ParseOptions(version, ParseMode.EXEC, status != WITHOUT_TYPE_COMMENTS));
        String error = firstError(tree, AstComparison::isOfParser);
        return error != null ? new Facts(error, null) : new Facts(null, new AstRows(projector.project(tree), tree));
    }

    @Override
    String fact(String expected, String actual) {
        return AstRows.fact(expected, actual);
    }

    /// Whether `ast.parse` would report it too; stray type comments are dealt with by parsing without them.
    private static boolean isOfParser(Diagnostic diagnostic) {
        return diagnostic.stage() != Diagnostic.Stage.COMPILE && diagnostic.stage() != Diagnostic.Stage.TYPE_COMMENT;
    }
}
