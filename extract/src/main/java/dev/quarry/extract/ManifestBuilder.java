package dev.quarry.extract;

import dev.quarry.extract.scan.FileFacts;
import dev.quarry.extract.scan.FileKind;
import dev.quarry.extract.scan.FileMode;
import dev.quarry.extract.scan.FileReader;
import dev.quarry.extract.scan.FileReading;
import dev.quarry.extract.scan.HashReuse;
import dev.quarry.extract.scan.PathText;
import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.extract.scan.ScanProblem;
import dev.quarry.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Completes the listing to the manifest: files whose size and time are those of the previous run keep their hash, the
/// others are read by the workers.
final class ManifestBuilder {
    private final Session session;
    private final Statements statements;
    private final StagingArea staging;
    private final Path root;
    private final String repo;
    private final ScanOptions scan;
    private final int jobs;
    private final List<ScanProblem> problems = new ArrayList<>();
    private long files;
    private long bytes;
    private long hashed;

    ManifestBuilder(Session session, Statements statements, StagingArea staging, Path root, String repo,
            ScanOptions scan, int jobs) {
        this.session = session;
        this.statements = statements;
        this.staging = staging;
        this.root = root;
        this.repo = repo;
        this.scan = scan;
        this.jobs = jobs;
    }

    /// A listed file and what the previous run knew of it.
    private record Candidate(String path, Path location, String absPath, String gitBlobId, boolean tracked,
            FileMode mode, FileKind kind, FileFacts known) {}

    /// A candidate after reading.
    private record Reading(Candidate candidate, FileReading content) {}

    /// @param previousScanNs when the previous scan started, ns since 1970 UTC; the least number when there was none
    void build(long previousScanNs, ProgressListener progress) throws Exception {
        long trustedBefore = scan.reuseHashes() && previousScanNs != Long.MIN_VALUE
                ? previousScanNs - HashReuse.RACY_NS : Long.MIN_VALUE;
        try (Rows rows = Rows.of(session, statements.get("listing_with_previous"), repo, trustedBefore)) {
            new OrderedPipeline<Candidate, Reading>(jobs, jobs * 16).run(new CandidateRows(rows), Hasher::new, reading -> {
                take(reading);
                progress.advanced(files);
            });
        }
        staging.endManifest();
    }

    private void take(Reading reading) {
        Candidate candidate = reading.candidate();
        switch (reading.content()) {
            case null -> add(candidate, candidate.known(), true);
            case FileReading.Complete complete -> {
                hashed++;
                add(candidate, complete.facts(), false);
            }
            case FileReading.Failed failed -> {
                problems.add(failed.problem());
                staging.forget(candidate.path());
            }
        }
    }

    private void add(Candidate candidate, FileFacts facts, boolean reused) {
        files++;
        bytes += facts.sizeBytes();
        staging.addFile(new StagingArea.ManifestRow(candidate.path(), candidate.absPath(), candidate.gitBlobId(),
                candidate.tracked(), candidate.mode(), candidate.kind(), facts, reused));
    }

    /// Files in the manifest.
    long files() {
        return files;
    }

    /// Their bytes.
    long bytes() {
        return bytes;
    }

    /// Files that were read.
    long hashed() {
        return hashed;
    }

    /// Files that could not be read.
    List<ScanProblem> problems() {
        return problems;
    }

    /// Reads files that are not known.
    private final class Hasher implements OrderedPipeline.Worker<Candidate, Reading> {
        private final FileReader reader = new FileReader(scan.maxFileBytes());

        @Override
        public Reading apply(Candidate candidate) {
            return new Reading(candidate, candidate.known() != null ? null
                    : reader.read(candidate.path(), candidate.location(), candidate.mode(), false));
        }
    }

    /// Candidates in the order of the statement's rows.
    private final class CandidateRows implements Iterator<Candidate> {
        private final Rows rows;
        private boolean more;

        CandidateRows(Rows rows) {
            this.rows = rows;
            this.more = rows.next();
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Candidate next() {
            String path = rows.getString(0);
            long size = rows.getLong(2);
            long mtimeNs = rows.getLong(3);
            FileFacts known = rows.isNull(8) ? null
                    : new FileFacts(rows.getString(8), size, mtimeNs, rows.getInt(10), rows.getString(9));
            String absPath = rows.getString(1);
            Candidate candidate = new Candidate(path, PathText.locate(root, absPath), absPath,
                    rows.getString(4), rows.getBoolean(5), FileMode.ofLabel(rows.getString(6)),
                    FileKind.ofLabel(rows.getString(7)), known);
            more = rows.next();
            return candidate;
        }
    }
}
