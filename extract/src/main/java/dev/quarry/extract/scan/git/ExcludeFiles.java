package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Function;

/// Reads the files that hold ignore rules: `.gitignore`, `info/exclude` and the user's own.
public final class ExcludeFiles {
    private static final int MAX_RULES_BYTES = 1 << 23;

    private static final String EXCLUDES_FILE = "core.excludesfile";

    private ExcludeFiles() {}

    /// The rules of one folder. A symbolic link is not read, as git does not read it.
    ///
    /// @throws IOException if the file cannot be read or is larger than any set of rules
    public static IgnoreRules gitignore(Path folder, boolean foldCase) throws IOException {
        return rules(folder.resolve(".gitignore"), foldCase, LinkOption.NOFOLLOW_LINKS);
    }

    /// The rules of `info/exclude`.
    public static IgnoreRules infoExclude(GitDirectory git) throws IOException {
        return rules(git.commonDir().resolve("info/exclude"), git.foldsCase());
    }

    /// The rules of the file that `core.excludesFile` names, in the repository's configuration, the user's or the
    /// system's, or else of the user's `git/ignore`.
    ///
    /// @param environment variables of the process, by name: HOME and XDG_CONFIG_HOME
    public static IgnoreRules global(GitDirectory git, Function<String, String> environment) throws IOException {
        Path home = path(environment.apply("HOME"));
        Path xdg = path(environment.apply("XDG_CONFIG_HOME"));
        Path userGit = xdg != null ? xdg.resolve("git") : home != null ? home.resolve(".config/git") : null;
        String named = git.config().get(EXCLUDES_FILE);
        if (named == null && home != null) {
            named = excludesFile(home.resolve(".gitconfig"));
        }
        if (named == null && userGit != null) {
            named = excludesFile(userGit.resolve("config"));
        }
        if (named == null) {
            named = excludesFile(Path.of("/etc/gitconfig"));
        }
        if (named == null) {
            return userGit == null ? IgnoreRules.NONE : rules(userGit.resolve("ignore"), git.foldsCase());
        }
        if (named.isEmpty()) {
            return IgnoreRules.NONE;
        }
        Path file = named.startsWith("~/")
                ? home == null ? null : home.resolve(named.substring(2))
                : path(named);
        return file == null ? IgnoreRules.NONE : rules(git.workTree().resolve(file), git.foldsCase());
    }

    private static String excludesFile(Path config) throws IOException {
        return GitConfig.read(config).get(EXCLUDES_FILE);
    }

    private static IgnoreRules rules(Path file, boolean foldCase, LinkOption... options) throws IOException {
        byte[] bytes = BoundedFile.read(file, MAX_RULES_BYTES, options);
        return bytes == null ? IgnoreRules.NONE : IgnoreRules.parse(bytes, foldCase);
    }

    private static Path path(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
