package dev.quarry.extract.scan;

import java.nio.file.Path;
import java.util.List;

/// Lists the files of a repository that are in scope, and says of every other path why it is not.
///
/// The order of work: [#open] finds the repository and its id; [#list] then streams files and scope rows to a sink, one
/// directory at a time, so that memory follows the git index and the largest directory, not the tree. No file is read
/// but git's own, the ignore files, and the first bytes of files without a known extension.
public final class RepositoryListing {
    private final RepositoryFacts facts;

    private RepositoryListing(RepositoryFacts facts) {
        this.facts = facts;
    }

    /// @param root the folder that is extracted: itself a working tree, a folder inside one, or a folder without git
    /// @param neverScanned folders that are not entered wherever they are, such as the store that is written to
    /// @throws ScanException if the root is not a folder that can be read
    public static RepositoryListing open(Path root, ScanOptions options, List<Path> neverScanned) {
        throw new ScanException(root + " cannot be listed: the listing is not part of this build.");
    }

    /// What is known before the files are listed.
    public RepositoryFacts facts() {
        return facts;
    }

    /// Streams the listing. May be called once.
    ///
    /// @throws ScanException if there are more files than `max_files`
    public ListingSummary list(ListingSink sink) {
        throw new ScanException(facts.root() + " cannot be listed: the listing is not part of this build.");
    }
}
