package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.store.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// SQL over a snapshot of a store: `codeintel.public` has its datasets and all views.
///
/// [#query] is for users: it reads, and nothing else. [#execute], [#stream] and [#stage] are for the extraction, which
/// writes its own statements. All methods may be called by several threads.
public final class Session implements AutoCloseable {
    private static final Pattern EXPLAIN = Pattern.compile(
            "\\A\\s*(EXPLAIN(?:\\s+ANALYZE\\b|\\s*\\((?:[\\w\\s,]*)\\))?)\\s+(.+)\\z",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern STAGING_NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Snapshot snapshot;
    private final Path workFolder;
    private final Relations relations;
    private final Engine engine;

    private Session(Snapshot snapshot, Path workFolder, Relations relations, Engine engine) {
        this.snapshot = snapshot;
        this.workFolder = workFolder;
        this.relations = relations;
        this.engine = engine;
    }

    /// @param snapshot what the session shows for as long as it lives
    /// @param profile how much of the machine it may use
    /// @param temporary a folder for what exceeds the memory; the session makes a folder of its own in it when it needs
    ///     one, and deletes that in the end
    public static Session open(Snapshot snapshot, RuntimeProfile profile, Path temporary) {
        Path workFolder = temporary.toAbsolutePath().resolve("sql-" + UUID.randomUUID());
        Relations relations = new Relations(Catalog.standard(), snapshot);
        try {
            return new Session(snapshot, workFolder, relations, new Engine(profile, relations.files(), workFolder));
        } catch (SQLException e) {
            throw QueryErrors.of(e, "");
        }
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /// Checks a user's query: one statement that only reads the snapshot (SELECT, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN).
    ///
    /// @throws QueryException with place and suggestions, if it is anything else or names what does not exist
    public Query query(String sql) {
        Matcher explain = EXPLAIN.matcher(sql);
        return Query.check(this, explain.matches() ? plan(explain.group(1), explain.group(2)) : sql);
    }

    /// Runs EXPLAIN, which the engine takes only at the top of a statement, and stands in for it with its result.
    private String plan(String explain, String sql) {
        StringBuilder rows = new StringBuilder("SELECT * FROM (VALUES ");
        try (ResultChunks plan = ResultChunks.run(connect(sql), explain + " FROM " + Query.gate(sql), sql)) {
            String separator = "";
            while (plan.next()) {
                for (int row = 0; row < plan.rows(); row++) {
                    rows.append(separator).append('(').append(DuckDbSql.text(plan.getString(0, row))).append(", ")
                            .append(DuckDbSql.text(plan.getString(1, row))).append(')');
                    separator = ", ";
                }
            }
        }
        return rows.append(") AS plan(explain_key, explain_value)").toString();
    }

    /// Runs a statement of Quarry's own, with parameters for its question marks.
    ///
    /// @return the number of rows that it changed
    public long execute(String sql, Object... parameters) {
        try (DuckDBConnection connection = connect(sql); DuckDBPreparedStatement statement = connection.prepare(sql)) {
            ResultChunks.bind(statement, parameters);
            return statement.executeLargeUpdate();
        } catch (SQLException e) {
            throw QueryErrors.of(e, sql);
        }
    }

    /// Runs a query of Quarry's own, with parameters for its question marks; the rows are made as they are read.
    public ResultChunks stream(String sql, Object... parameters) {
        return ResultChunks.run(connect(sql), sql, sql, parameters);
    }

    /// Makes an empty table `staging.<name>`, in place of an earlier one of that name.
    ///
    /// @param name lower-case letters, digits and underscores
    public StagingTable stage(String name, List<Column> columns) {
        if (!STAGING_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a staging table: " + name);
        }
        String sql = "CREATE OR REPLACE TABLE " + StagingTable.SCHEMA + "." + name + DuckDbSql.columns(columns);
        try (DuckDBConnection connection = connect(""); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw QueryErrors.of(e, sql);
        }
        return new StagingTable(name, columns, connect(""));
    }

    /// A connection on which everything is defined that a text names.
    DuckDBConnection connect(String sql) {
        try {
            relations.define(engine, sql);
            return engine.connect();
        } catch (SQLException e) {
            throw QueryErrors.of(e, "");
        }
    }

    /// The path of a new file that the engine may write.
    Path newWorkFile(String extension) throws IOException {
        Files.createDirectories(workFolder);
        return workFolder.resolve(UUID.randomUUID() + "." + extension);
    }

    @Override
    public void close() {
        try {
            engine.close();
            deleteWorkFolder();
        } catch (SQLException e) {
            throw QueryErrors.of(e, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteWorkFolder() throws IOException {
        if (!Files.isDirectory(workFolder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(workFolder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
