package dev.quarry.extract.names;

import dev.quarry.syntax.resolve.ImportedModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the files whose names may lead elsewhere since other files have changed: those that import a changed module, and
/// those that import one of these, and so on.
final class ImportClosure {
    private final RepositoryModules modules;
    /// By module: unchanged files with an import that names it, or goes through it.
    private final Map<String, List<Integer>> importers = new HashMap<>();
    /// By module: unchanged files in which it is an object, through whose attributes they may reach all modules below.
    private final Map<String, List<Integer>> holders = new HashMap<>();

    ImportClosure(RepositoryModules modules) {
        this.modules = modules;
    }

    /// Adds an import of a file that has not changed.
    void add(int file, Import statement) {
        String absolute = absolute(file, statement.module(), statement.level());
        if (absolute == null) {
            return;
        }
        // An import runs the packages around.
        for (String at = absolute; at != null; at = ImportedModule.parent(at)) {
            add(importers, at, file);
        }
        if (statement.name() != null) {
            add(importers, absolute + "." + statement.name(), file);
            add(holders, absolute + "." + statement.name(), file);
        } else if (statement.isFrom() || statement.isRenamed()) {
            add(holders, absolute, file);
        } else {
            add(holders, ImportedModule.top(absolute), file);
        }
    }

    private static void add(Map<String, List<Integer>> by, String module, int file) {
        List<Integer> files = by.computeIfAbsent(module, key -> new ArrayList<>(2));
        if (files.isEmpty() || files.getLast() != file) {
            files.add(file);
        }
    }

    private String absolute(int file, String module, int level) {
        RepositoryFile importer = modules.file(file);
        return ImportedModule.absolute(importer.module(), NameFamily.isPackage(importer.path()), level, module);
    }

    /// The numbers of unchanged files that can see one of the modules.
    ///
    /// @param changed names of modules that changed, came or went
    BitSet files(Set<String> changed) {
        BitSet affected = new BitSet(modules.files().size());
        Set<String> seen = new HashSet<>(changed);
        ArrayDeque<String> next = new ArrayDeque<>(changed);
        while (!next.isEmpty()) {
            String module = next.remove();
            reach(importers.getOrDefault(module, List.of()), affected, seen, next);
            for (String at = module; at != null; at = ImportedModule.parent(at)) {
                reach(holders.getOrDefault(at, List.of()), affected, seen, next);
            }
        }
        return affected;
    }

    private void reach(List<Integer> files, BitSet affected, Set<String> seen, ArrayDeque<String> next) {
        for (int file : files) {
            if (!affected.get(file)) {
                affected.set(file);
                String module = modules.file(file).module();
                if (module != null && seen.add(module)) {
                    next.add(module);
                }
            }
        }
    }
}
