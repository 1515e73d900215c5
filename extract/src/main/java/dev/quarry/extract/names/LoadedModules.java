package dev.quarry.extract.names;

import dev.quarry.extract.scan.FileReader;
import dev.quarry.extract.scan.FileReading;
import dev.quarry.syntax.resolve.ModuleIndex;
import dev.quarry.syntax.resolve.NameFacts;

/// The modules of a repository with their facts, of which those of unchanged files are read when they are asked for.
/// Each worker has its own; the store behind it is shared.
final class LoadedModules implements ModuleIndex {
    /// A power of two.
    private static final int RECENT = 64;

    private final RepositoryModules modules;
    private final NameFactsStore store;
    private final FileReader reader;
    private final FactsReader facts;
    /// Facts that were asked for lately, by the low bits of the file's number, so that few questions go to the store.
    private final NameFacts[] recent = new NameFacts[RECENT];
    private final int[] recentFiles = new int[RECENT];

    LoadedModules(RepositoryModules modules, NameFamily family, int maxFileBytes) {
        this.modules = modules;
        this.store = family.store();
        this.reader = new FileReader(maxFileBytes);
        this.facts = new FactsReader(family.python().version());
    }

    @Override
    public int[] sources(String module) {
        return modules.sources(module);
    }

    @Override
    public int[] stubs(String module) {
        return modules.stubs(module);
    }

    @Override
    public boolean isModule(String module) {
        return modules.isModule(module);
    }

    @Override
    public String module(int file) {
        return modules.file(file).module();
    }

    @Override
    public String seen(int file, String module) {
        return modules.seen(file, module);
    }

    @Override
    public boolean isPackage(int file) {
        return NameFamily.isPackage(modules.file(file).path());
    }

    @Override
    public NameFacts facts(int file) {
        int slot = file & RECENT - 1;
        if (recent[slot] == null || recentFiles[slot] != file) {
            RepositoryFile wanted = modules.file(file);
            NameFacts found = store.get(wanted.path());
            if (found == null) {
                found = read(wanted);
                store.put(wanted.path(), found);
            }
            recent[slot] = found;
            recentFiles[slot] = file;
        }
        return recent[slot];
    }

    /// A file that cannot be read any more, or is over the limit, has no names: the run says so elsewhere.
    private NameFacts read(RepositoryFile file) {
        return facts.of(switch (reader.read(file.path(), file.absolute(), file.mode(), true)) {
            case FileReading.Complete complete -> complete.bytes();
            case FileReading.Failed _ -> null;
        });
    }
}
