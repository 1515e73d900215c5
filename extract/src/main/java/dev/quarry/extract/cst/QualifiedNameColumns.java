package dev.quarry.extract.cst;

import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.store.batch.StructColumn;
import dev.quarry.syntax.names.ModuleName;
import dev.quarry.syntax.names.QualifiedName;
import java.util.Optional;
import java.util.TreeSet;

/// A column of qualified names, and one of the same as names of the whole program.
final class QualifiedNameColumns {
    private final ListColumn names;
    private final StructColumn elements;
    private final StringColumn name;
    private final StringColumn source;
    private final ListColumn fullNames;

    QualifiedNameColumns(BatchBuilder rows, String names, String fullNames) {
        this.names = rows.list(names);
        this.elements = this.names.structs();
        this.name = elements.field("name", StringColumn.class);
        this.source = elements.field("source", StringColumn.class);
        this.fullNames = rows.list(fullNames);
    }

    /// Adds the names of a definition or callee.
    void add(FileContext file, int node) {
        Optional<ModuleName> module = file.module();
        TreeSet<String> full = new TreeSet<>();
        for (QualifiedName qualified : file.qualifiedNames(node)) {
            name.add(qualified.name());
            source.add(qualified.source().name());
            elements.endStruct();
            module.flatMap(known -> known.fullyQualified(qualified)).ifPresent(full::add);
        }
        names.endList();
        full.forEach(fullNames.texts()::add);
        fullNames.endList();
    }
}
