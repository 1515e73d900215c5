package dev.quarry.extract;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.CstDatasets;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.NameDatasets;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.catalog.SymtableDatasets;
import java.util.List;

/// Names shared by the staged tables, the statements over them, and the code that fills and reads them.
///
/// The statements themselves are built as expression trees when the project is built (`WorklistStatements` in the
/// tests) and read from a resource by [Statements].
final class Worklist {
    /// One row per listed file, before it is known whether it has to be read.
    static final String LISTING = "listing";
    /// One row per file in scope as it is now: the columns of `repo_files_v1` and what [Unit]s ask for.
    static final String MANIFEST = "manifest";
    /// One row per file and unit that is missing or stale.
    static final String NEEDED = "needed";
    /// The rows of `scope_manifest_v1` as they are now.
    static final String SCOPE = "scope";
    /// The rows of `python_extensions_v1` as they are now.
    static final String EXTENSIONS = "extensions";

    private Worklist() {}

    /// Something that is extracted from a file as a whole: the files for which it is missing or stale are found by
    /// comparing the manifest with one dataset.
    enum Unit {
        /// A family: its file table has a row for every parsed file.
        AST(AstDatasets.FILES, true),
        SYMTABLE(SymtableDatasets.FILES, true),
        CST(CstDatasets.FILES, true),
        NAMES(NameDatasets.FILES, true),
        /// Files that have lines have a line 0.
        LINE_INDEX(RepoDatasets.FILE_LINE_INDEX, false),
        BLOBS(RepoDatasets.REPO_FILE_BLOBS, false);

        private final Dataset fileTable;
        private final boolean isFamily;

        Unit(Dataset fileTable, boolean isFamily) {
            this.fileTable = fileTable;
            this.isFamily = isFamily;
        }

        /// The unit of a family's file table.
        ///
        /// @throws IllegalArgumentException if there is none
        static Unit of(Dataset fileTable) {
            for (Unit unit : values()) {
                if (unit.fileTable.equals(fileTable)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException(fileTable.name() + " is no file table");
        }

        /// The dataset with the identity of the files that were extracted.
        Dataset fileTable() {
            return fileTable;
        }

        /// The name of the unit in statements.
        String id() {
            return fileTable.name();
        }

        /// Whether it is a family, whose rows also become stale when the extractor or its options change.
        boolean isFamily() {
            return isFamily;
        }

        int bit() {
            return 1 << ordinal();
        }

        boolean in(int units) {
            return (units & bit()) != 0;
        }

        /// Whether a dataset is written by this unit.
        boolean writes(Dataset dataset) {
            return dataset.equals(fileTable)
                    || dataset.family() != null && dataset.family().equals(fileTable.family());
        }
    }

    /// The columns of a dataset's staged form: what is stored, in order.
    static List<String> stagedColumns(Dataset dataset) {
        return dataset.storedColumns().stream().map(Column::name).toList();
    }
}
