package dev.quarry.extract.project;

import java.util.List;
import java.util.function.Consumer;
import org.tomlj.TomlTable;

/// The distributions that a project's packaging files ask for, for whatever purpose: to run, to build, to test.
final class DeclaredRequirements {
    private final Consumer<Distribution> found;

    private DeclaredRequirements(Consumer<Distribution> found) {
        this.found = found;
    }

    static void read(ProjectFiles project, Consumer<Distribution> found) {
        DeclaredRequirements requirements = new DeclaredRequirements(found);
        requirements.addPyproject(project.pyproject());
        project.setupConfig().forEach((key, lines) -> {
            if (List.of("options.install_requires", "options.setup_requires", "options.tests_require").contains(key)
                    || key.startsWith("options.extras_require.")) {
                lines.forEach(requirements::add);
            }
        });
        project.setupScript().requirements().forEach(requirements::add);
    }

    private void add(String text) {
        Requirement.parse(text).ifPresent(found);
    }

    private void addPyproject(Pyproject toml) {
        toml.strings("project", "dependencies").forEach(this::add);
        toml.strings("build-system", "requires").forEach(this::add);
        toml.strings("tool", "uv", "dev-dependencies").forEach(this::add);
        toml.strings("tool", "rye", "dev-dependencies").forEach(this::add);
        toml.strings("tool", "flit", "metadata", "requires").forEach(this::add);
        addLists(toml, "project", "optional-dependencies");
        addLists(toml, "dependency-groups");
        addLists(toml, "tool", "pdm", "dev-dependencies");
        addLists(toml, "tool", "flit", "metadata", "requires-extra");
        toml.entries("tool", "hatch", "envs").values().forEach(environment -> {
            if (environment instanceof TomlTable table) {
                Pyproject.strings(table.get(List.of("dependencies"))).forEach(this::add);
                Pyproject.strings(table.get(List.of("extra-dependencies"))).forEach(this::add);
            }
        });
        addPoetry(toml.value("tool", "poetry", "dependencies"));
        addPoetry(toml.value("tool", "poetry", "dev-dependencies"));
        toml.entries("tool", "poetry", "group").values().forEach(group -> {
            if (group instanceof TomlTable table) {
                addPoetry(table.get(List.of("dependencies")));
            }
        });
    }

    /// Lists of specifiers by the name of a group.
    private void addLists(Pyproject toml, String... path) {
        toml.entries(path).values().forEach(list -> Pyproject.strings(list).forEach(this::add));
    }

    /// Constraints in Poetry's language by distribution.
    private void addPoetry(Object dependencies) {
        if (dependencies instanceof TomlTable table) {
            for (String name : table.keySet()) {
                if (!name.equals("python")) {
                    add(table.get(List.of(name)) instanceof String constraint && constraint.startsWith("==")
                            ? name + constraint : name);
                }
            }
        }
    }
}
