package dev.quarry.extract.names;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which files of a run are resolved, and by whom: the files that changed, and those that can see them.
public final class NameResolution {
    private final RepositoryModules modules;
    private final NameFamily family;
    private final ImportClosure closure;
    private final Set<String> changedPaths;

    /// @param files all parsed files, in the order of their paths
    /// @param changedPaths those whose facts this run has found
    public NameResolution(NameFamily family, List<RepositoryFile> files, Set<String> changedPaths) {
        this.family = family;
        this.modules = new RepositoryModules(files);
        this.closure = new ImportClosure(modules);
        this.changedPaths = changedPaths;
    }

    /// Adds an import of a file that has not changed, as the last run saw it.
    ///
    /// @param number of the file among those given
    public void addImport(int number, Import statement) {
        closure.add(number, statement);
    }

    /// The numbers of the files to resolve.
    ///
    /// @param before names of the modules of the last run
    /// @param changedBefore names that the changed and removed files had as modules in the last run
    public BitSet toResolve(Set<String> before, Set<String> changedBefore) {
        Set<String> changed = new HashSet<>(changedBefore);
        BitSet resolved = new BitSet();
        for (int file = 0; file < modules.files().size(); file++) {
            if (changedPaths.contains(modules.file(file).path())) {
                resolved.set(file);
                if (modules.file(file).module() != null) {
                    changed.add(modules.file(file).module());
                }
            }
        }
        // Packages that have come or gone with their first or last module.
        Set<String> known = new HashSet<>();
        before.forEach(module -> RepositoryModules.addWithPackages(module, known));
        known.stream().filter(name -> !modules.isModule(name)).forEach(changed::add);
        modules.names().stream().filter(name -> !known.contains(name)).forEach(changed::add);
        resolved.or(closure.files(changed));
        return resolved;
    }

    /// A resolver for one worker.
    public FileResolver newResolver(String repo, String runId, int maxFileBytes) {
        return new FileResolver(repo, runId, modules, family, maxFileBytes);
    }
}
