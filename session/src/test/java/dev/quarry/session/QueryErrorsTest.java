package dev.quarry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages say what is wrong, where, and what may have been meant.
class QueryErrorsTest {
    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new TestStore(folder).open();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anUnknownColumnIsPointedAt() {
        assertEquals("""
                There is no column kindd. Did you mean kind?
                  line 2:        kindd
                                 ^^^^^""", message("SELECT path,\n       kindd\nFROM ast_nodes"));
    }

    @Test
    void anUnknownColumnWithoutAnythingLikeItSaysHowToListThem() {
        assertEquals("There is no column zzzzzz. DESCRIBE lists the columns of a dataset or view.",
                message("SELECT zzzzzz FROM (SELECT 1 AS a, 2 AS b)").lines().findFirst().orElseThrow());
    }

    @Test
    void anUnknownTableSuggestsDatasetsAndViews() {
        assertEquals("""
                There is no dataset or view ast_node. Did you mean ast_nodes or ast_nodes_v1 or ast_node_attrs?
                  line 1: SELECT * FROM ast_node
                                        ^^^^^^^^""", message("SELECT * FROM ast_node"));
        assertEquals("""
                There is no dataset or view xyzzy. `quarry tables` lists all of them.
                  line 1: SELECT * FROM xyzzy
                                        ^^^^^""", message("SELECT * FROM xyzzy"));
    }

    @Test
    void aSyntaxErrorIsPointedAtInCharactersNotBytes() {
        assertEquals("""
                syntax error at or near "x"
                  line 1: SELECT 'naïve' FORM x
                                              ^""", message("SELECT 'naïve' FORM x"));
    }

    @Test
    void whatIsNotAQueryIsExplained() {
        String refused = "A query may only read, and must be one statement: SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, "
                + "SUMMARIZE or EXPLAIN.";
        assertEquals(refused, message("DROP TABLE x"));
        assertEquals(refused, message("SELECT 1; SELECT 2"));
        assertEquals(refused, message(""));
    }

    @Test
    void placesAreInTheExplainedQuery() {
        assertEquals("""
                There is no column kindd. Did you mean kind?
                  line 1: SELECT kindd FROM ast_nodes
                                 ^^^^^""", message("EXPLAIN SELECT kindd FROM ast_nodes"));
    }

    @Test
    void errorsOnTheWayAreQueryErrors() {
        Query query = session.query("SELECT CASE WHEN i > 100000 THEN CAST('x' || i AS INT) ELSE i END FROM range(200000) t(i)");
        QueryException failure = assertThrows(QueryException.class, () -> {
            try (ResultChunks rows = query.chunks()) {
                while (rows.next()) {
                    rows.rows();
                }
            }
        });
        assertEquals("Could not convert string 'x100001' to INT32", failure.problem());
        assertEquals(34, failure.column());
    }

    private String message(String sql) {
        return assertThrows(QueryException.class, () -> session.query(sql)).getMessage();
    }
}
