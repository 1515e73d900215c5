package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.ExcludeFiles;
import dev.quarry.extract.scan.git.GitDirectory;
import dev.quarry.extract.scan.git.IgnoreRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What the folders above the root, up to the working tree's, say about the root.
///
/// @param rules the ignore rules that hold in the root, its own not included
/// @param ignored whether they ignore the root or a folder that holds it
/// @param insideGitDirectory whether the root lies in a folder `.git`, where nothing is listed by git
record IgnoredRoot(WorkTree.IgnoreLevel rules, boolean ignored, boolean insideGitDirectory) {

    /// @param prefix path of the root in the working tree: empty, or ending in `/`
    static IgnoredRoot of(GitDirectory git, Path root, byte[] prefix, Consumer<ScanProblem> problems) {
        WorkTree.IgnoreLevel rules = RepositoryListing.outerRules(git, problems);
        boolean ignored = false;
        boolean inside = false;
        Path folder = git.workTree();
        int base = 0;
        for (int i = 0; i < prefix.length; i++) {
            if (prefix[i] != '/') {
                continue;
            }
            try {
                IgnoreRules own = ExcludeFiles.gitignore(folder, git.foldsCase());
                if (!own.isEmpty()) {
                    rules = new WorkTree.IgnoreLevel(base, own, rules);
                }
            } catch (IOException e) {
                problems.accept(new ScanProblem(null, ScanProblem.IGNORE_FILE,
                        PathText.of(folder) + "/.gitignore is not honoured: " + IoReason.of(e) + "."));
            }
            ignored |= WorkTree.IgnoreLevel.ignores(rules, prefix, i, true);
            folder = root.getRoot().resolve(root.subpath(0, folder.getNameCount() + 1));
            inside |= folder.getFileName().toString().equals(".git");
            base = i + 1;
        }
        return new IgnoredRoot(rules, ignored, inside);
    }
}
