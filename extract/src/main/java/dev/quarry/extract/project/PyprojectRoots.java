package dev.quarry.extract.project;

import java.util.Map;
import org.tomlj.TomlTable;

/// The folders that a project's `pyproject.toml` names, in the words of its build backend.
final class PyprojectRoots {
    private PyprojectRoots() {}

    static void add(Pyproject toml, DeclaredRoots roots) {
        addSetuptools(toml, roots);
        addPoetry(toml, roots);
        addHatch(toml.entries("tool", "hatch", "build"), roots);
        addHatch(toml.entries("tool", "hatch", "build", "targets", "wheel"), roots);
        addScikitBuild(toml, roots);
        // PDM before and since 2.0 of its backend, uv, Maturin. Flit knows the project's folder and `src` alone.
        addFolder(toml.string("tool", "pdm", "package-dir"), roots);
        addFolder(toml.string("tool", "pdm", "build", "package-dir"), roots);
        addFolder(toml.string("tool", "uv", "build-backend", "module-root"), roots);
        addFolder(toml.string("tool", "maturin", "python-source"), roots);
    }

    private static void addFolder(String folder, DeclaredRoots roots) {
        if (folder != null) {
            roots.add(folder);
        }
    }

    private static void addSetuptools(Pyproject toml, DeclaredRoots roots) {
        toml.strings("tool", "setuptools", "packages", "find", "where").forEach(roots::add);
        toml.entries("tool", "setuptools", "package-dir").forEach((packageName, folder) -> {
            if (folder instanceof String text) {
                roots.add(text, packageName);
            }
        });
    }

    /// `from` is the folder around the package, `to` the one that it is installed in.
    private static void addPoetry(Pyproject toml, DeclaredRoots roots) {
        for (TomlTable entry : toml.tables("tool", "poetry", "packages")) {
            Map<String, Object> values = entry.toMap();
            String from = values.get("from") instanceof String text ? text : "";
            if (values.get("to") instanceof String to && values.get("include") instanceof String include) {
                roots.add(from.isEmpty() ? include : from + "/" + include, dotted(to + "/" + include));
            } else {
                roots.add(from);
            }
        }
    }

    /// A path in a wheel as the package that it is.
    private static String dotted(String path) {
        String plain = ModuleRoots.withSlash(path.replace('\\', '/'));
        return plain.isEmpty() ? "" : plain.substring(0, plain.length() - 1).replaceAll("/+", ".");
    }

    /// `packages` are installed under their last name, `sources` are left out of paths or replaced, `dev-mode-dirs` are
    /// where an editable installation looks.
    private static void addHatch(Map<String, Object> build, DeclaredRoots roots) {
        Pyproject.strings(build.get("packages")).forEach(roots::addAround);
        Pyproject.strings(build.get("dev-mode-dirs")).forEach(roots::add);
        if (build.get("sources") instanceof TomlTable sources) {
            sources.toMap().forEach((folder, target) -> {
                if (target instanceof String text) {
                    roots.add(folder, dotted(text));
                }
            });
        } else {
            Pyproject.strings(build.get("sources")).forEach(roots::add);
        }
    }

    /// Packages by their folders, or folders by package; by default in `src`, `python` or beside `pyproject.toml`.
    private static void addScikitBuild(Pyproject toml, DeclaredRoots roots) {
        String[] packages = {"tool", "scikit-build", "wheel", "packages"};
        toml.strings(packages).forEach(roots::addAround);
        toml.entries(packages).forEach((packageName, folder) -> {
            if (folder instanceof String text) {
                roots.add(text, dotted(packageName));
            }
        });
        String backend = toml.string("build-system", "build-backend");
        if (toml.value(packages) == null && backend != null && backend.startsWith("scikit_build_core.")
                && roots.hasFolder("python")) {
            roots.add("python");
        }
    }
}
