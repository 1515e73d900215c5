package dev.quarry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.RepoDatasets;
import dev.quarry.session.render.CsvRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A user's query reads the snapshot, and nothing else happens.
class SandboxTest {
    @TempDir
    Path folder;

    private Session session;
    private Path secret;

    @BeforeEach
    void open() throws Exception {
        secret = Files.writeString(folder.resolve("secret.csv"), "password\n1234\n");
        session = new TestStore(folder.resolve("store")).with(RepoDatasets.REPO_FILES,
                "SELECT 'demo' AS repo, 'f' AS file_id, 'a.py' AS path").open();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "COPY (SELECT 1) TO '$/out.csv'",
        "COPY (SELECT 1) TO '$/out.csv' (USE_TMP_FILE false)",
        "EXPORT DATABASE '$/out'",
        "ATTACH '$/out.db' AS other",
        "CREATE TABLE t AS SELECT 1",
        "CREATE OR REPLACE VIEW repo_files AS SELECT 1",
        "INSERT INTO staging.t VALUES (1)",
        "DELETE FROM repo_files",
        "WITH gone AS (DELETE FROM repo_files RETURNING *) SELECT * FROM gone",
        "DROP VIEW repo_files",
        "PRAGMA database_list",
        "SET threads = 1",
        "RESET enable_external_access",
        "CALL enable_logging()",
        "LOAD httpfs",
        "INSTALL httpfs",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY (SELECT 1) TO '$/out.csv'",
        "SELECT 1') ; COPY (SELECT 1) TO '$/out.csv' --",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '$/out.csv'",
        "EXPLAIN SELECT 1; COPY (SELECT 1) TO '$/out.csv'",
        "",
        "-- nothing"})
    void otherStatementsAreRefused(String sql) throws IOException {
        assertThrows(QueryException.class, () -> run(sql));
        assertFalse(Files.exists(folder.resolve("out.csv")));
        assertFalse(Files.exists(folder.resolve("out.db")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "FROM '$/secret.csv'",
        "SELECT * FROM read_csv('$/secret.csv')",
        "SELECT * FROM read_text('$/secret.csv')",
        "SELECT * FROM read_blob('$/secret.csv')",
        "SELECT * FROM sniff_csv('$/secret.csv')",
        "SELECT * FROM glob('$/*')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/proc/self/environ')",
        "SELECT * FROM read_parquet('http://127.0.0.1:1/x.parquet')",
        "SELECT * FROM query('FROM ''$/secret.csv''')",
        "SELECT * FROM read_duckdb('$/secret.db')",
        "SELECT * FROM enable_logging(storage = 'file', storage_path = '$/out')"})
    void otherFilesAreOutOfReach(String sql) {
        assertThrows(QueryException.class, () -> run(sql));
        assertFalse(Files.exists(folder.resolve("out")));
        assertTrue(Files.exists(secret));
    }

    @Test
    void readingStatementsWork() throws IOException {
        for (Map.Entry<String, String> expected : Map.of(
                "SELECT path FROM codeintel.public.repo_files;", "path\na.py\n",
                "FROM repo_files SELECT count(*) AS n", "n\n1\n",
                "WITH f AS (FROM repo_files) SELECT path FROM f -- all", "path\na.py\n",
                "VALUES (1), (NULL)", "col0\n1\n\n",
                "SELECT column_name FROM (DESCRIBE repo_snapshot_v1) LIMIT 2", "column_name\nfile_id\npath\n",
                "SELECT min(table_name) AS t FROM information_schema.tables WHERE table_name LIKE 'ast%'",
                "t\nast_call_attrs\n").entrySet()) {
            assertEquals(expected.getValue(), run(expected.getKey()), expected.getKey());
        }
        assertTrue(run("SHOW TABLES").contains("\nast_nodes_v1\n"));
        assertTrue(run("DESCRIBE ast_nodes").contains("\nvalue_repr,VARCHAR,"));
        assertTrue(run("SUMMARIZE repo_files").startsWith("column_name,"));
        assertTrue(run("EXPLAIN SELECT path FROM repo_files").startsWith("explain_key,explain_value\nphysical_plan,"));
        assertTrue(run("explain analyze SELECT path FROM repo_files").contains("Total Time"));
        assertTrue(run("EXPLAIN (FORMAT json) SELECT path FROM repo_files").contains("children"));
    }

    private String run(String sql) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvRenderer.write(session.query(sql.replace("$", folder.toString())), text);
        return text.toString();
    }
}
