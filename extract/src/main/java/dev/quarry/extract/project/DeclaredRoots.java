package dev.quarry.extract.project;

import dev.quarry.extract.project.ModuleRoots.Root;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// The folders that a repository's modules are imported from, by its own word: the root, `src` unless that is a package,
/// and what `pyproject.toml` (setuptools, Poetry, Hatch, PDM, Maturin) and `setup.cfg` name.
///
/// What is unreadable or leads outside names nothing: [DeclaredPython] reports it.
public final class DeclaredRoots {
    private static final int MAX_BYTES = 1 << 18;

    private final List<Root> roots = new ArrayList<>();

    private DeclaredRoots() {}

    /// Reads the files in a repository's root.
    public static ModuleRoots of(Path root) {
        DeclaredRoots declared = new DeclaredRoots();
        declared.add("", "");
        Path source = root.resolve("src");
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS) && !Files.exists(source.resolve("__init__.py"))) {
            declared.add("src", "");
        }
        try {
            declared.pyproject(Pyproject.read(text(root.resolve("pyproject.toml"))));
        } catch (IOException e) {
            // Reported where the file's requirements are read.
        }
        try {
            declared.setupConfig(SetupConfig.values(text(root.resolve("setup.cfg"))));
        } catch (IOException e) {
            // Likewise.
        }
        return new ModuleRoots(declared.roots);
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? new String(ProjectFile.read(file, MAX_BYTES), StandardCharsets.UTF_8) : "";
    }

    private void add(String folder, String packageName) {
        String plain = ModuleRoots.withSlash(folder.replace('\\', '/'));
        if (!plain.startsWith("/") && !("/" + plain).contains("/../") && plain.indexOf('*') < 0) {
            roots.add(new Root(plain, packageName));
        }
    }

    private void pyproject(TomlParseResult toml) {
        strings(Pyproject.value(toml, List.of("tool", "setuptools", "packages", "find", "where")))
                .forEach(folder -> add(folder, ""));
        if (Pyproject.value(toml, List.of("tool", "setuptools", "package-dir")) instanceof TomlTable folders) {
            for (Map.Entry<String, Object> entry : folders.toMap().entrySet()) {
                if (entry.getValue() instanceof String folder) {
                    add(folder, entry.getKey());
                }
            }
        }
        if (Pyproject.value(toml, List.of("tool", "poetry", "packages")) instanceof TomlArray packages) {
            for (Object entry : packages.toList()) {
                if (entry instanceof TomlTable table && table.toMap().get("from") instanceof String folder) {
                    add(folder, "");
                }
            }
        }
        for (String folder : strings(Pyproject.value(toml,
                List.of("tool", "hatch", "build", "targets", "wheel", "packages")))) {
            String plain = ModuleRoots.withSlash(folder);
            int parent = plain.isEmpty() ? -1 : plain.lastIndexOf('/', plain.length() - 2);
            add(parent < 0 ? "" : plain.substring(0, parent), "");
        }
        strings(Pyproject.value(toml, List.of("tool", "hatch", "build", "targets", "wheel", "sources")))
                .forEach(folder -> add(folder, ""));
        for (List<String> path : List.of(List.of("tool", "pdm", "build", "package-dir"),
                List.of("tool", "maturin", "python-source"))) {
            if (Pyproject.value(toml, path) instanceof String folder) {
                add(folder, "");
            }
        }
    }

    private static List<String> strings(Object array) {
        List<String> strings = new ArrayList<>();
        Pyproject.addStrings(array, strings);
        return strings;
    }

    private void setupConfig(Map<String, List<String>> values) {
        for (String key : List.of("options.packages.find.where", "options.packages.find_namespace.where")) {
            values.getOrDefault(key, List.of()).forEach(folder -> add(folder, ""));
        }
        for (String key : List.of("options.package_dir", "options.package-dir")) {
            for (String line : values.getOrDefault(key, List.of())) {
                for (String entry : line.split(",")) {
                    int equals = entry.indexOf('=');
                    if (equals >= 0) {
                        add(entry.substring(equals + 1).strip(), entry.substring(0, equals).strip());
                    }
                }
            }
        }
    }
}
