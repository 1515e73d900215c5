package dev.quarry.extract.names;

import dev.quarry.catalog.NameDatasets;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.rows.FileTableRows;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.syntax.names.ModuleName;
import java.util.List;
import java.util.Optional;

/// Rows of `name_files_v1`.
final class FileRows extends FileTableRows {

    FileRows(NameFamily family) {
        super(NameDatasets.FILES, family.extractorHash());
    }

    void add(FileRow file, Optional<ModuleName> module, List<String> exported, String parseStatus) {
        identity(file);
        rows.strings("module_fqn").add(module.map(ModuleName::name).orElse(null));
        rows.bools("is_init").add(NameFamily.isPackage(file.path()));
        ListColumn names = rows.list("exported_names");
        exported.forEach(names.texts()::add);
        names.endList();
        rows.strings("resolver_version").add(NameFamily.RESOLVER_VERSION);
        rows.strings("parse_status").add(parseStatus);
    }
}
