package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `quarry check` over the example repository.
class CheckCommandTest {
    @TempDir
    static Path directory;

    @BeforeAll
    static void extract() throws IOException {
        Launcher.copy(Launcher.projectRoot().resolve("examples/lending"), directory.resolve("lending"));
        assertEquals(0, CommandRun.of(directory, "extract", "lending", "--out", "sound").exitCode());
        assertEquals(0, CommandRun.of(directory, "extract", "lending", "--out", "partial", "--datasets",
                "ast").exitCode());
    }

    @Test
    void aSoundStoreIsSaidToBeSound() {
        CommandRun run = CommandRun.of(directory, "check", "--store", "sound");
        assertEquals(ExitCode.DONE, run.exitCode(), run::toString);
        assertTrue(run.out().matches("\\d+ invariants checked in [\\d.]+ s, all hold; 3 skipped, not extracted:"
                + " repo_file_blobs_v1\n"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void whatWasNotExtractedIsSkipped() {
        CommandRun run = CommandRun.of(directory, "check", "--store", "partial");
        assertEquals(ExitCode.DONE, run.exitCode(), run::toString);
        assertTrue(run.out().contains(" all hold; "), run.out());
        assertTrue(run.out().contains("cst_refs_v1, "), run.out());
    }

    @Test
    void aViolationIsShownWithExamples() throws IOException {
        Launcher.copy(directory.resolve("sound"), directory.resolve("damaged"));
        Path table = directory.resolve("damaged/ast_defs_v1");
        // Definitions of another repository in the place of its own.
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("a.py"), "def f(): pass\n");
        assertEquals(0, CommandRun.of(directory, "extract", "other").exitCode());
        Files.copy(parquet(other.resolve(".quarry/ast_defs_v1")), parquet(table), StandardCopyOption.REPLACE_EXISTING);
        CommandRun run = CommandRun.of(directory, "check", "--store", "damaged", "file.ast_defs_v1", "key");
        assertEquals(ExitCode.VIOLATIONS, run.exitCode(), run::toString);
        assertTrue(run.out().startsWith("file.ast_defs_v1: 1 violation. Facts are of files "), run.out());
        assertTrue(run.out().contains("\n  {\"repo_key\":\"lending-"), run.out());
        assertTrue(run.out().matches("(?s).*\n\\d+ invariants checked in [\\d.]+ s, 1 violated; 1 skipped,.*"),
                run.out());
        CommandRun json = CommandRun.of(directory, "check", "--store", "damaged", "file.ast_defs_v1", "--json");
        assertEquals(ExitCode.VIOLATIONS, json.exitCode());
        assertTrue(json.out().contains("\"status\": \"violation\", \"violations\": 1, \"examples\": [{\"repo_key\":"),
                json.out());
        Files.writeString(parquet(table), "no Parquet");
        CommandRun damaged = CommandRun.of(directory, "check", "--store", "damaged", "file.ast_defs_v1");
        assertEquals(ExitCode.STORE, damaged.exitCode(), damaged::toString);
        assertTrue(damaged.err().startsWith("quarry: file.ast_defs_v1 can't be checked: "), damaged.err());
        assertEquals(1, damaged.err().lines().count(), damaged.err());
    }

    private static Path parquet(Path table) throws IOException {
        try (Stream<Path> files = Files.walk(table)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
        }
    }

    @Test
    void theListNeedsNoStore() {
        CommandRun run = CommandRun.of(directory, "check", "--list", "key");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(run.out().lines().allMatch(line -> line.matches("key\\.\\w+ +One row for each \\w+.*\\.")),
                run.out());
        CommandRun json = CommandRun.of(directory, "check", "--list", "--json", "key.ast_nodes_v1");
        assertTrue(json.out().contains("\"name\": \"key.ast_nodes_v1\", \"relation\": \"ast_nodes_v1\""), json.out());
        assertTrue(json.out().contains("\"sql\": \"SELECT file_id, ast_id, count(*)"), json.out());
    }

    @Test
    void mistakesAreOneLine() {
        CommandRun unknown = CommandRun.of(directory, "check", "--store", "sound", "keys");
        assertEquals(new CommandRun(ExitCode.BAD_INPUT, "", "quarry: there is no invariant keys. Did you mean key?\n"),
                unknown);
        assertEquals(ExitCode.STORE, CommandRun.of(directory, "check", "--store", "nowhere").exitCode());
        assertEquals(ExitCode.USAGE, CommandRun.of(directory, "check", "--examples", "x").exitCode());
    }
}
