package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command says, and which exit code it gives, when its input is not what it should be.
class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void aPathThatIsNoFolder() throws IOException {
        Files.writeString(folder.resolve("file.py"), "x = 1\n");
        assertEquals(new CommandRun(3, "", "quarry: 'file.py' is no folder; name the folder of a repository\n"),
                CommandRun.of(folder, "extract", "file.py"));
        assertEquals(new CommandRun(3, "", "quarry: no folder 'nowhere'; name the folder of a repository\n"),
                CommandRun.of(folder, "extract", "nowhere"));
    }

    @Test
    void fewerThanOneWorker() throws IOException {
        Files.createDirectory(folder.resolve("demo"));
        for (String jobs : new String[] {"0", "-3", "many"}) {
            CommandRun run = CommandRun.of(folder, "extract", "demo", "--jobs", jobs);
            assertEquals(ExitCode.USAGE, run.exitCode());
            assertTrue(run.err().contains("--jobs"), run.err());
        }
        assertFalse(Files.exists(folder.resolve("demo/.quarry")));
    }

    @Test
    void aStoreOfANewerFormat() throws IOException {
        makeStore();
        try (Stream<Path> caches = Files.list(folder.resolve("demo/.quarry/_quarry/runs"))) {
            Path cache = caches.findFirst().orElseThrow();
            Files.writeString(cache, Files.readString(cache).replaceFirst("\"formatVersion\":\\d+", "\"formatVersion\":99"));
        }
        for (String[] command : new String[][] {{"extract", "demo"}, {"sql", "--store", "demo", "SELECT 1"}}) {
            CommandRun run = CommandRun.of(folder, command);
            assertEquals(ExitCode.STORE, run.exitCode(), run.err());
            assertTrue(run.err().contains("a newer Quarry wrote this store (format 99, this one knows "), run.err());
            assertTrue(run.err().endsWith("; update Quarry, or use another store\n"), run.err());
        }
    }

    @Test
    void aStoreThatIsALinkIsNeitherWrittenNorReadUnlessNamed() throws IOException {
        makeStore();
        Path hostile = Files.createDirectory(folder.resolve("hostile"));
        Path link = Files.createSymbolicLink(hostile.resolve(".quarry"), folder.resolve("demo/.quarry"));
        for (String[] command : new String[][] {{"extract", "hostile"}, {"sql", "--store", "hostile", "SELECT 1"}}) {
            CommandRun run = CommandRun.of(folder, command);
            assertEquals(ExitCode.STORE, run.exitCode(), run.err());
            assertTrue(run.err().startsWith("quarry: " + link + ": is a symbolic link"), run.err());
        }
        assertEquals(ExitCode.STORE, CommandRun.of(hostile, "sql", "SELECT 1").exitCode());
        assertEquals(ExitCode.DONE, CommandRun.of(folder, "sql", "--store", "hostile/.quarry", "SELECT 1").exitCode());
        Files.delete(link);
    }

    @Test
    void aFileWhereTheStoreShouldBe() throws IOException {
        Path repository = Files.createDirectory(folder.resolve("demo"));
        Path notes = Files.writeString(folder.resolve("notes"), "notes");
        assertEquals(new CommandRun(4, "", "quarry: " + notes
                + ": is a file, not a folder; remove it, or name another folder for the store\n"),
                CommandRun.of(folder, "extract", repository.toString(), "--out", "notes"));
        assertEquals("notes", Files.readString(notes));
    }

    private void makeStore() throws IOException {
        Path repository = Files.createDirectory(folder.resolve("demo"));
        Files.writeString(repository.resolve("a.py"), "a = 1\n");
        CommandRun run = CommandRun.of(folder, "extract", "demo");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    }
}
