package dev.quarry.syntax.resolve;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A small program of the test resources, one folder each, and its `expected.txt`.
///
/// That file has two parts. The first is what the resolver says, a line for each call:
/// `path:line:column call -> status target[, target...]`, lines from 1, columns in bytes from 0. The second, below
/// [#SEEN], is what CPython did, a line for each call expression and function or class that it called; the module parity
/// records it.
record NameProgram(Path folder) {
    static final Path FOLDER = Path.of("src/test/resources/dev/quarry/syntax/resolve/programs");
    static final String SEEN = "# calls seen when run:";
    static final String OUTSIDE = "outside";
    private static final String ARROW = " -> ";

    /// A call and one of its targets, or all of them with their status.
    record Edge(String call, String target) {
        static Edge of(String line) {
            int arrow = line.lastIndexOf(ARROW);
            return new Edge(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
        }
    }

    static List<NameProgram> all() {
        try (Stream<Path> mains = Files.walk(FOLDER)) {
            return mains.filter(file -> file.endsWith("main.py")).map(file -> new NameProgram(file.getParent()))
                    .sorted((one, other) -> one.name().compareTo(other.name())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// feature/case
    String name() {
        return feature() + "/" + folder.getFileName();
    }

    String feature() {
        return folder.getParent().getFileName().toString();
    }

    Path expectedFile() {
        return folder.resolve("expected.txt");
    }

    /// The lines of the first part as the resolver gives them now.
    List<String> resolved() {
        SourceModules modules = new SourceModules(sources());
        NameResolver resolver = new NameResolver(modules, PythonVersion.PY313);
        List<String> lines = new ArrayList<>();
        for (int file = 0; file < modules.files(); file++) {
            NameFacts facts = modules.facts(file);
            for (int call = 0; call < facts.callCount(); call++) {
                int start = facts.callStart(call);
                int column = start - 1 - modules.text(file, 0, start).lastIndexOf('\n');
                String text = modules.text(file, start, facts.callEnd(call)).replaceAll("\\s+", " ");
                lines.add(modules.path(file) + ":" + modules.line(file, start) + ":" + column + " " + text + ARROW
                        + show(modules, resolver.callees(file, call)));
            }
        }
        return lines;
    }

    private static String show(SourceModules modules, List<Target> targets) {
        List<String> shown = targets.stream().map(target -> show(modules, target)).sorted().toList();
        boolean known = shown.size() > 1 || targets.getFirst() instanceof Target.Definition
                || targets.getFirst() instanceof Target.Lambda || targets.getFirst() instanceof Target.Module;
        return (shown.size() > 1 ? "candidates " : known ? "resolved " : "") + String.join(", ", shown);
    }

    private static String show(SourceModules modules, Target target) {
        return switch (target) {
            case Target.Definition(int file, int binding) -> modules.path(file) + ":"
                    + modules.line(file, modules.facts(file).bindingStart(binding)) + " "
                    + modules.facts(file).bindingName(binding);
            case Target.Lambda(int file, int start) -> modules.path(file) + ":" + modules.line(file, start) + " lambda";
            case Target.Module(String name) -> "module " + name;
            case Target.External(String path) -> "external " + path;
            case Target.Unknown(Unresolved reason) -> "unresolved " + reason.label();
        };
    }

    private Map<String, String> sources() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.pyi?")).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /// What CPython was seen to call, as recorded; none if it never was.
    SequencedSet<Edge> seen() throws IOException {
        SequencedSet<Edge> edges = new LinkedHashSet<>();
        for (String line : recorded(true)) {
            edges.add(Edge.of(line));
        }
        return edges;
    }

    /// The lines of one part of the expected file.
    List<String> recorded(boolean seen) throws IOException {
        List<String> lines = Files.exists(expectedFile()) ? Files.readAllLines(expectedFile()) : List.of(SEEN);
        int middle = lines.indexOf(SEEN);
        return seen ? lines.subList(middle + 1, lines.size()) : lines.subList(0, middle);
    }
}
