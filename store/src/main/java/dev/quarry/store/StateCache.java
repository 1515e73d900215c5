package dev.quarry.store;

import dev.quarry.store.delta.DeltaLog;
import dev.quarry.store.delta.Json;
import dev.quarry.store.delta.LogFile;
import dev.quarry.store.delta.Metadata;
import dev.quarry.store.delta.TableState;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keeps the state after each run in `_quarry/runs/<version of runs_v1>.json`, so that opening a store replays no log.
///
/// It is a cache: a file that is missing or damaged is rebuilt from the logs.
final class StateCache {
    /// Version of the store's layout; a store with a greater one is refused.
    static final long FORMAT_VERSION = 1;
    private static final int KEPT = 3;

    private final Path folder;

    StateCache(Path quarryFolder) {
        folder = quarryFolder.resolve("runs");
    }

    private Path file(long runsVersion) {
        return folder.resolve(DeltaLog.fileName(runsVersion));
    }

    /// The state after the run whose row is in this version of `runs_v1`; empty if it must be rebuilt.
    Optional<StoreState> read(long runsVersion) {
        Path file = file(runsVersion);
        try {
            Map<String, Object> json = Json.readObject(Files.readString(file));
            long format = Json.asLong(json.get("formatVersion"));
            if (format > FORMAT_VERSION) {
                throw StoreErrors.newerFormat(file, format, FORMAT_VERSION);
            }
            if (Json.asLong(json.get("runsVersion")) != runsVersion) {
                return Optional.empty();
            }
            Map<String, StoreState.Table> tables = new LinkedHashMap<>();
            for (Object table : Json.asList(json.get("tables"))) {
                Map<String, Object> fields = Json.asObject(table);
                tables.put(Json.asString(fields.get("dataset")), readTable(fields));
            }
            return Optional.of(new StoreState(Json.asString(json.get("runId")), runsVersion, tables));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            // Torn or foreign content: the logs know better.
            return Optional.empty();
        }
    }

    private static StoreState.Table readTable(Map<String, Object> json) {
        TreeMap<String, LogFile> files = new TreeMap<>();
        for (Object element : Json.asList(json.get("files"))) {
            List<Object> file = Json.asList(element);
            String path = Json.asString(file.get(0));
            Map<String, String> partition = file.get(1) == null ? Map.of()
                    : Map.of("repo_key", Json.asString(file.get(1)), "bucket", Long.toString(Json.asLong(file.get(2))));
            files.put(path, new LogFile(path, partition, Json.asLong(file.get(3)), Json.asLong(file.get(4))));
        }
        TableState state = new TableState(Json.asLong(json.get("version")),
                Metadata.read(Json.asObject(json.get("metadata"))), files);
        return new StoreState.Table(state, (Boolean) json.get("pinned"), (String) json.get("schemaFingerprint"),
                (String) json.get("extractorHash"));
    }

    /// Writes the state; readers see the whole file or none.
    void write(StoreState state) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", FORMAT_VERSION);
        json.put("runId", state.runId());
        json.put("runsVersion", state.runsVersion());
        List<Object> tables = new ArrayList<>();
        new TreeMap<>(state.tables()).forEach((dataset, table) -> tables.add(table(dataset, table)));
        json.put("tables", tables);
        Files.createDirectories(folder);
        Path written = folder.resolve("state-" + state.runId() + ".tmp");
        try {
            Files.writeString(written, Json.write(json));
            Files.move(written, file(state.runsVersion()), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        deleteOld(state.runsVersion());
    }

    private static Map<String, Object> table(String dataset, StoreState.Table table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dataset", dataset);
        json.put("version", table.state().version());
        json.put("pinned", table.pinned());
        json.put("schemaFingerprint", table.schemaFingerprint());
        json.put("extractorHash", table.extractorHash());
        json.put("metadata", table.state().metadata().write());
        List<Object> files = new ArrayList<>();
        for (LogFile file : table.state().files().values()) {
            List<Object> fields = new ArrayList<>();
            fields.add(file.path());
            fields.add(file.repoKey());
            fields.add(file.bucket());
            fields.add(file.rows());
            fields.add(file.bytes());
            files.add(fields);
        }
        json.put("files", files);
        return json;
    }

    private void deleteOld(long newest) throws IOException {
        String oldestKept = DeltaLog.fileName(Math.max(0, newest - KEPT + 1));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (file.getFileName().toString().compareTo(oldestKept) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
