package dev.quarry.extract.family;

import dev.quarry.extract.rows.FileRow;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.compile.CompileChecker;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.symtable.SymbolTableBuilder;
import java.util.List;

/// Parses files for all families. Each worker has its own: the buffers are used again.
public final class FileParser {
    private final ParseOptions options;
    private final Parser parser = new Parser();
    private final AstProjector projector = new AstProjector();
    private final SymbolTableBuilder symbolTables = new SymbolTableBuilder();
    private final CompileChecker compiler = new CompileChecker();

    public FileParser(PythonVersion version) {
        this.options = ParseOptions.module(version);
    }

    public ParsedFile parse(FileRow row, SourceText.Decoded decoded) {
        return new ParsedFile(row, parser.parse(decoded, options), this);
    }

    AstTable ast(SyntaxTree tree) {
        return projector.project(tree);
    }

    SymbolTable symbols(SyntaxTree tree) {
        return symbolTables.build(tree);
    }

    List<Diagnostic> compileErrors(SyntaxTree tree, SymbolTable symbols) {
        return compiler.check(tree, symbols).errors();
    }
}
