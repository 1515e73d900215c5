package dev.quarry.extract;

import dev.quarry.catalog.Dataset;
import dev.quarry.extract.family.Family;
import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.family.FileParser;
import dev.quarry.extract.family.ParsedFile;
import dev.quarry.extract.rows.ErrorLog;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.rows.Texts;
import dev.quarry.extract.scan.FileFacts;
import dev.quarry.extract.scan.FileReader;
import dev.quarry.extract.scan.FileReading;
import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.extract.scan.ScanProblem;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Extracts files: each is read once, decoded once and parsed once, whatever the number of datasets that want it.
final class ChunkExtractor {
    private final String repo;
    private final String runId;
    private final int enabledUnits;
    private final ScanOptions scan;
    private final FileReader reader;
    private final FileParser parser;
    private final LineRows lines;
    private final BlobRows blobs;
    private final List<EnabledFamily> families = new ArrayList<>();
    private final ErrorLog log;

    private int filesWithErrors;
    private List<Chunk.ChangedFile> changed;
    private List<ScanProblem> lost;

    private record EnabledFamily(Worklist.Unit unit, FamilyExtractor extractor) {}

    /// @param enabledUnits bits of the units that this run writes
    ChunkExtractor(String repo, String runId, int enabledUnits, ScanOptions scan, Families families) {
        this.repo = repo;
        this.runId = runId;
        this.enabledUnits = enabledUnits;
        this.scan = scan;
        this.reader = new FileReader(scan.maxFileBytes());
        this.parser = new FileParser(families.python().version());
        this.lines = new LineRows(scan.lineText());
        this.blobs = new BlobRows(scan.blobBytes(), scan.blobText());
        this.log = new ErrorLog(runId);
        for (Family family : families.all()) {
            Worklist.Unit unit = Worklist.Unit.of(family.fileTable());
            if (unit.in(enabledUnits)) {
                this.families.add(new EnabledFamily(unit, family.newExtractor()));
            }
        }
    }

    /// @param largestBytes size above which a file is an error row, because there is not the memory for it
    Chunk.Result apply(Chunk chunk, long largestBytes) {
        filesWithErrors = 0;
        changed = new ArrayList<>();
        lost = new ArrayList<>();
        for (FileToExtract file : chunk.files()) {
            boolean fits = file.sizeBytes() <= largestBytes;
            switch (reader.read(file.path(), file.absolute(), file.mode(), fits)) {
                case FileReading.Complete complete when !fits -> addTooLargeForMemory(file, complete.facts());
                case FileReading.Complete complete -> extract(file, complete.facts(), complete.bytes());
                case FileReading.Failed failed -> lost.add(failed.problem());
            }
        }
        List<ColumnBatch> batches = new ArrayList<>();
        families.forEach(family -> batches.addAll(family.extractor().build()));
        add(batches, lines.build());
        add(batches, blobs.build());
        int errorCount = log.size();
        return new Chunk.Result(chunk, batches, log.build(), errorCount, filesWithErrors, changed, lost);
    }

    private void extract(FileToExtract file, FileFacts facts, byte[] bytes) {
        boolean stale = !facts.sha256().equals(file.sha256());
        // What was current for the bytes that were hashed is not for others.
        int units = stale ? enabledUnits : file.units();
        if (stale) {
            changed.add(new Chunk.ChangedFile(file.path(), facts));
        }
        FileRow row = new FileRow(repo, file.path(), file.fileId(), facts.sha256(), runId);
        SourceText.Decoded decoded = bytes == null ? null : SourceText.decode(bytes);
        SourceText text = decoded != null && decoded.text().isWellFormed() && decoded.diagnostics().isEmpty()
                ? decoded.text() : null;
        if (bytes != null && Worklist.Unit.LINE_INDEX.in(units)) {
            lines.add(row, bytes, text);
        }
        if (Worklist.Unit.BLOBS.in(units)) {
            blobs.add(row, file.absolute(), facts, bytes, text);
        }
        List<EnabledFamily> lacking = file.isParsed()
                ? families.stream().filter(family -> family.unit().in(units)).toList() : List.of();
        if (lacking.isEmpty()) {
            return;
        }
        if (bytes == null) {
            addTooLarge(row, facts.sizeBytes(), lacking);
        } else {
            addFacts(parser.parse(row, decoded), lacking);
        }
    }

    private void addFacts(ParsedFile file, List<EnabledFamily> lacking) {
        boolean erroneous = file.hasErrors();
        logDiagnostics(file, lacking.getFirst().unit().fileTable());
        for (EnabledFamily family : lacking) {
            erroneous |= family.extractor().add(file, log);
        }
        if (erroneous) {
            filesWithErrors++;
        }
    }

    /// What is wrong with a file is logged once, not once for each family.
    private void logDiagnostics(ParsedFile file, Dataset dataset) {
        SourceText source = file.tree().source();
        for (Diagnostic diagnostic : file.diagnostics()) {
            String place = null;
            if (diagnostic.start() >= 0) {
                int line = source.line0(diagnostic.start());
                place = (line + 1) + ":" + (diagnostic.start() - source.lineStart(line));
            }
            log.add(file.row().path(), dataset.name(), diagnostic.stage().label(), diagnostic.errorType(),
                    Texts.storable(diagnostic.message()), place);
        }
    }

    private void addTooLarge(FileRow row, long sizeBytes, List<EnabledFamily> lacking) {
        Diagnostic reason = Diagnostic.ofFile("LimitError", "the file has " + sizeBytes
                + " bytes, more than max_file_bytes = " + scan.maxFileBytes(), Diagnostic.Stage.LIMIT);
        log.add(row.path(), lacking.getFirst().unit().fileTable().name(), reason.stage().label(), reason.errorType(),
                reason.message(), null);
        lacking.forEach(family -> family.extractor().addUnparsed(row, reason));
        filesWithErrors++;
    }

    /// The file gets no row in the tables of facts, so that the next run, which may have more memory, tries again.
    private void addTooLargeForMemory(FileToExtract file, FileFacts facts) {
        if (!facts.sha256().equals(file.sha256())) {
            changed.add(new Chunk.ChangedFile(file.path(), facts));
        }
        log.add(file.path(), firstDataset(), "limit", "MemoryError", "the file has " + facts.sizeBytes()
                + " bytes, and the memory does not suffice for its facts: give more with QUARRY_JAVA_OPTS=-Xmx4g and"
                + " run again, or exclude the file", null);
        filesWithErrors++;
    }

    /// Stands for all that this run writes of a file.
    private String firstDataset() {
        for (Worklist.Unit unit : Worklist.Unit.values()) {
            if (unit.in(enabledUnits)) {
                return unit.fileTable().name();
            }
        }
        throw new IllegalStateException("files are extracted for no dataset");
    }

    private static void add(List<ColumnBatch> batches, ColumnBatch batch) {
        if (batch != null) {
            batches.add(batch);
        }
    }
}
