package dev.quarry.extract;

import dev.quarry.extract.ast.AstExtractor;
import dev.quarry.extract.ast.AstOptions;
import dev.quarry.extract.scan.FileFacts;
import dev.quarry.extract.scan.FileReader;
import dev.quarry.extract.scan.FileReading;
import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.extract.scan.ScanProblem;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/// Extracts files: each is read once, decoded once and parsed once, whatever the number of datasets that want it.
final class ChunkExtractor {
    private final String repo;
    private final String runId;
    private final int enabledUnits;
    private final ScanOptions scan;
    private final ParseOptions parse;
    private final FileReader reader;
    private final Parser parser = new Parser();
    private final AstExtractor ast;
    private final LineRows lines;
    private final BlobRows blobs;
    private final ErrorLog log;

    private int filesWithErrors;
    private List<Chunk.ChangedFile> changed;
    private List<ScanProblem> lost;

    /// @param enabledUnits bits of the units that this run writes
    ChunkExtractor(String repo, String runId, int enabledUnits, ScanOptions scan, AstOptions astOptions) {
        this.repo = repo;
        this.runId = runId;
        this.enabledUnits = enabledUnits;
        this.scan = scan;
        this.parse = ParseOptions.module(astOptions.version());
        this.reader = new FileReader(scan.maxFileBytes());
        this.ast = new AstExtractor(astOptions);
        this.lines = new LineRows(scan.lineText());
        this.blobs = new BlobRows(scan.blobBytes(), scan.blobText());
        this.log = new ErrorLog(runId);
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
        List<ColumnBatch> batches = new ArrayList<>(ast.build());
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
        if (file.isParsed() && Worklist.Unit.AST.in(units)) {
            if (bytes == null) {
                ast.addTooLarge(row, facts.sizeBytes(), scan.maxFileBytes(), log);
                filesWithErrors++;
            } else {
                SyntaxTree tree = parser.parse(decoded, parse);
                if (ast.add(row, tree, log)) {
                    filesWithErrors++;
                }
            }
        }
    }

    /// The file gets no row in the tables of facts, so that the next run, which may have more memory, tries again.
    private void addTooLargeForMemory(FileToExtract file, FileFacts facts) {
        if (!facts.sha256().equals(file.sha256())) {
            changed.add(new Chunk.ChangedFile(file.path(), facts));
        }
        log.add(file.path(), "ast_files_v1", "limit", "MemoryError", "the file has " + facts.sizeBytes()
                + " bytes, and the memory does not suffice for its facts: give more with QUARRY_JAVA_OPTS=-Xmx4g and"
                + " run again, or exclude the file", null);
        filesWithErrors++;
    }

    private static void add(List<ColumnBatch> batches, ColumnBatch batch) {
        if (batch != null) {
            batches.add(batch);
        }
    }
}
