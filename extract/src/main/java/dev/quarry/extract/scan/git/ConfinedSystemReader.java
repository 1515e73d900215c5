package dev.quarry.extract.scan.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// Keeps JGit to the repository's own files: no user or system configuration (to find the latter it would run git), and
/// no probe files created in the repository to measure how finely the file system keeps time.
final class ConfinedSystemReader extends SystemReader.Delegate {
    private ConfinedSystemReader(SystemReader system) {
        super(system);
    }

    /// Puts JGit under these rules, for the whole process.
    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof ConfinedSystemReader)) {
            SystemReader.setInstance(new ConfinedSystemReader(current));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    /// A configuration without a file, which says that the file system's times have been measured already.
    private static final class NoConfig extends FileBasedConfig {
        NoConfig(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(
                String section, String subsection, String name, long otherwise, TimeUnit unit) {
            // JGit only asks for a resolution and a threshold; 2 s holds for every file system.
            return "filesystem".equals(section)
                    ? unit.convert(2, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
