package dev.quarry.syntax.resolve;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A repository in memory: sources by path, of which the folders are the packages.
final class SourceModules implements ModuleIndex {
    private final List<String> paths = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private final List<byte[]> sources = new ArrayList<>();
    private final List<NameFacts> facts = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    SourceModules(Map<String, String> texts) {
        SortedMap<String, byte[]> sorted = new TreeMap<>();
        texts.forEach((path, text) -> sorted.put(path, text.getBytes(StandardCharsets.UTF_8)));
        NameFactsBuilder builder = new NameFactsBuilder();
        Parser parser = new Parser();
        sorted.forEach((path, source) -> {
            paths.add(path);
            sources.add(source);
            String module = path.replaceAll("\\.pyi?$", "").replaceAll("/?__init__$", "").replace('/', '.');
            modules.add(module);
            for (String name = module; !name.isEmpty(); name = name.contains(".")
                    ? name.substring(0, name.lastIndexOf('.')) : "") {
                known.add(name);
            }
            facts.add(builder.build(parser.parse(SourceText.decode(source),
                    ParseOptions.module(PythonVersion.newest()))));
        });
    }

    String path(int file) {
        return paths.get(file);
    }

    int file(String path) {
        return paths.indexOf(path);
    }

    int files() {
        return paths.size();
    }

    /// The source between two offsets.
    String text(int file, int start, int end) {
        return new String(sources.get(file), start, end - start, StandardCharsets.UTF_8);
    }

    /// The line of an offset, from 1.
    int line(int file, int offset) {
        return 1 + (int) text(file, 0, offset).chars().filter(c -> c == '\n').count();
    }

    @Override
    public int[] sources(String module) {
        return files(module, ".py");
    }

    @Override
    public int[] stubs(String module) {
        return files(module, ".pyi");
    }

    private int[] files(String module, String suffix) {
        return java.util.stream.IntStream.range(0, paths.size())
                .filter(file -> modules.get(file).equals(module) && paths.get(file).endsWith(suffix)).toArray();
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
        return paths.get(file).matches("(.*/)?__init__\\.pyi?");
    }

    @Override
    public NameFacts facts(int file) {
        return facts.get(file);
    }
}
