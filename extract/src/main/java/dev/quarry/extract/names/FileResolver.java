package dev.quarry.extract.names;

import dev.quarry.catalog.NameDatasets;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.NameResolver;
import dev.quarry.syntax.resolve.Target;
import java.util.ArrayList;
import java.util.List;

/// Resolves the names of files into rows. Each worker has its own.
public final class FileResolver {
    private final String repo;
    private final String runId;
    private final RepositoryModules modules;
    private final LoadedModules index;
    private final NameResolver resolver;
    private final ResolvedRows references = new ResolvedRows(NameDatasets.REFERENCES);
    private final ResolvedRows calls = new ResolvedRows(NameDatasets.CALLS);
    private final ResolvedImportRows imports = new ResolvedImportRows();

    FileResolver(String repo, String runId, RepositoryModules modules, NameFamily family, int maxFileBytes) {
        this.repo = repo;
        this.runId = runId;
        this.modules = modules;
        this.index = new LoadedModules(modules, family, maxFileBytes);
        this.resolver = new NameResolver(index, family.python().version());
    }

    /// Adds the rows of a file.
    ///
    /// @param number of the file among the repository's
    public void add(int number) {
        NameFacts facts = index.facts(number);
        RepositoryFile file = modules.file(number);
        for (int i = 0; i < facts.importCount(); i++) {
            String module = resolver.importedModule(number, i);
            imports.add(new ResolvedImportRows.Alias(repo, runId, file, facts.importStart(i), facts.importEnd(i),
                    module != null ? SamePackages.dotted(module) : asWritten(facts, i), facts.importName(i),
                    facts.isStarImport(i)),
                    described(resolver.imports(number, i)), modules);
        }
        for (int i = 0; i < facts.referenceCount(); i++) {
            references.add(file, facts.referenceStart(i), facts.referenceEnd(i),
                    described(resolver.definitions(number, i)), modules);
        }
        for (int i = 0; i < facts.callCount(); i++) {
            calls.add(file, facts.callStart(i), facts.callEnd(i), described(resolver.callees(number, i)), modules);
        }
    }

    private List<TargetColumns.Described> described(List<Target> targets) {
        return TargetColumns.describe(targets, modules, index);
    }

    private static String asWritten(NameFacts facts, int number) {
        String module = facts.importModule(number);
        return ".".repeat(facts.importLevel(number)) + (module == null ? "" : module);
    }

    /// Takes the rows added since the last call, one batch for each table that has any.
    public List<ColumnBatch> build() {
        List<ColumnBatch> batches = new ArrayList<>();
        imports.buildInto(batches);
        references.buildInto(batches);
        calls.buildInto(batches);
        return batches;
    }
}
