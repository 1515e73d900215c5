package dev.quarry.extract.names;

import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.family.ParsedFile;
import dev.quarry.extract.rows.ErrorLog;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.names.ModuleName;
import dev.quarry.syntax.resolve.NameFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps what files bind and refer to, and writes the rows that follow from a file alone: its module and its imports.
final class NameExtractor implements FamilyExtractor {
    private final NameFamily family;
    private final FactsReader reader;
    private final FileRows files;
    private final ModuleRows modules = new ModuleRows();
    private final ImportRows imports;

    NameExtractor(NameFamily family) {
        this.family = family;
        this.reader = new FactsReader(family.python().version());
        this.files = new FileRows(family);
        this.imports = new ImportRows(family.importedModules());
    }

    @Override
    public boolean add(ParsedFile file, ErrorLog log) {
        FileRow row = file.row();
        NameFacts facts = reader.of(file.tree());
        family.store().put(row.path(), facts);
        family.changed(row.path());
        Optional<ModuleName> module = family.modules().of(row.path());
        files.add(row, module, facts.exportedNames(), file.parseStatus());
        module.ifPresent(name -> modules.add(row, name));
        imports.add(file);
        return false;
    }

    @Override
    public void addUnparsed(FileRow file, Diagnostic reason) {
        family.changed(file.path());
        Optional<ModuleName> module = family.modules().of(file.path());
        files.add(file, module, List.of(), "failed");
        module.ifPresent(name -> modules.add(file, name));
    }

    @Override
    public List<ColumnBatch> build() {
        List<ColumnBatch> batches = new ArrayList<>();
        files.buildInto(batches);
        modules.buildInto(batches);
        imports.buildInto(batches);
        return batches;
    }
}
