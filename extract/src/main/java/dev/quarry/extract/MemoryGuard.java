package dev.quarry.extract;

import java.util.function.Supplier;

/// Keeps a run going when a file needs more memory than there is: the file becomes an error row, the others do not.
///
/// A chunk that runs out of memory is tried again by itself, since two that lack it together may each have enough
/// alone; then without its largest file, and so on.
final class MemoryGuard implements OrderedPipeline.Worker<Chunk, Chunk.Result> {
    private final Supplier<ChunkExtractor> extractors;
    private final Object turn;
    private ChunkExtractor extractor;

    /// @param extractors makes extractors; one that ran out of memory is in no state to go on
    /// @param turn shared by all workers of a run: who holds it is the only one to try again
    MemoryGuard(Supplier<ChunkExtractor> extractors, Object turn) {
        this.extractors = extractors;
        this.turn = turn;
        this.extractor = extractors.get();
    }

    @Override
    public Chunk.Result apply(Chunk chunk) {
        try {
            return extractor.apply(chunk, Long.MAX_VALUE);
        } catch (OutOfMemoryError e) {
            // Drops the rows and the tree of the failed attempt, which are what fills the memory.
            extractor = null;
        }
        synchronized (turn) {
            long limit = Long.MAX_VALUE;
            while (true) {
                try {
                    extractor = extractors.get();
                    return extractor.apply(chunk, limit);
                } catch (OutOfMemoryError e) {
                    extractor = null;
                    limit = largestBelow(chunk, limit);
                    if (limit < 0) {
                        throw e;
                    }
                }
            }
        }
    }

    /// The size of the largest file that is within the limit, less one; -1 if there is none.
    private static long largestBelow(Chunk chunk, long limit) {
        long largest = 0;
        for (FileToExtract file : chunk.files()) {
            if (file.sizeBytes() <= limit) {
                largest = Math.max(largest, file.sizeBytes());
            }
        }
        return largest - 1;
    }
}
