package dev.quarry.extract.ast;

import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.family.ParsedFile;
import dev.quarry.extract.rows.ErrorLog;
import dev.quarry.extract.rows.FactRows;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstTable;
import java.util.ArrayList;
import java.util.List;

/// Turns syntax trees into rows of the AST family.
final class AstExtractor implements FamilyExtractor {
    /// Files with more nodes are not stored: parse_status failed, error LimitError.
    static final int MAX_NODES = 20_000_000;

    private final AstFamily family;
    private final FileRows files;
    private final NodeRows nodes = new NodeRows();
    private final ErrorRows errors = new ErrorRows();
    private final DocstringRows docstrings = new DocstringRows();
    private final ImportRows imports = new ImportRows();
    private final DefinitionRows definitions = new DefinitionRows();
    private final CallRows calls = new CallRows();
    private final TypeIgnoreRows typeIgnores = new TypeIgnoreRows();
    private final List<FactRows> facts =
            List.of(nodes, errors, docstrings, imports, definitions, calls, typeIgnores);

    AstExtractor(AstFamily family) {
        this.family = family;
        this.files = new FileRows(family);
    }

    @Override
    public boolean add(ParsedFile file, ErrorLog log) {
        SyntaxTree tree = file.tree();
        for (FactRows fact : facts) {
            fact.file(file.row(), tree);
        }
        AstTable table = file.isDecoded() ? file.ast() : null;
        if (table != null && table.size() > MAX_NODES) {
            Diagnostic limit = Diagnostic.ofFile("LimitError", "the file has " + table.size()
                    + " AST nodes, more than max_nodes = " + MAX_NODES, Diagnostic.Stage.LIMIT);
            log.add(file.row().path(), family.fileTable().name(), limit.stage().label(), limit.errorType(),
                    limit.message(), null);
            List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
            diagnostics.add(limit);
            errors.add(tree.source(), diagnostics);
            files.add(file.row(), "failed");
            return true;
        }
        if (table != null) {
            addFacts(table, tree);
        }
        errors.add(tree.source(), file.diagnostics());
        files.add(file.row(), file.parseStatus());
        return false;
    }

    @Override
    public void addUnparsed(FileRow file, Diagnostic reason) {
        errors.file(file);
        errors.add(null, List.of(reason));
        files.add(file, "failed");
    }

    @Override
    public List<ColumnBatch> build() {
        List<ColumnBatch> batches = new ArrayList<>();
        files.buildInto(batches);
        for (FactRows fact : facts) {
            fact.buildInto(batches);
        }
        return batches;
    }

    private void addFacts(AstTable table, SyntaxTree tree) {
        nodes.add(table);
        int size = table.size();
        for (int row = 0; row < size; row++) {
            switch (table.kind(row)) {
                case CALL -> calls.add(table, tree, row);
                case EXPR -> docstrings.addIfDocstring(table, tree, row);
                case FUNCTION_DEF, ASYNC_FUNCTION_DEF, CLASS_DEF -> {
                    // Where the source has an error, the name may be missing: then nothing is defined.
                    if (table.nameIndex(row) >= 0) {
                        definitions.add(table, tree, row);
                    }
                }
                case ALIAS -> imports.add(table, tree, row);
                case TYPE_IGNORE -> typeIgnores.add(table, tree, row);
                default -> {
                    // Only a node.
                }
            }
        }
    }
}
