package dev.quarry.store;

import dev.quarry.store.delta.DeltaLog;
import dev.quarry.store.delta.Metadata;
import dev.quarry.store.delta.TableState;
import dev.quarry.store.parquet.Sql;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the newest complete run and the tables that it pins, in the cache or, failing that, in the logs.
final class StateReader {
    static final String RUNS = "runs_v1";

    private final Path store;
    private final StateCache cache;

    StateReader(Path store, StateCache cache) {
        this.store = store;
        this.cache = cache;
    }

    /// The newest complete run's state.
    ///
    /// @param known a state read before, which is returned as it is if nothing changed; may be null
    StoreState read(StoreState known) {
        long runsVersion = new DeltaLog(store.resolve(RUNS)).headVersion();
        if (runsVersion < 0) {
            return StoreState.EMPTY;
        }
        StoreState state = known != null && known.runsVersion() == runsVersion ? known
                : cache.read(runsVersion).map(this::checked).orElseGet(() -> rebuild(runsVersion));
        return withNewestRunTables(state);
    }

    private StoreState checked(StoreState state) {
        state.tables().forEach((dataset, table) -> {
            checkName(dataset);
            new DeltaLog(store.resolve(dataset)).checkFiles(table.state().files().values());
        });
        return state;
    }

    /// Tables about runs may have grown since: a failed run leaves its diagnostics there.
    private StoreState withNewestRunTables(StoreState state) {
        Map<String, StoreState.Table> tables = new LinkedHashMap<>(state.tables());
        tables.replaceAll((dataset, table) -> {
            if (table.pinned() || dataset.equals(RUNS)) {
                return table;
            }
            DeltaLog log = new DeltaLog(store.resolve(dataset));
            TableState newest = log.read(table.state(), log.headVersion());
            return newest == table.state() ? table
                    : new StoreState.Table(newest, false, table.schemaFingerprint(), table.extractorHash());
        });
        return new StoreState(state.runId(), state.runsVersion(), tables);
    }

    private StoreState rebuild(long runsVersion) {
        TableState runs = new DeltaLog(store.resolve(RUNS)).read(null, runsVersion);
        checkFormat(runs.metadata());
        Map<String, StoreState.Table> tables = new LinkedHashMap<>();
        String runId = null;
        List<Path> files = runs.files().values().stream().map(file -> store.resolve(RUNS).resolve(file.path())).toList();
        if (files.isEmpty()) {
            return StoreState.EMPTY;
        }
        String sql = """
                SELECT run_id, pin.dataset, pin.delta_version, pin.schema_fingerprint, pin.extractor_hash
                FROM (SELECT run_id, unnest(if(len(datasets) = 0, [NULL], datasets)) AS pin
                      FROM (SELECT run_id, datasets FROM read_parquet(%s, union_by_name = true)
                            ORDER BY end_time_unix_ms DESC, run_id DESC LIMIT 1))
                """.formatted(Sql.files(files));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet pins = statement.executeQuery(sql)) {
            while (pins.next()) {
                runId = pins.getString(1);
                String dataset = pins.getString(2);
                if (dataset == null) {
                    continue;
                }
                checkName(dataset);
                TableState state = new DeltaLog(store.resolve(dataset)).read(null, pins.getLong(3));
                checkFormat(state.metadata());
                tables.put(dataset, new StoreState.Table(state, true, pins.getString(4), pins.getString(5)));
            }
        } catch (SQLException e) {
            throw StoreErrors.unreadable(store.resolve(RUNS), e);
        }
        addRunTables(tables);
        return new StoreState(runId, runsVersion, tables);
    }

    private void addRunTables(Map<String, StoreState.Table> tables) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(store, "*_v*")) {
            for (Path folder : folders) {
                String dataset = folder.getFileName().toString();
                DeltaLog log = new DeltaLog(folder);
                if (!tables.containsKey(dataset) && log.headVersion() >= 0) {
                    TableState state = log.read(null, log.headVersion());
                    if (state.metadata().partitionColumns().isEmpty()) {
                        tables.put(dataset, new StoreState.Table(state, false, null, null));
                    }
                }
            }
        } catch (IOException e) {
            throw StoreErrors.unreadable(store, e);
        }
    }

    private void checkFormat(Metadata metadata) {
        String format = metadata.configuration().get(Metadata.FORMAT_VERSION);
        if (format != null && Long.parseLong(format) > StateCache.FORMAT_VERSION) {
            throw StoreErrors.newerFormat(store, Long.parseLong(format), StateCache.FORMAT_VERSION);
        }
    }

    /// A dataset's name becomes a folder's name.
    private void checkName(String dataset) {
        boolean plain = !dataset.isEmpty() && dataset.charAt(0) != '_';
        for (int i = 0; i < dataset.length(); i++) {
            char c = dataset.charAt(i);
            plain &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
        }
        if (!plain) {
            throw StoreErrors.leavesTable(store, dataset);
        }
    }
}
