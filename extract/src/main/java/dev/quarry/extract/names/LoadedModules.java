package dev.quarry.extract.names;

import dev.quarry.extract.scan.FileReader;
import dev.quarry.extract.scan.FileReading;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.resolve.ModuleIndex;
import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.NameFactsBuilder;

/// The modules of a repository with their facts, of which those of unchanged files are read when they are asked for.
/// Each worker has its own; the store behind it is shared.
final class LoadedModules implements ModuleIndex {
    private static final byte[] NO_SOURCE = {};
    /// A power of two.
    private static final int RECENT = 64;

    private final RepositoryModules modules;
    private final NameFactsStore store;
    private final FileReader reader;
    private final ParseOptions options;
    private final Parser parser = new Parser();
    private final NameFactsBuilder builder = new NameFactsBuilder();
    /// Facts that were asked for lately, by the low bits of the file's number, so that few questions go to the store.
    private final NameFacts[] recent = new NameFacts[RECENT];
    private final int[] recentFiles = new int[RECENT];

    LoadedModules(RepositoryModules modules, NameFamily family, int maxFileBytes) {
        this.modules = modules;
        this.store = family.store();
        this.reader = new FileReader(maxFileBytes);
        this.options = ParseOptions.module(family.python().version());
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
            NameFacts facts = store.get(wanted.path());
            if (facts == null) {
                facts = read(wanted);
                store.put(wanted.path(), facts);
            }
            recent[slot] = facts;
            recentFiles[slot] = file;
        }
        return recent[slot];
    }

    /// A file that cannot be read any more, or is over the limit, has no names: the run says so elsewhere.
    private NameFacts read(RepositoryFile file) {
        byte[] bytes = switch (reader.read(file.path(), file.absolute(), file.mode(), true)) {
            case FileReading.Complete complete -> complete.bytes() == null ? NO_SOURCE : complete.bytes();
            case FileReading.Failed _ -> NO_SOURCE;
        };
        return builder.build(parser.parse(SourceText.decode(bytes), options));
    }
}
