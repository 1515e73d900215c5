package dev.quarry.extract.symtable;

import dev.quarry.catalog.SymtableDatasets;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.rows.FileTableRows;

/// Rows of `symtable_files_v1`: identity and parse manifest, one for each parsed file.
final class FileRows extends FileTableRows {
    private final SymtableFamily family;

    FileRows(SymtableFamily family) {
        super(SymtableDatasets.FILES, family.extractorHash());
        this.family = family;
    }

    void add(FileRow file, String parseStatus) {
        identity(file);
        rows.strings("compile_type").add("exec");
        rows.strings("feature_version").add(family.python().version().toString());
        rows.strings("python_version_source").add(family.python().source());
        rows.strings("reference_python").add(family.python().version().toString());
        rows.strings("parser_version").add(SymtableFamily.PARSER_VERSION);
        rows.strings("parse_status").add(parseStatus);
        rows.map("attrs").addEmpty();
    }
}
