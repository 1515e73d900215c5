package dev.quarry.extract;

import dev.quarry.extract.PythonText.Definition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Random edits of a repository of Python files such as people make, the same ones for the same seed.
final class RepositoryEdits {
    private static final List<String> PROJECTS = List.of("", "",
            "[tool.setuptools.packages.find]\nwhere = [\"lib\"]\n", "[project]\nrequires-python = \">=3.9\"\n",
            "[tool.setuptools.package-dir]\n\"\" = \"json\"\n");

    private final Path root;
    private final Random random;
    /// What files held before an edit, to take it back.
    private final Map<String, byte[]> earlier = new TreeMap<>();
    private long minute = 1;

    /// @param root a repository of files that are encoded in any superset of ASCII
    RepositoryEdits(Path root, Random random) {
        this.root = root;
        this.random = random;
    }

    /// Makes one edit.
    ///
    /// @return what was done
    String edit() throws IOException {
        while (true) {
            String done = switch (random.nextInt(40)) {
                case 0, 1 -> delete(any(files()));
                case 2 -> deleteInit();
                case 3, 4 -> move();
                case 5 -> moveFolder();
                case 6, 7 -> write(newPath(), newSource());
                case 8, 9 -> write(any(files()), source(any(files())));
                case 10, 11, 12 -> removeDefinition();
                case 13, 14, 15 -> renameDefinition();
                case 16, 17 -> removeImport();
                case 18, 19, 20 -> addImport();
                case 21, 22 -> changeExports();
                case 23, 24, 25 -> changeBase();
                case 26, 27 -> swapDefinitions();
                case 28, 29 -> append("def (:\n");
                case 30 -> append("\0\n");
                case 31 -> append("'\u00ff'\n");
                case 32 -> touch(any(files()));
                case 33 -> addStub();
                case 34 -> random.nextInt(4) > 0 ? null : write("pyproject.toml", any(PROJECTS));
                default -> takeBack();
            };
            if (done != null) {
                return done;
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().matches(".*\\.py[iw]?"))
                    .map(path -> root.relativize(path).toString()).sorted().toList();
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String source(String path) throws IOException {
        return Files.readString(root.resolve(path), StandardCharsets.ISO_8859_1);
    }

    private List<String> lines(String path) throws IOException {
        return new ArrayList<>(Arrays.asList(source(path).split("\n", -1)));
    }

    private void remember(String path) throws IOException {
        if (Files.exists(root.resolve(path))) {
            earlier.put(path, Files.readAllBytes(root.resolve(path)));
        }
    }

    private String write(String path, String text) throws IOException {
        remember(path);
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        return "write " + touch(path);
    }

    private String write(String path, List<String> lines, String what) throws IOException {
        write(path, String.join("\n", lines));
        return what + " in " + path;
    }

    /// Gives each version of a file a time of its own, long ago, so that its hash is neither reused nor distrusted.
    private String touch(String path) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.fromMillis(minute++ * 60_000));
        return path;
    }

    private String delete(String path) throws IOException {
        remember(path);
        Files.delete(root.resolve(path));
        return "delete " + path;
    }

    private String deleteInit() throws IOException {
        List<String> inits = files().stream().filter(path -> path.endsWith("/__init__.py")).toList();
        return inits.isEmpty() ? null : delete(any(inits));
    }

    private String takeBack() throws IOException {
        if (earlier.isEmpty()) {
            return null;
        }
        String path = any(List.copyOf(earlier.keySet()));
        byte[] bytes = earlier.remove(path);
        Files.createDirectories(root.resolve(path).getParent());
        Files.write(root.resolve(path), bytes);
        return "take back what was done to " + touch(path);
    }

    /// A path in the folder of another file.
    private String newPath() throws IOException {
        String beside = any(files());
        String folder = beside.substring(0, beside.lastIndexOf('/') + 1);
        return folder + any(List.of("extra", "util", "my-script", "__init__", "helpers/tool", "json", "abc")) + ".py";
    }

    private String move() throws IOException {
        String from = any(files());
        String to = random.nextBoolean() ? any(files()) : newPath();
        if (from.equals(to)) {
            return null;
        }
        remember(from);
        remember(to);
        Files.createDirectories(root.resolve(to).getParent());
        Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        return "move " + from + " to " + to;
    }

    private String moveFolder() throws IOException {
        String file = any(files());
        int slash = file.indexOf('/');
        if (slash < 0) {
            return null;
        }
        String folder = file.substring(0, slash);
        String target = any(List.of("lib/" + folder, "src/" + folder, folder + "_moved"));
        if (Files.exists(root.resolve(target)) || target.startsWith(folder + "/")) {
            return null;
        }
        Files.createDirectories(root.resolve(target).getParent());
        Files.move(root.resolve(folder), root.resolve(target));
        return "move folder " + folder + " to " + target;
    }

    private String newSource() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(importLine()).append('\n');
        }
        String name = nameIn(any(files()));
        return text.append("class ").append(name).append("(object):\n    def run(self): return self.run()\n\n")
                .append(name).append("().run()\n").append(nameIn(any(files()))).append("()\n").toString();
    }

    private String nameIn(String path) throws IOException {
        List<Definition> definitions = PythonText.definitions(lines(path));
        return definitions.isEmpty() ? "missing" : any(definitions).name();
    }

    private String importLine() throws IOException {
        String path = any(files());
        String module = path.replaceAll("(/__init__)?\\.py[iw]?$", "").replaceFirst("^(lib|src)/", "")
                .replace('/', '.');
        return switch (random.nextInt(6)) {
            case 0 -> "import " + module;
            case 1 -> "import " + module + " as other";
            case 2 -> "from " + module + " import *";
            case 3 -> "from . import " + module.substring(module.lastIndexOf('.') + 1);
            case 4 -> "from " + module + " import " + nameIn(path) + " as " + nameIn(any(files()));
            default -> "from " + module + " import " + nameIn(path);
        };
    }

    private String addImport() throws IOException {
        String path = any(files());
        List<String> lines = lines(path);
        List<Integer> imports = PythonText.imports(lines);
        String line = importLine();
        lines.add(imports.isEmpty() ? lines.size() - 1 : any(imports), line);
        return write(path, lines, "add " + line);
    }

    private String removeImport() throws IOException {
        String path = any(files());
        List<String> lines = lines(path);
        List<Integer> imports = PythonText.imports(lines);
        return imports.isEmpty() ? null : write(path, lines, "remove " + lines.remove((int) any(imports)));
    }

    private String removeDefinition() throws IOException {
        String path = any(files());
        List<String> lines = lines(path);
        List<Definition> definitions = PythonText.definitions(lines);
        if (definitions.isEmpty()) {
            return null;
        }
        Definition one = any(definitions);
        lines.subList(one.first(), one.end()).clear();
        return write(path, lines, "remove " + one.name());
    }

    private String renameDefinition() throws IOException {
        String path = any(files());
        List<String> lines = lines(path);
        List<Definition> definitions = PythonText.definitions(lines);
        if (definitions.isEmpty()) {
            return null;
        }
        Definition one = any(definitions);
        String name = random.nextBoolean() ? one.name() + "_new" : any(definitions).name();
        String word = "\\b" + one.name() + "\\b";
        if (random.nextBoolean()) {
            lines.replaceAll(line -> line.replaceAll(word, name));
        } else {
            lines.set(one.header(), lines.get(one.header()).replaceFirst(word, name));
        }
        return write(path, lines, "rename " + one.name() + " to " + name);
    }

    private String changeExports() throws IOException {
        String path = any(files());
        List<String> lines = lines(path);
        int at = PythonText.exports(lines);
        if (at >= 0 && random.nextBoolean()) {
            lines.set(at, "__everything__" + lines.get(at).substring("__all__".length()));
            return write(path, lines, "drop __all__");
        }
        String line = "__all__ " + (at < 0 ? "" : "+") + "= ['" + nameIn(path) + "', '" + nameIn(any(files())) + "']";
        lines.add(line);
        lines.add("");
        return write(path, lines, line);
    }

    private String changeBase() throws IOException {
        String path = any(files());
        List<String> lines = lines(path);
        List<Definition> classes = PythonText.definitions(lines).stream()
                .filter(one -> lines.get(one.header()).matches("class \\w+(\\(.*\\))?:.*")).toList();
        if (classes.isEmpty()) {
            return null;
        }
        Definition one = any(classes);
        String base = random.nextInt(3) == 0 ? "" : "(" + any(classes).name() + ")";
        lines.set(one.header(), lines.get(one.header()).replaceFirst("class \\w+(\\([^)]*\\))?",
                "class " + one.name() + base));
        return write(path, lines, "give " + one.name() + " the base " + base);
    }

    private String swapDefinitions() throws IOException {
        String path = any(files());
        List<String> lines = lines(path);
        List<Definition> definitions = PythonText.definitions(lines);
        if (definitions.size() < 2) {
            return null;
        }
        int i = random.nextInt(definitions.size() - 1);
        Definition one = definitions.get(i);
        Definition other = definitions.get(i + 1);
        Collections.rotate(lines.subList(one.first(), other.end()), other.end() - one.end());
        return write(path, lines, "swap " + one.name() + " and " + other.name());
    }

    private String append(String text) throws IOException {
        String path = any(files());
        write(path, source(path) + text);
        return "append an error to " + path;
    }

    private String addStub() throws IOException {
        String path = any(files());
        return write(path.replaceFirst("\\.py[iw]?$", ".pyi"), PythonText.stub(lines(path)));
    }
}
