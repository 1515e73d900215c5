package dev.quarry.extract.names;

import dev.quarry.catalog.NameDatasets;
import dev.quarry.extract.family.ParsedFile;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.rows.PositionColumns;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.resolve.ImportedModule;
import java.util.List;
import java.util.Set;

/// Rows of `python_imports_v1`. Concrete and abstract syntax are projections of one tree, so that what one has the other
/// has, too.
final class ImportRows {
    private static final List<String> SOURCES = List.of("cst", "ast");
    private static final int LEVEL_SLOT = NodeKind.IMPORT_FROM.slotIndex("level");
    private static final int AS_NAME_SLOT = NodeKind.ALIAS.slotIndex("asName");

    private final BatchBuilder rows = new BatchBuilder(NameDatasets.IMPORTS);
    private final PositionColumns positions = new PositionColumns(rows);
    private final ListColumn sources = rows.list("sources");
    private final DictionaryColumn module = rows.dictionary("module");
    private final DictionaryColumn name = rows.dictionary("name");
    private final DictionaryColumn asname = rows.dictionary("asname");

    private final Set<String> importedModules;

    /// @param importedModules takes the top-level modules of absolute imports
    ImportRows(Set<String> importedModules) {
        this.importedModules = importedModules;
    }

    void add(ParsedFile file) {
        if (!file.isDecoded()) {
            return;
        }
        positions.source(file.tree().source());
        AstTable table = file.ast();
        for (int row = 0; row < table.size(); row++) {
            if (table.kind(row) == AstKind.ALIAS) {
                add(file.row(), file.tree(), table, row);
            }
        }
    }

    private void add(FileRow file, SyntaxTree tree, AstTable table, int row) {
        int statement = table.parent(row);
        int alias = table.treeNode(row);
        int asToken = tree.slot(alias, AS_NAME_SLOT);
        boolean from = table.kind(statement) == AstKind.IMPORT_FROM;
        rows.dictionary("repo").add(file.repo());
        rows.dictionary("run_id").add(file.runId());
        rows.dictionary("file_id").add(file.fileId());
        rows.dictionary("path").add(file.path());
        rows.strings("source").add(SOURCES.getFirst());
        SOURCES.forEach(sources.texts()::add);
        sources.endList();
        rows.dictionary("kind").add(from ? "importfrom" : "import");
        module.add(from ? table.name(statement) : null);
        String imported = table.name(row);
        name.add(imported);
        asname.add(asToken == 0 ? null : tree.names().text(tree.tokens().payload(asToken)));
        int level = from ? tree.slot(table.treeNode(statement), LEVEL_SLOT) : 0;
        rows.ints("level").add(level);
        String imports = from ? table.name(statement) : imported;
        if (level == 0 && imports != null) {
            importedModules.add(ImportedModule.top(imports));
        }
        rows.bools("is_star").add(from && imported.equals("*"));
        positions.add(tree.start(alias), tree.end(alias));
    }

    void buildInto(List<ColumnBatch> batches) {
        if (rows.rows() > 0) {
            batches.add(rows.build());
        }
    }
}
