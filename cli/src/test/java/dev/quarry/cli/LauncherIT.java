package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `quarry`, on the distribution that the build has just made.
class LauncherIT {
    private final Path project = Launcher.projectRoot();

    /// With a space and a letter outside ASCII in its name, like users' folders.
    Path folder;

    @BeforeEach
    void makeFolder(@TempDir Path directory) throws IOException {
        folder = Files.createDirectory(directory.resolve("naïve folder"));
    }

    /// JUnit would warn of links that lead out of its temporary folder.
    @AfterEach
    void removeLinks() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void runsFromAnyDirectory() throws Exception {
        assertVersion(Launcher.run(folder, Map.of(), List.of(project + "/quarry", "version")));
    }

    @Test
    void runsThroughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), project.resolve("quarry"));
        Files.createSymbolicLink(folder.resolve("q"), Path.of("a link"));
        assertVersion(Launcher.run(folder, Map.of(), List.of(link.toString(), "version")));
        assertVersion(Launcher.run(folder, Map.of(), List.of("./q", "version")));
        assertVersion(Launcher.run(folder, Map.of(), List.of("sh", "q", "version")));
        assertVersion(Launcher.run(folder, Map.of("PATH", folder + ":" + System.getenv("PATH")),
                List.of("sh", "-c", "q version")));
    }

    @Test
    void runsInstalledInAFolderWithSpaces() throws Exception {
        Path installed = install("required=25");
        assertVersion(Launcher.run(folder, Map.of(), List.of(installed + "/quarry", "version")));
    }

    @Test
    void buildsNothingWhenNothingChanged() throws Exception {
        CommandRun run = Launcher.run(folder, Map.of("PATH", "/usr/bin:/bin", "QUARRY_JAVA_OPTS", "-showversion"),
                List.of(project + "/quarry", "version"));
        assertTrue(run.out().startsWith("quarry "), run.out());
        assertTrue(!run.err().contains("building"), run.err());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        Path old = fakeJdk("17.0.15");
        Path java = Path.of(System.getProperty("java.home"));
        assertVersion(Launcher.run(folder,
                Map.of("JAVA_HOME", old.toString(), "PATH", java + "/bin:" + System.getenv("PATH")),
                List.of(project + "/quarry", "version")));
    }

    @Test
    void aQuarryJavaHomeThatIsTooOldIsAnError() throws Exception {
        Path old = fakeJdk("17.0.15");
        CommandRun run = Launcher.run(folder, Map.of("QUARRY_JAVA_HOME", old.toString()),
                List.of(project + "/quarry", "version"));
        assertEquals(new CommandRun(3, "", "quarry: QUARRY_JAVA_HOME is " + old
                + ", which is no JDK 25 or newer; set it to one or unset it\n"), run);
    }

    @Test
    void withoutAJdkOneLineSaysWhatToInstall() throws Exception {
        Path installed = install("required=99");
        CommandRun run = Launcher.run(folder, Map.of(), List.of(installed + "/quarry", "version"));
        assertEquals(new CommandRun(3, "", "quarry: needs a JDK 99, and found none: install one"
                + " (https://adoptium.net) or set QUARRY_JAVA_HOME to its folder\n"), run);
    }

    @Test
    void aReaderThatGoesAwayIsNoError() throws Exception {
        CommandRun run = Launcher.run(folder, Map.of(), List.of("sh", "-c", "'" + project + "/quarry' help | true"));
        assertEquals(new CommandRun(0, "", ""), run);
    }

    private static void assertVersion(CommandRun run) {
        assertTrue(run.out().startsWith("quarry "), run::toString);
        assertEquals(0, run.exitCode(), run::toString);
        assertEquals("", run.err());
    }

    /// A copy of the script beside a link to the distribution.
    ///
    /// @param required the script's line with the JDK that it asks for
    private Path install(String required) throws IOException {
        Path installed = Files.createDirectory(folder.resolve("the program"));
        String script = Files.readString(project.resolve("quarry"));
        assertTrue(script.contains("\nrequired=25\n"));
        Path copy = installed.resolve("quarry");
        Files.writeString(copy, script.replace("\nrequired=25\n", "\n" + required + "\n"));
        assertTrue(copy.toFile().setExecutable(true));
        Files.createDirectory(installed.resolve("cli"));
        Files.createSymbolicLink(installed.resolve("cli/target"), project.resolve("cli/target"));
        return installed;
    }

    private Path fakeJdk(String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve("jdk " + version));
        Files.createDirectory(jdk.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(jdk.resolve("bin/" + program), "#!/bin/sh\necho started the old JDK >&2\nexit 1\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }
}
