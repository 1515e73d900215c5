package dev.quarry.extract.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads which distributions a virtual environment has, from the metadata that installers leave. Nothing in it is run.
final class VirtualEnvironment {
    static final List<String> NAMES = List.of(".venv", "venv");
    private static final String METADATA_SUFFIX = ".dist-info";
    private static final int HEAD_BYTES = 1 << 14;
    private static final int RECORD_BYTES = 1 << 24;
    private static final List<String> MODULE_SUFFIXES = List.of(".py", ".so", ".pyd");

    private final Path folder;
    private final Consumer<InstalledDistribution> found;
    /// Bytes that may still be read, of all environments together.
    private final long[] budget;

    /// @param budget bytes that may still be read; what is read is taken off
    VirtualEnvironment(Path folder, long[] budget, Consumer<InstalledDistribution> found) {
        this.folder = folder;
        this.budget = budget;
        this.found = found;
    }

    /// Whether a folder is one (PEP 405). A link could lead outside the repository and is none.
    static boolean isOne(Path folder) {
        return isFolder(folder) && Files.isRegularFile(folder.resolve("pyvenv.cfg"), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /// Reads all metadata.
    ///
    /// @throws IOException with a message for people if a folder or file can't be read, or there is too much
    void read() throws IOException {
        for (Path sitePackages : sitePackages()) {
            for (Path metadata : entries(sitePackages, "*" + METADATA_SUFFIX)) {
                if (isFolder(metadata)) {
                    readMetadata(metadata);
                }
            }
        }
    }

    /// `lib/python3.X/site-packages`, or `Lib/site-packages` on Windows.
    private List<Path> sitePackages() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path library = folder.resolve("lib");
        if (isFolder(library)) {
            for (Path python : entries(library, "python3*")) {
                folders.add(python.resolve("site-packages"));
            }
        }
        folders.add(folder.resolve("Lib").resolve("site-packages"));
        folders.removeIf(each -> !isFolder(each) || !isFolder(each.getParent()));
        return folders;
    }

    private static List<Path> entries(Path folder, String glob) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(null);
        return entries;
    }

    private void readMetadata(Path metadata) throws IOException {
        String name = null;
        String version = null;
        for (String line : text(metadata.resolve("METADATA"), HEAD_BYTES).lines().takeWhile(each -> !each.isEmpty())
                .toList()) {
            if (line.startsWith("Name:")) {
                name = line.substring("Name:".length()).strip();
            } else if (line.startsWith("Version:")) {
                version = line.substring("Version:".length()).strip();
            }
        }
        if (name != null && !name.isEmpty()) {
            Set<String> modules = modules(metadata);
            found.accept(new InstalledDistribution(new Distribution(Distribution.normalized(name), version,
                    Distribution.Source.INSTALLED), modules, namespaces(metadata.getParent(), modules)));
        }
    }

    private static Set<String> namespaces(Path sitePackages, Set<String> modules) {
        Set<String> namespaces = new TreeSet<>(modules == null ? Set.of() : modules);
        namespaces.removeIf(module -> !isFolder(sitePackages.resolve(module))
                || Files.exists(sitePackages.resolve(module).resolve("__init__.py"), LinkOption.NOFOLLOW_LINKS));
        return namespaces;
    }

    /// What `top_level.txt` lists, which setuptools writes, else what follows from the installed files.
    private Set<String> modules(Path metadata) throws IOException {
        Set<String> modules = new TreeSet<>();
        for (String line : text(metadata.resolve("top_level.txt"), RECORD_BYTES).lines().toList()) {
            addModule(line.strip().split("/", 2)[0], modules);
        }
        if (!modules.isEmpty()) {
            return modules;
        }
        String record = text(metadata.resolve("RECORD"), RECORD_BYTES);
        record.lines().forEach(line -> addInstalled(line, modules));
        return record.isEmpty() ? null : modules;
    }

    /// @param line a path below the folder of packages, in quotes where it has a comma; then its hash and size
    private static void addInstalled(String line, Set<String> modules) {
        String plain = line.startsWith("\"") ? line.substring(1) : line;
        int end = plain.indexOf(line.startsWith("\"") ? '"' : ',');
        String path = end < 0 ? plain : plain.substring(0, end);
        if (MODULE_SUFFIXES.stream().anyMatch(path::endsWith)) {
            int slash = path.indexOf('/');
            addModule(slash < 0 ? path.substring(0, path.indexOf('.')) : path.substring(0, slash), modules);
        }
    }

    private static void addModule(String name, Set<String> modules) {
        if (ModuleRoots.isIdentifier(name) && !name.equals("__pycache__") && !name.startsWith("__editable__")) {
            modules.add(name);
        }
    }

    /// The beginning of a file; empty if there is none.
    private String text(Path file, int maxBytes) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(maxBytes);
        }
        budget[0] -= bytes.length;
        if (budget[0] < 0) {
            throw new IOException("the installed metadata is too large; the rest is left aside");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
