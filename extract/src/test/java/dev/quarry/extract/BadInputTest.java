package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.extract.scan.git.PathBytes;
import dev.quarry.store.RunRequest;
import dev.quarry.store.RunWriter;
import dev.quarry.store.Store;
import dev.quarry.store.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a file is, it becomes rows or an error row, and the other files' rows are there.
class BadInputTest {
    private Path root;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws IOException {
        root = Files.createDirectory(folder.resolve("demo"));
        write("good.py", "def good(): pass\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anEmptyRepositoryHasARunAndNoFiles() throws Exception {
        Files.delete(root.resolve("good.py"));
        assertEquals(0, extract(ProgressListener.SILENT).files());
        try (Reading store = read()) {
            assertEquals(1, store.number("SELECT count(*) FROM runs_v1"));
            assertEquals(0, store.number("SELECT count(*) FROM repo_files_v1"));
        }
    }

    @Test
    void badBytesAreErrorRows() throws Exception {
        write("cookie.py", "# coding: nonsense\nx = 1\n".getBytes(StandardCharsets.US_ASCII));
        write("invalid.py", "s = '\u00ff'\n".getBytes(StandardCharsets.ISO_8859_1));
        write("nested.py", ("x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000)).getBytes(StandardCharsets.US_ASCII));
        write("nul.py", "x = 1\0\n".getBytes(StandardCharsets.US_ASCII));
        write("unclosed.py", "(".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        write("utf16.py", "x = 1\n".getBytes(StandardCharsets.UTF_16));
        ExtractionSummary summary = extract(ProgressListener.SILENT);
        assertEquals(7, summary.files());
        assertEquals(6, summary.filesWithErrors());
        try (Reading store = read()) {
            assertEquals(List.of("cookie.py decode", "invalid.py tokenize", "nested.py tokenize", "nul.py decode",
                    "unclosed.py tokenize", "utf16.py decode"), store.texts("SELECT path || ' ' || min(stage)"
                    + " FROM extract_errors_v1 WHERE stage <> 'parse' GROUP BY path ORDER BY path"));
            assertEquals(7, store.number("SELECT count(*) FROM ast_files_v1"));
            assertGoodIsThere(store);
        }
    }

    @Test
    void whatTheCompilerRefusesIsAnErrorRowOfAFileThatParses() throws Exception {
        write("late.py", "import os\nfrom __future__ import annotations\n".getBytes(StandardCharsets.US_ASCII));
        write("outside.py", "# \u00e9\nx = '\\d'; return x  # type: int\nnonlocal y\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, extract(ProgressListener.SILENT).filesWithErrors(), "all files parse");
        try (Reading store = read()) {
            assertEquals(List.of(
                    "late.py 0 compile 2:0 from __future__ imports must occur at the beginning of the file",
                    "outside.py 0 compile 3:0 nonlocal declaration not allowed at module level",
                    "outside.py 1 compile 2:10 'return' outside function",
                    "outside.py 2 type_comment 2:28 invalid syntax"), store.texts("SELECT path || ' ' || error_index"
                    + " || ' ' || stage || ' ' || line || ':' || col || ' ' || message FROM ast_errors_v1"
                    + " ORDER BY path, error_index"));
            assertEquals(List.of("ok"), store.texts("SELECT DISTINCT parse_status FROM ast_files_v1"));
            assertEquals(List.of("late.py", "outside.py", "outside.py", "outside.py"),
                    store.texts("SELECT path FROM extract_errors_v1 ORDER BY path"));
            assertEquals(List.of("Return"), store.texts("SELECT kind FROM ast_nodes_v1 WHERE kind = 'Return'"));
            assertGoodIsThere(store);
        }
    }

    @Test
    void aNameThatIsNoUtf8IsEscaped() throws Exception {
        try {
            Path file = PathBytes.resolve(root, new byte[] {(byte) 0xff, 'n', '.', 'p', 'y'});
            Files.writeString(file, "x = 1\n");
        } catch (IOException | InvalidPathException e) {
            assumeTrue(false, "the file system takes no such name: " + e);
        }
        extract(ProgressListener.SILENT);
        try (Reading store = read()) {
            assertEquals(List.of("\\xffn.py ok", "good.py ok"),
                    store.texts("SELECT path || ' ' || parse_status FROM ast_files_v1 ORDER BY path"));
        }
    }

    @Test
    void aFileWithoutPermissionIsAnErrorRow() throws Exception {
        Path file = write("secret.py", new byte[] {'x'});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");
        extract(ProgressListener.SILENT);
        try (Reading store = read()) {
            assertEquals(List.of("secret.py unreadable_file"),
                    store.texts("SELECT path || ' ' || error_type FROM extract_errors_v1"));
            assertGoodIsThere(store);
        }
    }

    @Test
    void filesThatVanishOrChangeAfterTheyWereHashed() throws Exception {
        write("gone.py", "g = 1\n".getBytes(StandardCharsets.US_ASCII));
        write("changed.py", "def before(): pass\n".getBytes(StandardCharsets.US_ASCII));
        extract(atStage("extract", () -> {
            Files.delete(root.resolve("gone.py"));
            write("changed.py", "def afterwards(): pass\n".getBytes(StandardCharsets.US_ASCII));
        }));
        try (Reading store = read()) {
            assertEquals(List.of("afterwards", "good"), store.texts("SELECT name FROM ast_defs_v1 ORDER BY name"));
            assertEquals(List.of("changed.py", "good.py"), store.texts("SELECT path FROM repo_files_v1 ORDER BY path"));
            assertEquals(0, store.number("SELECT count(*) FROM ast_files_v1 a LEFT JOIN repo_files_v1 f"
                    + " ON a.path = f.path AND a.file_sha256 = f.file_sha256 WHERE f.path IS NULL"));
            assertEquals(List.of("gone.py"), store.texts("SELECT path FROM extract_errors_v1"));
        }
    }

    @Test
    void aRunThatFailsLeavesTheStoreAsItWas() throws Exception {
        extract(ProgressListener.SILENT);
        write("more.py", "def more(): pass\n".getBytes(StandardCharsets.US_ASCII));
        for (String stage : List.of("hash", "extract", "write")) {
            assertThrows(IOException.class, () -> extract(atStage(stage, () -> {
                throw new IOException("power cut");
            })));
            try (Reading store = read()) {
                assertEquals(1, store.number("SELECT count(*) FROM runs_v1"));
                assertEquals(List.of("good"), store.texts("SELECT name FROM ast_defs_v1"));
            }
        }
        extract(ProgressListener.SILENT);
        try (Reading store = read()) {
            assertEquals(List.of("good", "more"), store.texts("SELECT name FROM ast_defs_v1 ORDER BY name"));
        }
    }

    @Test
    void anotherRunIsWaitedFor() throws Exception {
        List<String> messages = new ArrayList<>();
        CompletableFuture<Void> waits = new CompletableFuture<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void stage(String name, long total, String unit) {}

            @Override
            public void advanced(long done) {}

            @Override
            public void message(String text) {
                messages.add(text);
                waits.complete(null);
            }
        };
        CompletableFuture<ExtractionSummary> second;
        try (Store store = Store.openOrCreate(root.resolve(".quarry"), StoreOptions.defaults());
                RunWriter first = store.beginRun(new RunRequest("first", "demo", Duration.ZERO, text -> {}))) {
            second = CompletableFuture.supplyAsync(() -> {
                try {
                    return extract(listener);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            waits.get(30, TimeUnit.SECONDS);
        }
        assertEquals(1, second.get(30, TimeUnit.SECONDS).files());
        assertTrue(messages.getFirst().startsWith("waiting for another run to leave the store: run first of process "),
                messages::toString);
    }

    @Test
    void twoRepositoriesShareAStore(@TempDir Path store) throws Exception {
        Path other = Files.createDirectory(root.resolveSibling("other"));
        Files.writeString(other.resolve("good.py"), "def other(): pass\n");
        for (Path repository : List.of(root, other, root)) {
            Extraction.run(request(repository, store), ProgressListener.SILENT);
        }
        try (Reading reading = new Reading(store)) {
            assertEquals(List.of("demo", "other"), reading.texts("SELECT repo FROM repo_files_v1 ORDER BY repo"));
            assertEquals(List.of("good", "other"), reading.texts("SELECT name FROM ast_defs_v1 ORDER BY name"));
        }
    }

    private static void assertGoodIsThere(Reading store) {
        assertEquals(List.of("good"), store.texts("SELECT name FROM ast_defs_v1 WHERE path = 'good.py'"));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(root.resolve(name), bytes);
    }

    private ExtractionSummary extract(ProgressListener listener) throws Exception {
        return Extraction.run(request(root, null), listener);
    }

    private static ExtractionRequest request(Path root, Path store) {
        return new ExtractionRequest(root, store, List.of(), null, ScanOptions.defaults(), 2, null, "test");
    }

    private Reading read() {
        return new Reading(root.resolve(".quarry"));
    }

    /// What happens to a repository in the middle of a run.
    private interface Event {
        void happen() throws IOException;
    }

    private static ProgressListener atStage(String stage, Event event) {
        return new ProgressListener() {
            @Override
            public void stage(String name, long total, String unit) {
                if (name.equals(stage)) {
                    try {
                        event.happen();
                    } catch (IOException e) {
                        BadInputTest.<RuntimeException>rethrow(e);
                    }
                }
            }

            @Override
            public void advanced(long done) {}

            @Override
            public void message(String text) {}
        };
    }

    /// Lets a checked exception through a method that declares none, as a failure that no one foresaw.
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void rethrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
