package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that the user, the system, a full disk or a lack of memory ends, and names in any locale.
class InterruptedRunIT {
    private static final String COUNT = "SELECT count(*) AS files FROM repo_files";
    private static final int MANY = 1500;

    private final String quarry = Launcher.projectRoot().resolve("quarry").toString();

    private Path folder;

    @BeforeEach
    void makeFolder(@TempDir Path directory) {
        folder = directory;
    }

    @Test
    void ctrlCLeavesTheStoreAsItWas() throws Exception {
        makeManyFilesOverAStoreOfOne();
        Map<String, Long> before = files();
        assertEquals(ExitCode.INTERRUPTED, endInTheMiddle("INT"));
        assertEquals(before, files());
        assertEquals("files\n1\n", run("sql", "--store", "store", "--format", "csv", COUNT).out());
    }

    @Test
    void theRunAfterAKillRepairs() throws Exception {
        makeManyFilesOverAStoreOfOne();
        assertEquals(128 + 9, endInTheMiddle("KILL"));
        assertEquals("files\n1\n", run("sql", "--store", "store", "--format", "csv", COUNT).out());
        CommandRun again = run("extract", "many", "--out", "store");
        assertEquals(ExitCode.DONE, again.exitCode(), again.err());
        assertEquals("files\n" + (MANY + 1) + "\n", run("sql", "--store", "store", "--format", "csv", COUNT).out());
        try (Stream<Path> left = Files.list(folder.resolve("store/_quarry/tmp"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void namesOutsideAsciiWorkInTheCLocale() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("dépôt"));
        Files.writeString(repository.resolve("näme.py"), "é = 'ß'\n");
        for (String locale : List.of("C", "POSIX", "")) {
            Map<String, String> environment = Map.of("LC_ALL", locale);
            CommandRun extracted = Launcher.run(folder, environment, List.of(quarry, "extract", "dépôt", "--out",
                    "störe " + locale, "--include", "nä*"));
            assertTrue(extracted.out().startsWith("dépôt: 1 file "), extracted::toString);
            CommandRun queried = Launcher.run(folder, environment, List.of(quarry, "sql", "--store",
                    "störe " + locale, "--format", "csv", "SELECT path, 'ü' AS u FROM repo_files"));
            assertEquals(new CommandRun(0, "path,u\nnäme.py,ü\n", ""), queried);
        }
    }

    @Test
    void aFileThatExceedsTheMemoryIsAnErrorRow() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("big"));
        Files.writeString(repository.resolve("big.py"), "x = [1, 2, 3]\n".repeat(1_500_000));
        Files.writeString(repository.resolve("small.py"), "def small(): pass\n");
        Map<String, String> little = Map.of("QUARRY_JAVA_OPTS", "-Xmx160m");
        CommandRun extracted = Launcher.run(folder, little,
                List.of(quarry, "extract", "big", "--out", "store", "--strict"));
        assertEquals(ExitCode.FILES_WITH_ERRORS, extracted.exitCode(), extracted::toString);
        assertEquals("path,error_type\nbig.py,MemoryError\n", run("sql", "--store", "store", "--format", "csv",
                "SELECT path, error_type FROM extract_errors").out());
        assertEquals("name\nsmall\n",
                run("sql", "--store", "store", "--format", "csv", "SELECT name FROM ast_defs").out());
    }

    @Test
    void aFullDiskIsSaidAndLosesNothing() throws Exception {
        makeManyFilesOverAStoreOfOne();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        CommandRun mounted = Launcher.run(folder, Map.of(),
                List.of("sh", "-c", "mount -t tmpfs -o size=600k tmpfs disk"));
        assumeTrue(mounted.exitCode() == 0, "a small disk can't be mounted here: " + mounted.err());
        try {
            CommandRun one = run("extract", "one", "--out", "disk/store");
            assertEquals(ExitCode.DONE, one.exitCode(), one.err());
            CommandRun many = run("extract", "many", "--out", "disk/store");
            assertEquals(ExitCode.STORE, many.exitCode(), many::toString);
            assertTrue(many.err().contains("free some space"), many.err());
            assertEquals("files\n1\n", run("sql", "--store", "disk/store", "--format", "csv", COUNT).out());
        } finally {
            Launcher.run(folder, Map.of(), List.of("umount", disk.toString()));
        }
    }

    private void makeManyFilesOverAStoreOfOne() throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Files.writeString(one.resolve("one.py"), "one = 1\n");
        CommandRun first = run("extract", "one", "--out", "store");
        assertEquals(ExitCode.DONE, first.exitCode(), first.err());
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(many.resolve("m" + i + ".py"), ("def f" + i + "(a, b=" + i + "):\n"
                    + "    return [a + b * c for c in range(b)]\n").repeat(20));
        }
    }

    /// Starts a run over the many files and sends it a signal when it writes into the store.
    ///
    /// @return the exit code, as a shell gives it
    private int endInTheMiddle(String signal) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(quarry, "extract", "many", "--out", "store")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holdsLock()) {
            assertTrue(process.isAlive() && System.nanoTime() < end, "the run ended before it was stopped");
            Thread.sleep(5);
        }
        Thread.sleep(300);
        assertTrue(process.isAlive(), "the run ended before it was stopped");
        CommandRun kill = Launcher.run(folder, Map.of(),
                List.of("sh", "-c", "kill -" + signal + " " + process.pid()));
        assertEquals(new CommandRun(0, "", ""), kill);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the run did not end");
        return process.exitValue();
    }

    private boolean holdsLock() throws IOException {
        return Files.size(folder.resolve("store/_quarry/lock")) > 0;
    }

    /// Files of the store and their sizes, but for the lock, whose text names its last owner.
    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock")).toList()) {
                sizes.put(folder.relativize(file).toString(), Files.size(file));
            }
        }
        return sizes;
    }

    private CommandRun run(String... arguments) throws Exception {
        return Launcher.run(folder, Map.of(), Stream.concat(Stream.of(quarry), Stream.of(arguments)).toList());
    }
}
