package dev.quarry.store.delta;

import dev.quarry.store.StoreErrors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The transaction log of one table.
///
/// Reads and writes plain commits itself: the first read of a small log through Delta Kernel with Hadoop took 1.4 s of
/// CPU in a fresh process, this one 0.05 s, and a run without changes must not pay more. A log whose early commits were cleaned up behind a checkpoint is read by [KernelLog].
public final class DeltaLog {
    /// Features of protocol writer 7 that the store's tables use.
    static final List<String> WRITER_FEATURES = List.of("appendOnly", "invariants", "changeDataFeed",
            "inCommitTimestamp");
    private static final Set<String> KNOWN_FEATURES = Set.copyOf(WRITER_FEATURES);
    private static final int VERSION_DIGITS = 20;
    private static final String COMMIT_SUFFIX = ".json";

    private final Path folder;
    private final Path log;

    /// @param folder the table's folder; it need not exist
    public DeltaLog(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("_delta_log");
    }

    public Path folder() {
        return folder;
    }

    /// The newest version, or -1 if there is no table.
    public long headVersion() {
        if (!Files.isDirectory(log, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isSymbolicLink(log) || Files.isSymbolicLink(folder)) {
                throw StoreErrors.leavesTable(folder, log.toString());
            }
            return -1;
        }
        long head = -1;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(log)) {
            for (Path file : files) {
                head = Math.max(head, versionOf(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw StoreErrors.unreadable(log, e);
        }
        return head;
    }

    private static long versionOf(String name) {
        if (name.length() != VERSION_DIGITS + COMMIT_SUFFIX.length() || !name.endsWith(COMMIT_SUFFIX)) {
            return -1;
        }
        for (int i = 0; i < VERSION_DIGITS; i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(name, 0, VERSION_DIGITS, 10);
    }

    private Path commitFile(long version) {
        return log.resolve(fileName(version));
    }

    /// A version's file name in a log: 20 digits and `.json`.
    public static String fileName(long version) {
        String digits = Long.toString(version);
        return "0".repeat(VERSION_DIGITS - digits.length()) + digits + COMMIT_SUFFIX;
    }

    /// The table at a version.
    ///
    /// @param from the table at an earlier version, or null to start from the log's beginning
    public TableState read(TableState from, long version) {
        if (from != null && from.version() == version) {
            return from;
        }
        if (from == null && !Files.exists(commitFile(0))) {
            return new KernelLog(folder).read(version);
        }
        SortedMap<String, LogFile> files = new TreeMap<>(from == null ? Map.of() : from.files());
        Metadata metadata = from == null ? null : from.metadata();
        for (long next = from == null ? 0 : from.version() + 1; next <= version; next++) {
            metadata = apply(next, metadata, files);
        }
        if (metadata == null) {
            throw StoreErrors.unreadable(log, new IllegalArgumentException("no metadata up to version " + version));
        }
        checkFiles(files.values());
        return new TableState(version, metadata, files);
    }

    private Metadata apply(long version, Metadata before, SortedMap<String, LogFile> files) {
        Path commit = commitFile(version);
        Metadata metadata = before;
        try (BufferedReader lines = Files.newBufferedReader(commit, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                Map<String, Object> action = Json.readObject(line);
                if (action.containsKey("add")) {
                    LogFile file = readAdd(Json.asObject(action.get("add")));
                    files.put(file.path(), file);
                } else if (action.containsKey("remove")) {
                    Map<String, Object> remove = Json.asObject(action.get("remove"));
                    files.remove(LogPath.decode(Json.asString(remove.get("path"))));
                } else if (action.containsKey("metaData")) {
                    metadata = Metadata.read(Json.asObject(action.get("metaData")));
                } else if (action.containsKey("protocol")) {
                    checkProtocol(Json.asObject(action.get("protocol")));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw StoreErrors.unreadable(commit, e);
        }
        return metadata;
    }

    private LogFile readAdd(Map<String, Object> add) {
        Map<String, String> partition = new HashMap<>();
        Json.asObject(add.get("partitionValues")).forEach((column, value) -> {
            if (value != null) {
                partition.put(column, Json.asString(value));
            }
        });
        String path = LogPath.decode(Json.asString(add.get("path")));
        if (!LogPath.staysInside(path)) {
            throw StoreErrors.leavesTable(folder, path);
        }
        long rows = -1;
        if (add.get("stats") instanceof String stats) {
            Object records = Json.readObject(stats).get("numRecords");
            rows = records instanceof Long number ? number : -1;
        }
        return new LogFile(path, partition, rows, Json.asLong(add.get("size")));
    }

    private void checkProtocol(Map<String, Object> protocol) {
        if (Json.asLong(protocol.get("minReaderVersion")) != 1) {
            throw StoreErrors.unsupportedTable(folder, "reader version " + protocol.get("minReaderVersion"));
        }
        if (protocol.get("writerFeatures") != null) {
            for (Object feature : Json.asList(protocol.get("writerFeatures"))) {
                if (!KNOWN_FEATURES.contains(feature)) {
                    throw StoreErrors.unsupportedTable(folder, "table feature " + feature);
                }
            }
        }
    }

    /// Checks that neither a folder nor a file on the way is a symbolic link, which could lead out of the table.
    public void checkFiles(Iterable<LogFile> files) {
        Map<Path, Boolean> checked = new HashMap<>();
        if (Files.isSymbolicLink(folder)) {
            throw StoreErrors.leavesTable(folder, folder.toString());
        }
        for (LogFile file : files) {
            if (!LogPath.staysInside(file.path())) {
                throw StoreErrors.leavesTable(folder, file.path());
            }
            Path path = folder.resolve(file.path());
            for (Path part = path; !part.equals(folder) && checked.put(part, true) == null; part = part.getParent()) {
                if (Files.isSymbolicLink(part)) {
                    throw StoreErrors.leavesTable(folder, file.path());
                }
            }
        }
    }

    /// What a commit does to a table.
    ///
    /// @param metadata new metadata; null to keep what is there
    /// @param add new files, with their statistics as JSON (null if only the number of rows is known)
    /// @param remove files that go
    /// @param changes change-data files
    /// @param operation for the table's history
    /// @param runId the run that commits
    /// @param transaction number of the run in the store, which makes the commit recognisable
    public record Commit(Metadata metadata, Map<LogFile, String> add, List<LogFile> remove, List<LogFile> changes,
            String operation, String runId, long transaction) {
        public Commit {
            add = new LinkedHashMap<>(add);
            remove = List.copyOf(remove);
            changes = List.copyOf(changes);
        }
    }

    /// Writes a commit, atomically and only if nobody wrote that version.
    ///
    /// @param version the version to write: the head's and one
    /// @param temporary folder on the same file system for the file before it gets its name
    public void commit(long version, Commit commit, Path temporary) {
        try {
            Files.createDirectories(log);
            long time = Math.max(System.currentTimeMillis(), version == 0 ? 0 : timestamp(version - 1) + 1);
            List<Map<String, Object>> actions = new ArrayList<>();
            boolean blindAppend = version > 0 && commit.remove().isEmpty() && commit.metadata() == null;
            actions.add(Actions.commitInfo(time, version == 0 ? "CREATE TABLE" : commit.operation(), blindAppend,
                    commit.runId()));
            if (version == 0) {
                actions.add(Actions.protocol());
            }
            if (commit.metadata() != null) {
                actions.add(Actions.metadata(commit.metadata()));
            }
            actions.add(Actions.transaction("quarry", commit.transaction(), time));
            commit.remove().forEach(file -> actions.add(Actions.remove(file, time)));
            commit.add().forEach((file, statistics) -> actions.add(Actions.add(file,
                    statistics == null ? Actions.statistics(file.rows()) : statistics, time)));
            commit.changes().forEach(file -> actions.add(Actions.change(file)));
            StringBuilder lines = new StringBuilder();
            actions.forEach(action -> lines.append(Json.write(action)).append('\n'));
            Path written = temporary.resolve("commit-" + commit.runId() + "-" + folder.getFileName() + ".json");
            putIfAbsent(commitFile(version), lines.toString(), written);
        } catch (FileAlreadyExistsException e) {
            throw StoreErrors.conflict(folder, version);
        } catch (IOException e) {
            throw StoreErrors.cannotWrite(log, e);
        }
    }

    /// A hard link fails if its name is taken, on every file system that has links; a rename would replace the file.
    private static void putIfAbsent(Path file, String text, Path written) throws IOException {
        Files.createDirectories(written.getParent());
        try {
            Files.writeString(written, text);
            try {
                Files.createLink(file, written);
            } catch (UnsupportedOperationException e) {
                // No links here. The store's lock keeps other runs away, so that looking first is enough.
                if (Files.exists(file)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// The in-commit timestamp of a version: its first action is the `commitInfo`.
    private long timestamp(long version) throws IOException {
        Path commit = commitFile(version);
        try (BufferedReader lines = Files.newBufferedReader(commit, StandardCharsets.UTF_8)) {
            Object info = Json.readObject(lines.readLine()).get("commitInfo");
            return info == null ? 0 : Json.asLong(Json.asObject(info).get("inCommitTimestamp"));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException("no in-commit timestamp in " + commit, e);
        }
    }
}
