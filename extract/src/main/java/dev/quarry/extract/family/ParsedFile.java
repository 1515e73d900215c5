package dev.quarry.extract.family;

import dev.quarry.extract.rows.FileRow;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.symtable.ScopeRegions;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.ArrayList;
import java.util.List;

/// A file that is being extracted: its tree, and what is derived from the tree once for all families that want it.
/// Valid until the worker parses its next file.
public final class ParsedFile {
    private final FileRow row;
    private final SyntaxTree tree;
    private final FileParser parser;
    private AstTable ast;
    private SymbolTable symbols;
    private ScopeRegions regions;
    private List<Diagnostic> diagnostics;

    ParsedFile(FileRow row, SyntaxTree tree, FileParser parser) {
        this.row = row;
        this.tree = tree;
        this.parser = parser;
    }

    public FileRow row() {
        return row;
    }

    public SyntaxTree tree() {
        return tree;
    }

    /// CPython's AST, also where the file has errors.
    public AstTable ast() {
        if (ast == null) {
            ast = parser.ast(tree);
        }
        return ast;
    }

    /// Scopes and symbols of the module, also where it has errors.
    public SymbolTable symbols() {
        if (symbols == null) {
            symbols = parser.symbols(tree);
        }
        return symbols;
    }

    /// Which scope of [#symbols] a place belongs to: the block_id of a name is the scope at its first byte.
    public ScopeRegions regions() {
        if (regions == null) {
            regions = ScopeRegions.of(symbols());
        }
        return regions;
    }

    /// Everything wrong with the file, the error that CPython reports first.
    ///
    /// What CPython's compiler refuses in a file that parses comes before misplaced type comments, which it does not
    /// mind.
    public List<Diagnostic> diagnostics() {
        if (diagnostics == null) {
            diagnostics = tree.diagnostics();
            if (!hasErrors()) {
                List<Diagnostic> refused = parser.compileErrors(tree, symbols());
                if (!refused.isEmpty()) {
                    diagnostics = new ArrayList<>(refused);
                    diagnostics.addAll(tree.diagnostics());
                }
            }
        }
        return diagnostics;
    }

    /// Whether there is text to take facts from: a file that cannot be decoded has none.
    public boolean isDecoded() {
        return isDecoded(tree);
    }

    /// Whether a tree was made from text.
    public static boolean isDecoded(SyntaxTree tree) {
        return tree.diagnostics().stream().noneMatch(diagnostic -> diagnostic.stage() == Stage.DECODE);
    }

    /// Whether the file doesn't parse; a misplaced type comment doesn't count.
    public boolean hasErrors() {
        return tree.diagnostics().stream().anyMatch(diagnostic -> diagnostic.stage() != Stage.TYPE_COMMENT);
    }

    /// The file's parse_status: `ok`, `recovered` or `failed`. What only the compiler refuses takes nothing from the
    /// facts and leaves it `ok`.
    public String parseStatus() {
        return !isDecoded() ? "failed" : hasErrors() ? "recovered" : "ok";
    }
}
