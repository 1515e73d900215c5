package dev.quarry.store;

import dev.quarry.catalog.StableId;
import java.time.Duration;
import java.util.function.Consumer;

/// What a run that is about to write tells the store.
///
/// @param runId unique; becomes part of file names, so letters, digits and `-` only
/// @param repo the repository's id, whose partition the run writes
/// @param lockTimeout how long to wait for another run
/// @param waiting gets one message for people if there is a wait
public record RunRequest(String runId, String repo, Duration lockTimeout, Consumer<String> waiting) {

    public RunRequest {
        if (runId.isEmpty() || !runId.chars().allMatch(RunRequest::isPlain)) {
            throw new IllegalArgumentException("run id with other characters than letters, digits, -: " + runId);
        }
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    /// A request that waits a minute, silently.
    public static RunRequest of(String runId, String repo) {
        return new RunRequest(runId, repo, Duration.ofMinutes(1), message -> {});
    }

    /// The partition value that stands for the repository.
    public String repoKey() {
        return StableId.repoKey(repo);
    }
}
