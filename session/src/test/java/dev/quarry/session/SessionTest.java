package dev.quarry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType.Scalar;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.catalog.StableId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    @TempDir
    Path folder;

    @Test
    void stagedRowsJoinWithDatasets() throws Exception {
        try (Session session = files().open()) {
            try (StagingTable listing = session.stage("listing", List.of(Column.required("path", Scalar.STRING, ""),
                    Column.optional("size", Scalar.INT64, ""), Column.required("tracked", Scalar.BOOL, "")))) {
                listing.append("a.py").append(7L).append(true).endRow();
                listing.append("new.py").appendNull().append(false).endRow();
                assertEquals(2, listing.rows());
            }
            session.stage("needed", List.of(Column.required("path", Scalar.STRING, ""))).close();
            assertEquals(1, session.execute("INSERT INTO staging.needed SELECT l.path FROM staging.listing l"
                    + " WHERE NOT EXISTS (SELECT 1 FROM repo_files_v1 r WHERE r.path = l.path AND r.repo = ?)", "demo"));
            List<String> rows = new ArrayList<>();
            try (ResultChunks chunks = session.stream("SELECT l.path, l.size, l.tracked, n.path IS NULL"
                    + " FROM staging.listing l LEFT JOIN staging.needed n ON n.path = l.path ORDER BY 1")) {
                while (chunks.next()) {
                    for (int row = 0; row < chunks.rows(); row++) {
                        rows.add(chunks.getString(0, row) + " "
                                + (chunks.isNull(1, row) ? "-" : Long.toString(chunks.getLong(1, row))) + " "
                                + chunks.getBoolean(2, row) + " " + chunks.getBoolean(3, row));
                    }
                }
            }
            assertEquals(List.of("a.py 7 true true", "new.py - false false"), rows);
        }
    }

    @Test
    void anIncompleteStagedRowIsRefused() {
        try (Session session = new TestStore(folder).open(); StagingTable table = session.stage("t",
                List.of(Column.required("a", Scalar.INT32, ""), Column.required("b", Scalar.INT32, "")))) {
            table.append(1);
            assertThrows(IllegalStateException.class, table::endRow);
            table.append(2).endRow();
        }
    }

    @Test
    void stagingNamesCannotSmuggleStatements() {
        try (Session session = new TestStore(folder).open()) {
            assertThrows(IllegalArgumentException.class, () -> session.stage("t(a INT); DROP SCHEMA public", List.of()));
        }
    }

    @Test
    void severalResultsAreReadAtOnce() {
        try (Session session = new TestStore(folder).open();
                ResultChunks outer = session.stream("SELECT i FROM range(10000) t(i)")) {
            long sum = 0;
            while (outer.next()) {
                try (ResultChunks inner = session.stream("SELECT CAST(? AS BIGINT)", outer.getLong(0, 0))) {
                    assertTrue(inner.next());
                    sum += inner.getLong(0, 0);
                }
            }
            assertEquals(2048 * (1 + 2 + 3 + 4), sum);
        }
    }

    @Test
    void streamsKeepTheOrderOfTheQuery() {
        try (Session session = new TestStore(folder).open();
                ResultChunks rows = session.stream("SELECT i FROM range(500000) t(i) ORDER BY i DESC")) {
            long expected = 500_000;
            while (rows.next()) {
                for (int row = 0; row < rows.rows(); row++) {
                    assertEquals(--expected, rows.getLong(0, row));
                }
            }
            assertEquals(0, expected);
        }
    }

    @Test
    void stableIdsAgreeWithJava() {
        try (Session session = new TestStore(folder).open();
                ResultChunks ids = session.stream("SELECT stable_id('t', list_value('x', NULL, CAST(3 AS STRING))),"
                        + " stable_id('file', list_value('demo', 'src/naïve.py'))")) {
            assertTrue(ids.next());
            assertEquals(StableId.of("t", "x", null, 3), ids.getString(0, 0));
            assertEquals(StableId.fileId("demo", "src/naïve.py"), ids.getString(1, 0));
        }
    }

    @Test
    void resultsAreWrittenAsArrowAndParquet() throws Exception {
        try (Session session = files().open()) {
            Query query = session.query("SELECT path, [size_bytes] AS sizes FROM repo_files ORDER BY path");
            Path file = folder.resolve("out's.parquet");
            assertEquals(1, query.writeParquet(file));
            assertTrue(Files.size(file) > 0);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertEquals(1, query.writeArrow(out));
            try (BufferAllocator allocator = new RootAllocator(); ArrowStreamReader reader =
                    new ArrowStreamReader(new ByteArrayInputStream(out.toByteArray()), allocator)) {
                assertTrue(reader.loadNextBatch());
                assertEquals("path,sizes\na.py,[7]", reader.getVectorSchemaRoot().contentToTSVString()
                        .replace('\t', ',').strip());
            }
        }
        assertFalse(Files.exists(folder.resolve("store").resolve("tmp")) && Files.list(folder.resolve("store/tmp"))
                .findAny().isPresent(), "the session's folder is deleted");
    }

    @Test
    void describesWithoutAnEngine() throws Exception {
        var snapshot = files().snapshot();
        RelationDescription files = RelationDescription.of(Catalog.standard(), snapshot, "repo_files_v1");
        assertEquals(OptionalLong.of(1), files.rows());
        assertEquals(OptionalLong.of(3), files.version());
        assertEquals(List.of("repo", "path"), files.primaryKey());
        RelationDescription nodes = RelationDescription.of(Catalog.standard(), snapshot, "AST_NODES");
        assertEquals("view", nodes.kind());
        assertEquals(List.of(AstDatasets.NODES.name()), nodes.uses());
        RelationListing listed = RelationListing.all(Catalog.standard(), snapshot).stream()
                .filter(line -> line.name().equals("ast_nodes_v1")).findFirst().orElseThrow();
        assertEquals(OptionalLong.of(0), listed.rows());
    }

    private TestStore files() throws Exception {
        return new TestStore(folder.resolve("store")).with(RepoDatasets.REPO_FILES,
                "SELECT 'demo' AS repo, 'f' AS file_id, 'a.py' AS path, 7 AS size_bytes");
    }
}
