package dev.quarry.extract.project;

import dev.quarry.syntax.Identifiers;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.names.ModuleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Names modules by the folders that they are imported from: of the roots around a file the innermost counts.
public final class ModuleRoots implements ModuleNames {
    private static final Set<String> KEYWORDS = Set.of("False", "None", "True", "and", "as", "assert", "async", "await",
            "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
            "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
            "with", "yield");
    private static final List<String> SUFFIXES = List.of(".py", ".pyi", ".pyw");

    /// A folder and what it is called in imports.
    ///
    /// @param folder below the repository's root, `/` separated, with `/` at the end; empty for the root itself
    /// @param packageName dotted name of the folder; empty where top-level modules are
    record Root(String folder, String packageName) {}

    private final Map<String, Root> byFolder = new HashMap<>();
    private final List<Root> roots;

    /// @param roots in any order; of several for one folder, the first that makes it a package counts
    ModuleRoots(List<Root> roots) {
        for (Root root : roots) {
            byFolder.merge(root.folder, root, (known, other) -> known.packageName.isEmpty() ? other : known);
        }
        List<Root> sorted = new ArrayList<>(byFolder.values());
        sorted.sort(Comparator.comparingInt((Root root) -> -root.folder.length()).thenComparing(Root::folder));
        this.roots = List.copyOf(sorted);
    }

    /// Folders below the repository's root, each one where top-level modules are.
    public static ModuleRoots of(List<String> folders) {
        return new ModuleRoots(folders.stream().map(folder -> new Root(withSlash(folder), "")).toList());
    }

    static String withSlash(String folder) {
        String plain = folder;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.isEmpty() || plain.equals(".") ? "" : plain + "/";
    }

    @Override
    public Optional<ModuleName> of(String path) {
        Root root = root(path);
        return root == null ? Optional.empty() : module(root, path.substring(root.folder.length()));
    }

    @Override
    public String topFolder(String path) {
        Root root = root(path);
        return root == null || !root.packageName.isEmpty() ? null : root.folder;
    }

    /// The innermost root around a file; null when there is none.
    private Root root(String path) {
        for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            Root root = byFolder.get(path.substring(0, slash + 1));
            if (root != null) {
                return root;
            }
        }
        return byFolder.get("");
    }

    private static Optional<ModuleName> module(Root root, String path) {
        Optional<String> suffix = SUFFIXES.stream().filter(path::endsWith).findFirst();
        if (suffix.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (!root.packageName.isEmpty()) {
            parts.addAll(List.of(root.packageName.split("\\.")));
        }
        parts.addAll(List.of(path.substring(0, path.length() - suffix.get().length()).split("/", -1)));
        boolean isPackage = parts.getLast().equals("__init__");
        if (isPackage) {
            parts.removeLast();
        }
        if (parts.isEmpty() || !parts.stream().allMatch(ModuleRoots::isIdentifier)) {
            return Optional.empty();
        }
        String name = String.join(".", parts);
        int dot = name.lastIndexOf('.');
        return Optional.of(new ModuleName(name, isPackage ? name : name.substring(0, Math.max(dot, 0))));
    }

    static boolean isIdentifier(String text) {
        if (text.isEmpty() || KEYWORDS.contains(text)) {
            return false;
        }
        int first = text.codePointAt(0);
        return isStart(first) && text.codePoints().skip(1).allMatch(ModuleRoots::isPart);
    }

    private static boolean isStart(int c) {
        return c < 0x80 ? Character.isLetter(c) || c == '_' : Identifiers.isStart(c, PythonVersion.newest());
    }

    private static boolean isPart(int c) {
        return c < 0x80 ? Character.isLetterOrDigit(c) || c == '_' : Identifiers.isPart(c, PythonVersion.newest());
    }

    /// The folders, the innermost first; `folder=package` where a folder is a package itself.
    @Override
    public String roots() {
        return roots.stream().map(root -> (root.folder.isEmpty() ? "." : root.folder.substring(0,
                root.folder.length() - 1)) + (root.packageName.isEmpty() ? "" : "=" + root.packageName))
                .collect(Collectors.joining(","));
    }
}
