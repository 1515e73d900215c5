package dev.quarry.extract;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType.Scalar;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.catalog.StableId;
import dev.quarry.extract.scan.FileFacts;
import dev.quarry.extract.scan.FileKind;
import dev.quarry.extract.scan.FileMode;
import dev.quarry.extract.scan.ListedFile;
import dev.quarry.extract.scan.PythonExtension;
import dev.quarry.extract.scan.ScopeEntry;
import dev.quarry.session.Session;
import dev.quarry.session.StagingTable;
import java.util.ArrayList;
import java.util.List;

/// The tables in which a run gathers what the repository is now, inside the session's engine, where they are compared
/// with the previous run by the statements of [Statements]. The engine spills them to disk when they grow.
final class StagingArea {
    private final Session session;
    private final String repo;
    private final String runId;
    private final int maxFileBytes;
    private final StagingTable listing;
    private final StagingTable manifest;
    private final StagingTable scope;
    private final StagingTable extensions;

    StagingArea(Session session, String repo, String runId, int maxFileBytes) {
        this.session = session;
        this.repo = repo;
        this.runId = runId;
        this.maxFileBytes = maxFileBytes;
        listing = session.stage(Worklist.LISTING, listingColumns());
        manifest = session.stage(Worklist.MANIFEST, manifestColumns());
        scope = session.stage(Worklist.SCOPE, withPathHash(RepoDatasets.SCOPE_MANIFEST.storedColumns()));
        extensions = session.stage(Worklist.EXTENSIONS, RepoDatasets.PYTHON_EXTENSIONS.storedColumns());
        session.stage(Worklist.NEEDED, List.of(Column.required("path", Scalar.STRING, ""),
                Column.required("units", Scalar.INT32, ""))).close();
    }

    private static List<Column> listingColumns() {
        return List.of(
                Column.required("path", Scalar.STRING, ""),
                Column.required("abs_path", Scalar.STRING, ""),
                Column.required("size_bytes", Scalar.INT64, ""),
                Column.required("mtime_ns", Scalar.INT64, ""),
                Column.optional("git_blob_id", Scalar.STRING, ""),
                Column.required("is_tracked", Scalar.BOOL, ""),
                Column.required("mode", Scalar.STRING, ""),
                Column.required("kind", Scalar.STRING, ""));
    }

    private static List<Column> manifestColumns() {
        List<Column> columns = withPathHash(RepoDatasets.REPO_FILES.storedColumns());
        columns.add(Column.required("parsed", Scalar.BOOL, ""));
        columns.add(Column.required("has_lines", Scalar.BOOL, ""));
        return columns;
    }

    private static List<Column> withPathHash(List<Column> stored) {
        List<Column> columns = new ArrayList<>(stored);
        columns.add(Column.required("path_hash", Scalar.INT64, ""));
        return columns;
    }

    void addListed(ListedFile file) {
        listing.append(file.path())
                .append(file.absPath())
                .append(file.sizeBytes())
                .append(file.mtimeNs())
                .append(file.gitBlobId())
                .append(file.tracked())
                .append(file.mode().label())
                .append(file.kind().label())
                .endRow();
        addScope(file.scope());
    }

    void addScope(ScopeEntry entry) {
        StagingTable row = scope;
        for (Column column : RepoDatasets.SCOPE_MANIFEST.storedColumns()) {
            switch (column.name()) {
                case "repo" -> row.append(repo);
                case "run_id" -> row.append(runId);
                case "path" -> row.append(entry.path());
                case "included" -> row.append(entry.included());
                case "ignored_by_git" -> row.append(entry.ignoredByGit());
                case "include_index" -> appendNullable(row, entry.includeIndex());
                case "exclude_index" -> appendNullable(row, entry.excludeIndex());
                case "scope_kind" -> row.append(entry.scopeKind().label());
                case "repo_root" -> row.append(entry.repoRoot());
                case "is_untracked" -> row.append(entry.untracked());
                case "reason" -> row.append(entry.reason().label());
                case "source" -> row.append(entry.source().label());
                default -> throw new IllegalStateException("scope_manifest_v1." + column.name() + " is not filled");
            }
        }
        row.append(StableId.pathHash(entry.path()));
        row.endRow();
    }

    private static void appendNullable(StagingTable row, Integer value) {
        if (value == null) {
            row.appendNull();
        } else {
            row.append(value.intValue());
        }
    }

    void addExtension(PythonExtension extension) {
        StagingTable row = extensions;
        for (Column column : RepoDatasets.PYTHON_EXTENSIONS.storedColumns()) {
            switch (column.name()) {
                case "repo" -> row.append(repo);
                case "run_id" -> row.append(runId);
                case "extension" -> row.append(extension.extension());
                case "source" -> row.append(extension.source());
                case "repo_root" -> row.append(extension.repoRoot());
                default -> throw new IllegalStateException("python_extensions_v1." + column.name() + " is not filled");
            }
        }
        row.endRow();
    }

    /// Ends the listing; the statements see it from now on.
    void endListing() {
        listing.close();
        scope.close();
        extensions.close();
    }

    /// Adds a file whose content is known.
    void addFile(ManifestRow file) {
        FileFacts facts = file.facts();
        StagingTable row = manifest;
        for (Column column : RepoDatasets.REPO_FILES.storedColumns()) {
            switch (column.name()) {
                case "repo" -> row.append(repo);
                case "run_id" -> row.append(runId);
                case "path" -> row.append(file.path());
                case "file_id" -> row.append(StableId.fileId(repo, file.path()));
                case "file_sha256" -> row.append(facts.sha256());
                case "abs_path" -> row.append(file.absPath());
                case "size_bytes" -> row.append(facts.sizeBytes());
                case "mtime_ns" -> row.append(facts.mtimeNs());
                case "encoding" -> row.append(facts.encoding());
                case "git_blob_id" -> row.append(file.gitBlobId());
                case "is_tracked" -> row.append(file.tracked());
                case "mode" -> row.append(file.mode().label());
                case "kind" -> row.append(file.kind().label());
                case "line_count" -> row.append(facts.lineCount());
                case "hash_reused" -> row.append(file.hashReused());
                default -> throw new IllegalStateException("repo_files_v1." + column.name() + " is not filled");
            }
        }
        row.append(StableId.pathHash(file.path()));
        row.append(file.kind().isParsed());
        row.append(facts.lineCount() > 0 && facts.sizeBytes() <= maxFileBytes);
        row.endRow();
    }

    /// Ends the manifest; the statements see it from now on.
    void endManifest() {
        manifest.close();
    }

    /// Corrects a file that changed between its being hashed and its being extracted.
    void correct(Chunk.ChangedFile changed) {
        FileFacts facts = changed.facts();
        session.execute("UPDATE staging." + Worklist.MANIFEST
                + " SET file_sha256 = ?, size_bytes = ?, mtime_ns = ?, encoding = ?, line_count = ?, hash_reused = false"
                + " WHERE path = ?",
                facts.sha256(), facts.sizeBytes(), facts.mtimeNs(), facts.encoding(), facts.lineCount(),
                changed.path());
    }

    /// Takes a file out that cannot be read any more.
    void forget(String path) {
        session.execute("DELETE FROM staging." + Worklist.MANIFEST + " WHERE path = ?", path);
        session.execute("UPDATE staging." + Worklist.SCOPE
                + " SET included = false, reason = 'unreadable' WHERE path = ?", path);
    }

    /// A file of the manifest.
    ///
    /// @param path relative to the root
    /// @param absPath absolute
    /// @param gitBlobId object id in the index, or null
    /// @param tracked whether it is in the index
    /// @param mode kind of directory entry
    /// @param kind kind of source
    /// @param facts what its content is
    /// @param hashReused whether the content was not read in this run
    record ManifestRow(String path, String absPath, String gitBlobId, boolean tracked, FileMode mode, FileKind kind,
            FileFacts facts, boolean hashReused) {}
}
