package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.rows.FileTableRows;

/// Rows of `ast_files_v1`: identity and parse manifest, one for each parsed file.
final class FileRows extends FileTableRows {
    private final AstFamily family;

    FileRows(AstFamily family) {
        super(AstDatasets.FILES, family.extractorHash());
        this.family = family;
    }

    void add(FileRow file, String parseStatus) {
        identity(file);
        rows.strings("parse_mode").add("exec");
        rows.strings("feature_version").add(family.python().version().toString());
        rows.bools("type_comments").add(true);
        rows.ints("optimize").add(0);
        rows.bools("allow_top_level_await").add(false);
        rows.bools("dont_inherit").add(true);
        rows.strings("python_version_source").add(family.python().source());
        rows.strings("reference_python").add(family.python().version().toString());
        rows.strings("parser_name").add(AstFamily.PARSER_NAME);
        rows.strings("parser_version").add(AstFamily.PARSER_VERSION);
        rows.strings("parse_status").add(parseStatus);
        rows.map("attrs").addEmpty();
    }
}
