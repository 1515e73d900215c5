package dev.quarry.extract;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.NameDatasets;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.catalog.RunDatasets;
import dev.quarry.extract.names.NameFactsStore;
import dev.quarry.extract.project.DeclaredPython;
import dev.quarry.extract.project.Distributions;
import dev.quarry.extract.project.ProjectFinder;
import dev.quarry.extract.project.ProjectProblem;
import dev.quarry.extract.project.Projects;
import dev.quarry.extract.rows.ErrorLog;
import dev.quarry.extract.scan.ListedFile;
import dev.quarry.extract.scan.ListingSink;
import dev.quarry.extract.scan.ListingSummary;
import dev.quarry.extract.scan.RepositoryFacts;
import dev.quarry.extract.scan.RepositoryListing;
import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.extract.scan.ScanProblem;
import dev.quarry.extract.scan.ScopeEntry;
import dev.quarry.extract.scan.ScopeReason;
import dev.quarry.session.RuntimeProfile;
import dev.quarry.session.Session;
import dev.quarry.store.RunCommit;
import dev.quarry.store.RunRequest;
import dev.quarry.store.RunWriter;
import dev.quarry.store.Store;
import dev.quarry.store.StoreOptions;
import dev.quarry.store.TableCommit;
import dev.quarry.store.batch.ColumnBatch;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// One run: from a repository to a new version of its tables. [#run] has the stages in order.
public final class Extraction {
    /// Memory of the engine that compares manifests; what exceeds it is spilled into the store's folder.
    private static final long SESSION_BYTES = 256L << 20;
    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(10);
    /// Reasons of files that are out of scope for what they are, not for where they are.
    private static final Set<ScopeReason> LISTED =
            Set.of(ScopeReason.NOT_PYTHON, ScopeReason.INCLUDE_RULE, ScopeReason.NOT_CHANGED);
    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ExtractionRequest request;
    private final ProgressListener progress;
    private final long startMillis = System.currentTimeMillis();
    private final String runId;
    private final RuntimeProfile profile;
    private final List<Dataset> datasets;
    private final EventLog events;
    private final ErrorLog errors;
    /// Known from the planning on.
    private Families families;
    /// Known when names are resolved; null in a run without names.
    private ExternalStage externals;
    private long errorCount;
    private long filesWithErrors;
    /// Whether files have disappeared since the last run.
    private boolean filesGone;

    private Extraction(ExtractionRequest request, ProgressListener progress) {
        this.request = request;
        this.progress = progress;
        this.runId = newRunId(startMillis);
        this.profile = RuntimeProfile.dev().withThreads(request.jobs()).withMemoryBytes(SESSION_BYTES);
        this.datasets = ChosenDatasets.of(request);
        this.events = new EventLog(runId);
        this.errors = new ErrorLog(runId);
    }

    /// Extracts a repository. The store is left as it was when this throws or the process ends before it returns.
    ///
    /// @throws dev.quarry.extract.scan.ScanException if the root cannot be listed or an option is out of range
    /// @throws dev.quarry.store.StoreException if the store cannot be read or written
    public static ExtractionSummary run(ExtractionRequest request, ProgressListener progress) throws Exception {
        return new Extraction(request, progress).run();
    }

    private ExtractionSummary run() throws Exception {
        events.runStart(request.version());
        ProjectFinder projects = new ProjectFinder(request.root());
        Path folder = request.storeFolder();
        RepositoryListing listing = RepositoryListing.open(request.root(), request.scan(), List.of(folder));
        RepositoryFacts repository = listing.facts();
        StoreOptions options = StoreOptions.defaults().withHideFromGit(request.store() == null);
        try (Store store = Store.openOrCreate(folder, options);
                RunWriter run = store.beginRun(
                        new RunRequest(runId, repository.repo(), LOCK_TIMEOUT, progress::message));
                Session session = Session.open(run.base(), profile, folder.resolve("_quarry"));
                NameFactsStore names = new NameFactsStore(folder.resolve("_quarry"))) {
            Thread abortOnExit = new Thread(run::abort, "quarry-abort");
            Runtime.getRuntime().addShutdownHook(abortOnExit);
            try {
                return run(run, session, listing, projects, names);
            } finally {
                removeHook(abortOnExit);
            }
        }
    }

    private ExtractionSummary run(RunWriter run, Session session, RepositoryListing listing,
            ProjectFinder finder, NameFactsStore names) throws Exception {
        ScanOptions scan = request.scan();
        RepositoryFacts repository = listing.facts();
        String repo = repository.repo();
        Statements statements = new Statements();
        StagingArea staging = new StagingArea(session, repo, runId, scan.maxFileBytes());

        ListingSummary listed = stage("scan", () -> list(listing, repository, staging, finder));
        ManifestBuilder manifest = new ManifestBuilder(session, statements, staging, repository.root(), repo, scan,
                request.jobs());
        stage("hash", () -> {
            progress.stage("hash", listed.files(), "files");
            manifest.build(previousScanNs(session, run), progress);
            manifest.problems().forEach(this::problem);
            return null;
        });

        Projects projects = finder.read();
        report(projects.problems());
        CompletableFuture<Distributions> distributions = CompletableFuture.supplyAsync(projects::distributions);
        families = Families.of(reported(projects.python(request.python())), projects.modules(request.moduleRoots()), names,
                request.options());
        Plan plan = stage("plan", () -> new Plan(run, session, statements, repo, datasets, families,
                manifest.bytes()));
        filesWithErrors = plan.filesWithStandingErrors();
        stage("extract", () -> {
            extract(run, session, statements, staging, plan, repository.root());
            return null;
        });
        if (Worklist.Unit.NAMES.in(plan.enabledUnits())) {
            stage("resolve", () -> {
                new ResolveStage(session, plan, families.names(), repository.root()).run(runId, request.jobs(),
                        run.orderBuckets(), scan.maxFileBytes(), filesGone, progress);
                externals = new ExternalStage(session, repo, families, distributions.join());
                report(distributions.join().problems());
                externals.run(plan, runId, run.base().table(NameDatasets.EXTERNALS.name()), filesGone);
                return null;
            });
        }
        List<TableCommit> commits = stage("write", () -> {
            progress.stage("write", -1, "tables");
            new ManifestTables(session, statements, repo).write(plan, run.orderBuckets());
            return run.commitTables();
        });
        RunCommit commit = commit(run, repository, listed, commits);
        return summary(manifest, plan, repo, commit);
    }

    private void report(List<ProjectProblem> problems) {
        for (ProjectProblem problem : problems) {
            problem(new ScanProblem(problem.path(), ProjectProblem.ERROR_TYPE, problem.message()));
        }
    }

    private DeclaredPython reported(DeclaredPython python) {
        for (String problem : python.problems()) {
            events.warning("plan", null, problem);
            progress.message(problem);
        }
        return python;
    }

    private ListingSummary list(RepositoryListing listing, RepositoryFacts repository, StagingArea staging,
            ProjectFinder projects) {
        progress.stage("scan", -1, "files");
        repository.extensions().forEach(staging::addExtension);
        ListingSummary summary = listing.list(new ListingSink() {
            private long files;

            @Override
            public void file(ListedFile file) {
                staging.addListed(file);
                projects.see(file.path());
                progress.advanced(++files);
            }

            @Override
            public void outOfScope(ScopeEntry entry) {
                staging.addScope(entry);
                if (LISTED.contains(entry.reason())) {
                    projects.see(entry.path());
                }
            }

            @Override
            public void problem(ScanProblem problem) {
                Extraction.this.problem(problem);
            }
        });
        staging.endListing();
        return summary;
    }

    /// When the run that is built on began to scan, in ns since 1970; the least number when there is none.
    private static long previousScanNs(Session session, RunWriter run) {
        if (!run.base().hasRun()) {
            return Long.MIN_VALUE;
        }
        try (Rows rows = Rows.of(session, "SELECT start_time_unix_ms FROM runs_v1 WHERE run_id = ?",
                run.base().runId())) {
            return rows.next() ? rows.getLong(0) * 1_000_000 : Long.MIN_VALUE;
        }
    }

    private void extract(RunWriter run, Session session, Statements statements, StagingArea staging, Plan plan,
            Path root) throws Exception {
        plan.dropReplaced();
        filesGone = plan.removedFiles() > 0;
        progress.stage("extract", plan.filesToExtract(), "files");
        int orderBuckets = run.orderBuckets();
        int window = request.jobs() * 2 + 2;
        long[] done = {0};
        Object turn = new Object();
        try (WorkRows work = new WorkRows(session, statements, root, orderBuckets)) {
            new OrderedPipeline<Chunk, Chunk.Result>(request.jobs(), window).run(
                    Chunk.group(work, orderBuckets),
                    () -> new MemoryGuard(() -> new ChunkExtractor(plan.repo(), runId, plan.enabledUnits(),
                            request.scan(), families), turn),
                    result -> {
                        take(result, plan, staging, run);
                        done[0] += result.chunk().files().size();
                        progress.advanced(done[0]);
                    });
        }
    }

    private void take(Chunk.Result result, Plan plan, StagingArea staging, RunWriter run) {
        for (ColumnBatch batch : result.batches()) {
            plan.writer(batch.dataset()).append(result.chunk().orderBucket(), batch);
        }
        if (result.errors() != null) {
            run.appendTable(RunDatasets.EXTRACT_ERRORS).append(result.errors());
        }
        errorCount += result.errorCount();
        filesWithErrors += result.filesWithErrors();
        for (Chunk.ChangedFile changed : result.changed()) {
            plan.replaceEverywhere(changed.path());
            staging.correct(changed);
            events.warning("extract", changed.path(), "changed after it was hashed; its later content was extracted");
        }
        for (ScanProblem lost : result.lost()) {
            filesGone = true;
            staging.forget(lost.path());
            problem(lost);
        }
    }

    private RunCommit commit(RunWriter run, RepositoryFacts repository, ListingSummary listed,
            List<TableCommit> commits) {
        RunRecord record = new RunRecord(runId, request.label(), repository.repo(), startMillis, request.version(),
                repository.gitCommit(), listed.gitDirty(), run.base().runId(), effectiveOptions(), extractorHashes(),
                profile.hash());
        append(run, RunDatasets.OUTPUT_WRITES, record.writes(commits));
        append(run, RunDatasets.EXTRACT_ERRORS, errors.build());
        append(run, RunDatasets.SCHEMA_SNAPSHOTS, record.schemas(List.copyOf(Catalog.standard().datasets())));
        append(run, RunDatasets.RUN_EVENTS, events.build());
        return run.commit(RunDatasets.RUNS, record.row(errorCount));
    }

    private static void append(RunWriter run, Dataset dataset, ColumnBatch batch) {
        if (batch != null) {
            run.appendTable(dataset).append(batch);
        }
    }

    private ExtractionSummary summary(ManifestBuilder manifest, Plan plan, String repo, RunCommit commit) {
        List<ExtractionSummary.Table> tables = new ArrayList<>();
        for (TableCommit table : commit.tables()) {
            tables.add(new ExtractionSummary.Table(table.dataset().name(), table.totalRows(), table.version(),
                    table.changed(), table.bytes()));
        }
        return new ExtractionSummary(runId, repo, request.storeFolder(), manifest.files(), manifest.bytes(),
                manifest.hashed(), plan.filesToExtract(), plan.removedFiles(), filesWithErrors, errorCount,
                System.currentTimeMillis() - startMillis, tables);
    }

    private void problem(ScanProblem problem) {
        errors.add(problem.path(), RepoDatasets.REPO_FILES.name(), "scan", problem.errorType(), problem.message(), null);
        errorCount++;
        progress.message(problem.message());
    }

    /// A stage of a run.
    ///
    /// @param <T> result
    private interface Stage<T> {
        T run() throws Exception;
    }

    private <T> T stage(String name, Stage<T> stage) throws Exception {
        events.stageStart(name);
        long start = System.nanoTime();
        T result = stage.run();
        events.stageEnd(name, (System.nanoTime() - start) / 1_000_000);
        return result;
    }

    private Map<String, String> extractorHashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            if (dataset.family() != null) {
                hashes.put(dataset.name(), families.of(dataset).extractorHash());
            }
        }
        if (externals != null) {
            hashes.put(NameDatasets.EXTERNALS.name(), externals.hash());
        }
        return hashes;
    }

    private Map<String, String> effectiveOptions() {
        Map<String, String> options = OptionTexts.of(request.scan());
        options.put("workers", Integer.toString(request.jobs()));
        options.put("datasets", String.join(",", datasets.stream().map(Dataset::name).toList()));
        options.putAll(families.options());
        if (externals != null) {
            options.put("environment", externals.environments());
        }
        return options;
    }

    private static String newRunId(long millis) {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return RUN_TIME.format(Instant.ofEpochMilli(millis)) + "-" + HexFormat.of().formatHex(random);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is on its way out: the hook runs, and that is right.
        }
    }
}
