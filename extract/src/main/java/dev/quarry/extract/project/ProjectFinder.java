package dev.quarry.extract.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/// Finds a repository's projects while its files are listed, and reads their packaging files.
public final class ProjectFinder {
    /// Folders with packaging files; those beyond are reported and left aside.
    static final int MOST_FOLDERS = 2000;
    private static final String WORKTREES = ".worktrees/";

    private final Path root;
    /// Reading TOML takes a cold JVM a tenth of a second, which the listing leaves free.
    private final CompletableFuture<ProjectFiles> main;
    private final Set<String> folders = new TreeSet<>();

    /// @param root the repository's folder, whose own files are read at once
    public ProjectFinder(Path root) {
        this.root = root;
        this.main = CompletableFuture.supplyAsync(() -> ProjectFiles.read("", root));
    }

    /// Takes a path that is listed. Linked worktrees are left aside: they hold the same projects.
    ///
    /// @param path below the root, `/` separated
    public void see(String path) {
        int slash = path.lastIndexOf('/');
        if (slash > 0 && ProjectFiles.NAMES.contains(path.substring(slash + 1)) && !path.startsWith(WORKTREES)
                && path.indexOf('\\') < 0) {
            folders.add(path.substring(0, slash + 1));
        }
    }

    /// Reads the files of the folders that were seen.
    public Projects read() {
        List<ProjectFiles> all = new ArrayList<>(List.of(main.join()));
        List<ProjectProblem> problems = new ArrayList<>(main.join().problems());
        folders.stream().limit(MOST_FOLDERS).map(folder -> ProjectFiles.read(folder, root.resolve(folder)))
                .forEach(files -> {
                    problems.addAll(files.problems());
                    if (files.isProject()) {
                        all.add(files);
                    }
                });
        if (folders.size() > MOST_FOLDERS) {
            problems.add(new ProjectProblem(null, "packaging files in " + (folders.size() - MOST_FOLDERS)
                    + " of " + folders.size() + " folders are left aside; name the folders that modules are imported"
                    + " from with --module-root"));
        }
        return new Projects(List.copyOf(all), List.copyOf(problems));
    }
}
