package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.GitIndex;
import dev.quarry.extract.scan.git.PathBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// Whether the tracked files below the root are as the index has them, by size and time alone.
///
/// A size that differs is a change. A time that differs may be one, and so may a file that git wrote in the same instant
/// as the index: only the content would tell, and it is not read here. Whether the index is as the commit is known only
/// as far as git noted in the index that it equals a tree; after `git add` it does not.
final class IndexComparison {
    private final GitIndex index;
    private final long indexMtimeNs;
    private final boolean trustFileMode;
    private long expected;
    private long seen;
    private boolean changed;
    private boolean uncertain;

    /// @param prefix path of the root in the working tree, ending in `/` unless empty
    IndexComparison(GitIndex index, byte[] prefix, long indexMtimeNs, boolean trustFileMode) {
        this.index = index;
        this.indexMtimeNs = indexMtimeNs;
        this.trustFileMode = trustFileMode;
        this.uncertain = index.count() > 0 && index.cachedTree() == null;
        int entry = index.lowerBound(prefix, prefix.length);
        for (; entry < index.count() && index.startsWith(entry, prefix, prefix.length); entry++) {
            if (index.stage(entry) != 0 || index.isIntentToAdd(entry)) {
                changed = true;
            } else if (isExpected(entry)) {
                expected++;
            }
        }
    }

    /// Whether an entry's file should be on disk: not a submodule, not left out by a sparse checkout.
    boolean isExpected(int entry) {
        return index.stage(entry) == 0 && !index.isGitlink(entry) && !index.isSkipWorktree(entry);
    }

    /// A tracked file is on disk.
    ///
    /// @param executable whether its owner may execute it; null where the file system has no such notion
    void see(int entry, BasicFileAttributes attributes, Boolean executable) {
        if (!isExpected(entry)) {
            return;
        }
        seen++;
        if (index.isAssumedValid(entry)) {
            return;
        }
        if (attributes.isSymbolicLink() != index.isSymlink(entry) || attributes.isOther()) {
            changed = true;
            return;
        }
        if (index.sizeLow(entry) != (int) attributes.size()) {
            // Git writes 0 for files whose times it does not trust.
            if (index.sizeLow(entry) == 0) {
                uncertain = true;
            } else {
                changed = true;
            }
            return;
        }
        if (trustFileMode && executable != null && !attributes.isSymbolicLink()
                && executable != index.isExecutable(entry)) {
            changed = true;
            return;
        }
        long mtimeNs = FileReader.mtimeNs(attributes);
        long seconds = attributes.lastModifiedTime().to(TimeUnit.SECONDS);
        int nanos = (int) Math.floorMod(mtimeNs, 1_000_000_000L);
        boolean sameTime = (int) seconds == index.mtimeSeconds(entry)
                && (index.mtimeNanos(entry) == 0 || index.mtimeNanos(entry) == nanos);
        uncertain |= !sameTime || mtimeNs >= indexMtimeNs;
    }

    /// Looks at the tracked files below a folder that is not walked.
    ///
    /// @param prefix path of the folder in the working tree, ending in `/`
    void seeBelow(byte[] prefix, int length, Path workTree) {
        int entry = index.lowerBound(prefix, length);
        for (; entry < index.count() && index.startsWith(entry, prefix, length); entry++) {
            try {
                Path file = PathBytes.resolve(workTree, index.path(entry));
                see(entry, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), null);
            } catch (NoSuchFileException e) {
                changed |= isExpected(entry);
            } catch (IOException e) {
                uncertain = true;
            }
        }
    }

    /// Something tracked could not be looked at.
    void missUnseen() {
        uncertain = true;
    }

    /// Whether the working tree differs from the index; null when sizes and times do not tell.
    Boolean isDirty() {
        if (changed || !uncertain && seen < expected) {
            return true;
        }
        return uncertain ? null : false;
    }
}
