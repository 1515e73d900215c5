package dev.quarry.extract.names;

import dev.quarry.syntax.resolve.ImportedModule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The files of a repository by the modules that they are. Immutable.
final class RepositoryModules {
    private static final int[] NONE = {};

    private final List<RepositoryFile> files;
    private final Map<String, int[]> sources = new HashMap<>();
    private final Map<String, int[]> stubs = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    /// Names that the files of one package use for what is in it, where other packages have the same name.
    private final Set<String> knownInside = new HashSet<>();
    private final SamePackages samePackages;

    /// @param files in the order of their paths, which numbers them
    RepositoryModules(List<RepositoryFile> files) {
        this.files = files;
        this.samePackages = new SamePackages(files);
        for (int file = 0; file < files.size(); file++) {
            String module = files.get(file).module();
            if (module != null) {
                add(module, file, known);
                String inside = samePackages.seen(file, module);
                if (!inside.equals(module)) {
                    add(inside, file, knownInside);
                }
            }
        }
    }

    private void add(String name, int file, Set<String> names) {
        (NameFamily.isStub(files.get(file).path()) ? stubs : sources).merge(name, new int[] {file},
                RepositoryModules::joined);
        addWithPackages(name, names);
    }

    private static int[] joined(int[] some, int[] one) {
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    /// Adds a module and the packages around it.
    static void addWithPackages(String module, Set<String> names) {
        for (String name = module; name != null && names.add(name); name = ImportedModule.parent(name)) {
            // The packages around a known name are known.
        }
    }

    List<RepositoryFile> files() {
        return files;
    }

    RepositoryFile file(int number) {
        return files.get(number);
    }

    int[] sources(String module) {
        return sources.getOrDefault(module, NONE);
    }

    int[] stubs(String module) {
        return stubs.getOrDefault(module, NONE);
    }

    boolean isModule(String name) {
        return known.contains(name) || knownInside.contains(name);
    }

    /// The name by which a file's imports find a module.
    String seen(int file, String module) {
        return samePackages.seen(file, module);
    }

    /// The names of all modules and of the packages around them.
    Set<String> names() {
        return known;
    }

    /// The numbers of the files that stand for a module: its sources, else its stubs; none for a namespace. Several
    /// when more than one file can be imported by that name.
    int[] main(String module) {
        return sources(module).length > 0 ? sources(module) : stubs(module);
    }
}
