package dev.quarry.parity;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.resolve.ModuleIndex;
import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.NameFactsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The files of a standard library as one repository.
final class LibraryModules implements ModuleIndex {
    private static final int[] NO_FILES = {};

    private final List<String> paths = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private final List<NameFacts> facts = new ArrayList<>();
    /// By file: where its lines begin.
    private final List<int[]> lines = new ArrayList<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final Map<String, int[]> sources = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    LibraryModules(Path library, List<Path> sourceFiles) throws IOException {
        Parser parser = new Parser();
        NameFactsBuilder builder = new NameFactsBuilder();
        for (Path source : sourceFiles) {
            byte[] bytes = Files.readAllBytes(source);
            String path = library.relativize(source).toString().replace('\\', '/');
            String module = path.replaceAll("\\.py$", "").replaceAll("/__init__$", "").replace('/', '.');
            int file = paths.size();
            files.put(path, file);
            paths.add(path);
            modules.add(module);
            sources.put(module, new int[] {file});
            lines.add(lineStarts(bytes));
            for (String name = module; !name.isEmpty() && known.add(name);) {
                name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            }
            facts.add(builder.build(parser.parse(SourceText.decode(bytes), ParseOptions.module(PythonVersion.PY313))));
        }
    }

    private static int[] lineStarts(byte[] bytes) {
        int[] starts = new int[bytes.length + 1];
        int count = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    int files() {
        return paths.size();
    }

    String path(int file) {
        return paths.get(file);
    }

    /// The number of a file; -1 for none.
    int file(String path) {
        return files.getOrDefault(path, -1);
    }

    /// The line of an offset, from 1.
    int line(int file, int offset) {
        int found = Arrays.binarySearch(lines.get(file), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// Where a line, from 1, begins.
    int lineStart(int file, int line) {
        return lines.get(file)[line - 1];
    }

    @Override
    public int[] sources(String module) {
        return sources.getOrDefault(module, NO_FILES);
    }

    @Override
    public int[] stubs(String module) {
        return NO_FILES;
    }

    @Override
    public boolean isModule(String module) {
        return known.contains(module);
    }

    @Override
    public String module(int file) {
        return modules.get(file);
    }

    @Override
    public boolean isPackage(int file) {
        return paths.get(file).endsWith("__init__.py");
    }

    @Override
    public NameFacts facts(int file) {
        return facts.get(file);
    }
}
