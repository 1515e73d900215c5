package dev.quarry.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which files can see which modules, by the imports that a store lists: what `docs/names.md` says that an incremental
/// run resolves, written down once more.
final class Visibility {
    /// By path.
    private final Map<String, String> modules = new HashMap<>();
    private final Map<String, List<String>> imported = new HashMap<>();
    private final Map<String, List<String>> held = new HashMap<>();

    Visibility(Reading store) {
        for (String line : store.texts("SELECT path || ' ' || module_fqn || ' ' || is_init FROM py_module_index_v1")) {
            String[] parts = line.split(" ");
            modules.put(parts[0], parts[1]);
        }
        for (String line : store.texts("SELECT path || ' ' || kind || ' ' || coalesce(module, '') || ' ' || name || ' '"
                + " || coalesce(asname, '') || ' ' || level || ' ' FROM python_imports_v1")) {
            add(line.split(" ", -1));
        }
    }

    private void add(String[] parts) {
        String path = parts[0];
        boolean isFrom = parts[1].equals("importfrom");
        String module = absolute(path, isFrom ? parts[2] : parts[3], Integer.parseInt(parts[5]));
        if (module == null) {
            return;
        }
        List<String> names = imported.computeIfAbsent(path, key -> new ArrayList<>());
        List<String> holds = held.computeIfAbsent(path, key -> new ArrayList<>());
        for (String at = module; at != null; at = parent(at)) {
            names.add(at);
        }
        if (isFrom) {
            names.add(module + "." + parts[3]);
            holds.add(parts[3].equals("*") ? module : module + "." + parts[3]);
        } else {
            holds.add(parts[4].isEmpty() ? module.split("\\.")[0] : module);
        }
    }

    private String absolute(String path, String module, int level) {
        if (level == 0) {
            return module;
        }
        String own = modules.get(path);
        if (own == null) {
            return null;
        }
        List<String> parts = new ArrayList<>(Arrays.asList(own.split("\\.")));
        int dropped = path.matches("(.*/)?__init__\\.pyi?") ? level - 1 : level;
        if (dropped >= parts.size()) {
            return null;
        }
        String around = String.join(".", parts.subList(0, parts.size() - dropped));
        return module.isEmpty() ? around : around + "." + module;
    }

    private static String parent(String module) {
        int dot = module.lastIndexOf('.');
        return dot < 0 ? null : module.substring(0, dot);
    }

    String module(String path) {
        return modules.get(path);
    }

    Set<String> paths() {
        return modules.keySet();
    }

    /// The names of all modules and of the packages around them.
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String module : modules.values()) {
            for (String at = module; at != null; at = parent(at)) {
                names.add(at);
            }
        }
        return names;
    }

    /// The files that can see one of the modules: directly or through the modules that they import.
    Set<String> files(Set<String> changedModules) {
        Set<String> seen = new TreeSet<>(changedModules);
        Set<String> files = new TreeSet<>();
        ArrayDeque<String> next = new ArrayDeque<>(changedModules);
        while (!next.isEmpty()) {
            String module = next.remove();
            for (String path : imported.keySet()) {
                if (!files.contains(path) && sees(path, module)) {
                    files.add(path);
                    if (modules.get(path) != null && seen.add(modules.get(path))) {
                        next.add(modules.get(path));
                    }
                }
            }
        }
        return files;
    }

    private boolean sees(String path, String module) {
        return imported.get(path).contains(module)
                || held.get(path).stream().anyMatch(name -> module.equals(name) || module.startsWith(name + "."));
    }
}
