package dev.quarry.extract.project;

import dev.quarry.extract.project.ModuleRoots.Root;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders that a repository's modules are imported from, by its own word. For the repository's root and for each
/// project below: the project's folder itself; its `src`, unless that is a package; and what its packaging files name.
///
/// A project's folder that is itself a package is none, unless it is the repository's root: its modules are those of the
/// project around. Folders that lead outside name nothing.
final class DeclaredRoots {
    private final List<Root> roots = new ArrayList<>();
    private final ProjectFiles project;

    private DeclaredRoots(ProjectFiles project) {
        this.project = project;
    }

    static ModuleRoots of(List<ProjectFiles> projects) {
        List<Root> roots = new ArrayList<>();
        for (ProjectFiles project : projects) {
            if (project.folder().isEmpty() || !isPackage(project.location())) {
                DeclaredRoots declared = new DeclaredRoots(project);
                declared.addDefaults();
                PyprojectRoots.add(project.pyproject(), declared);
                SetupRoots.add(project, declared);
                roots.addAll(declared.roots);
            }
        }
        return new ModuleRoots(roots);
    }

    private void addDefaults() {
        add("", "");
        if (hasFolder("src") && !isPackage(project.location().resolve("src"))) {
            add("src", "");
        }
    }

    /// Whether the project has a folder.
    boolean hasFolder(String name) {
        return Files.isDirectory(project.location().resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isPackage(Path folder) {
        return Files.exists(folder.resolve("__init__.py"), LinkOption.NOFOLLOW_LINKS);
    }

    /// Adds a folder in which top-level modules are.
    ///
    /// @param folder relative to the project's
    void add(String folder) {
        add(folder, "");
    }

    /// Adds a folder that is a package.
    ///
    /// @param folder relative to the project's
    /// @param packageName dotted; empty where top-level modules are
    void add(String folder, String packageName) {
        String plain = plain(project.folder(), folder.replace('\\', '/'));
        if (plain != null) {
            roots.add(new Root(plain, packageName));
        }
    }

    /// The folder below the repository's root, with `/` at the end; null if it is absolute, a pattern or outside.
    private static String plain(String base, String folder) {
        if (folder.startsWith("/") || folder.indexOf('*') >= 0 || folder.indexOf('$') >= 0) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (String name : (base + folder).split("/")) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return null;
                }
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names.isEmpty() ? "" : String.join("/", names) + "/";
    }

    /// Adds the folder around a package.
    ///
    /// @param packageFolder relative to the project's
    void addAround(String packageFolder) {
        String plain = ModuleRoots.withSlash(packageFolder);
        int parent = plain.isEmpty() ? -1 : plain.lastIndexOf('/', plain.length() - 2);
        add(parent < 0 ? "" : plain.substring(0, parent));
    }
}
