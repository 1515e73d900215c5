package dev.quarry.extract.project;

import java.util.List;

/// The folders that a project's `setup.cfg` and `setup.py` name.
final class SetupRoots {
    private SetupRoots() {}

    static void add(ProjectFiles project, DeclaredRoots roots) {
        for (String key : List.of("options.packages.find.where", "options.packages.find_namespace.where")) {
            project.setupConfig().getOrDefault(key, List.of()).forEach(roots::add);
        }
        for (String key : List.of("options.package_dir", "options.package-dir")) {
            for (String line : project.setupConfig().getOrDefault(key, List.of())) {
                for (String entry : line.split(",")) {
                    int equals = entry.indexOf('=');
                    if (equals >= 0) {
                        roots.add(entry.substring(equals + 1).strip(), entry.substring(0, equals).strip());
                    }
                }
            }
        }
        project.setupScript().searchedFolders().forEach(roots::add);
        project.setupScript().packageFolders().forEach((packageName, folder) -> roots.add(folder, packageName));
    }
}
