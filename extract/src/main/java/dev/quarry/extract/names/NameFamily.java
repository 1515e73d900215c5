package dev.quarry.extract.names;

import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.NameDatasets;
import dev.quarry.catalog.StableId;
import dev.quarry.extract.family.Family;
import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.project.DeclaredPython;
import dev.quarry.extract.project.ModuleNames;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Names between files.
public final class NameFamily implements Family {
    /// Raised with every change that changes rows: all files are then resolved anew.
    static final String RESOLVER_VERSION = "2";

    private final DeclaredPython python;
    private final ModuleNames modules;
    private final NameFactsStore store;
    private final String extractorHash;
    private final Set<String> changedPaths = ConcurrentHashMap.newKeySet();
    private final Set<String> importedModules = ConcurrentHashMap.newKeySet();

    /// @param python grammar, and release whose builtins are known
    /// @param modules which module each file is
    /// @param store takes what extractors find
    public NameFamily(DeclaredPython python, ModuleNames modules, NameFactsStore store) {
        this.python = python;
        this.modules = modules;
        this.store = store;
        this.extractorHash = StableId.md5Hex("names\n" + RESOLVER_VERSION + "\nfeature_version=" + python.version()
                + "\nmodule_roots=" + modules.roots() + "\n");
    }

    @Override
    public Dataset fileTable() {
        return NameDatasets.FILES;
    }

    @Override
    public String extractorHash() {
        return extractorHash;
    }

    @Override
    public Map<String, String> options() {
        return Map.of("module_roots", modules.roots());
    }

    @Override
    public FamilyExtractor newExtractor() {
        return new NameExtractor(this);
    }

    DeclaredPython python() {
        return python;
    }

    public ModuleNames modules() {
        return modules;
    }

    /// The files that extractors have seen: their names and those of whoever sees them may lead elsewhere.
    public Set<String> changedPaths() {
        return changedPaths;
    }

    void changed(String path) {
        changedPaths.add(path);
    }

    /// The top-level modules that the files which extractors have seen import by absolute names.
    public Set<String> importedModules() {
        return importedModules;
    }

    NameFactsStore store() {
        return store;
    }

    static boolean isPackage(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("__init__.py") || name.equals("__init__.pyi");
    }

    static boolean isStub(String path) {
        return path.endsWith(".pyi");
    }
}
