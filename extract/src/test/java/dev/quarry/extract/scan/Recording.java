package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A listing, kept for assertions.
final class Recording implements ListingSink {
    final List<ListedFile> files = new ArrayList<>();
    final Map<String, ScopeEntry> scope = new TreeMap<>();
    final List<ScanProblem> problems = new ArrayList<>();
    RepositoryFacts facts;
    ListingSummary summary;

    static Recording of(Path root, ScanOptions options) {
        RepositoryListing listing = RepositoryListing.open(root, options, List.of());
        Recording recording = new Recording();
        recording.facts = listing.facts();
        recording.summary = listing.list(recording);
        return recording;
    }

    static Recording of(Path root) {
        return of(root, ScanOptions.defaults());
    }

    @Override
    public void file(ListedFile file) {
        files.add(file);
        put(file.scope());
    }

    @Override
    public void outOfScope(ScopeEntry entry) {
        put(entry);
    }

    @Override
    public void problem(ScanProblem problem) {
        problems.add(problem);
    }

    private void put(ScopeEntry entry) {
        ScopeEntry before = scope.put(entry.path(), entry);
        if (before != null) {
            throw new AssertionError("listed twice: " + entry + " and " + before);
        }
    }

    List<String> paths() {
        return files.stream().map(ListedFile::path).toList();
    }

    ListedFile file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not listed, but " + scope.get(path)));
    }

    ScopeReason reason(String path) {
        ScopeEntry entry = scope.get(path);
        assertNotNull(entry, () -> path + " has no row, only " + scope.keySet());
        return entry.reason();
    }
}
