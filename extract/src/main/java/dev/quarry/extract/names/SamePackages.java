package dev.quarry.extract.names;

import dev.quarry.syntax.resolve.ImportedModule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Top-level packages that have the same name in several folders, as the `tests` of several projects have.
///
/// While a file of one of them runs under its name, that name means its own package and no other: there is one package of
/// a name in a process, and unless it is a namespace package it is looked up in one folder. So what such a file imports
/// from its own package is known, while for all other files every one of the packages is a candidate.
final class SamePackages {
    /// Between a package's number and the dotted name of a module in it, which has no such character.
    private static final char SEPARATOR = ':';

    /// By file: what the names of modules in its own package begin with; null where nothing needs to be told apart.
    private final String[] prefixes;
    private final List<RepositoryFile> files;

    SamePackages(List<RepositoryFile> files) {
        this.files = files;
        this.prefixes = new String[files.size()];
        Map<String, Set<String>> folders = new HashMap<>();
        Map<String, Integer> packages = new HashMap<>();
        for (RepositoryFile file : files) {
            if (file.module() != null) {
                String top = ImportedModule.top(file.module());
                folders.computeIfAbsent(top, name -> new HashSet<>(2)).add(file.topFolder());
                if (file.module().equals(top) && file.topFolder() != null && NameFamily.isPackage(file.path())) {
                    packages.putIfAbsent(file.topFolder() + top, packages.size());
                }
            }
        }
        for (int file = 0; file < prefixes.length; file++) {
            RepositoryFile each = files.get(file);
            if (each.module() != null && each.topFolder() != null) {
                String top = ImportedModule.top(each.module());
                Integer number = folders.get(top).size() > 1 ? packages.get(each.topFolder() + top) : null;
                prefixes[file] = number == null ? null : number.toString() + SEPARATOR;
            }
        }
    }

    /// The name by which a file's imports find a module.
    String seen(int file, String module) {
        String prefix = prefixes[file];
        return prefix != null && ImportedModule.top(module).equals(ImportedModule.top(files.get(file).module()))
                ? prefix + module : module;
    }

    /// The dotted name of a module, whoever sees it.
    static String dotted(String seen) {
        return seen.substring(seen.indexOf(SEPARATOR) + 1);
    }
}
