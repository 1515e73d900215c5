package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.family.ParsedFile;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.rows.FileTableRows;
import dev.quarry.syntax.facts.ModuleLayout;
import dev.quarry.syntax.names.ModuleName;
import java.util.List;

/// Rows of `libcst_files_v1`: identity and how the file was read, one for each parsed file.
final class CstFileRows extends FileTableRows {
    private static final String FINGERPRINT = CstDatasets.familyFingerprint();

    private final CstFamily family;

    CstFileRows(CstFamily family) {
        super(CstDatasets.FILES, family.extractorHash());
        this.family = family;
    }

    /// @param matches those of the file
    void add(ParsedFile file, MatchRows matches, ModuleLayout layout, List<String> futureImports) {
        rows.strings("encoding").add(file.tree().source().encodingName());
        rows.strings("default_indent").add(layout.defaultIndent());
        rows.strings("default_newline").add(layout.defaultNewline());
        rows.bools("has_trailing_newline").add(layout.hasTrailingNewline());
        futureImports.forEach(rows.list("future_imports").texts()::add);
        for (int i = 0; i < matches.templates().size(); i++) {
            rows.map("attrs").put(MatchRows.ATTRIBUTE + matches.templates().get(i).name(),
                    Integer.toString(matches.count(i)));
        }
        addRest(file.row(), file.parseStatus());
    }

    /// A file of which no text is known.
    ///
    /// @param encoding null when the file was not read, or when its declaration is wrong
    void addUndecoded(FileRow file, String encoding) {
        rows.strings("encoding").add(encoding);
        rows.strings("default_indent").add(null);
        rows.strings("default_newline").add(null);
        rows.bools("has_trailing_newline").addNull();
        addRest(file, "failed");
    }

    private void addRest(FileRow file, String parseStatus) {
        identity(file);
        rows.list("future_imports").endList();
        ModuleName module = family.modules().of(file.path()).orElse(null);
        rows.strings("module_name").add(module == null ? null : module.name());
        rows.strings("package_name").add(module == null ? null : module.packageName());
        rows.strings("libcst_version").add(CstFamily.LIBCST_VERSION);
        rows.strings("parser_backend").add(CstFamily.PARSER);
        rows.strings("parsed_python_version").add(family.python().version().toString());
        rows.strings("schema_fingerprint").add(FINGERPRINT);
        rows.strings("parse_status").add(parseStatus);
        rows.map("attrs").endMap();
    }
}
