package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands over the example repository, which is extracted once.
class ExtractAndQueryTest {
    private static final String FUNCTIONS = "SELECT name FROM ast_defs WHERE kind = 'FunctionDef'"
            + " AND path = 'lending/report.py' ORDER BY span.bstart";

    @TempDir
    static Path directory;

    private static CommandRun extraction;

    @BeforeAll
    static void extract() throws IOException {
        Launcher.copy(Launcher.projectRoot().resolve("examples/lending"), directory.resolve("lending"));
        extraction = CommandRun.of(directory, "extract", "lending");
    }

    @Test
    void theSummarySaysWhatWasWrittenAndHowToQueryIt() {
        assertEquals(0, extraction.exitCode(), extraction.err());
        assertTrue(extraction.err().lines().allMatch(line -> line.matches("quarry: \\w+: files \\d+.*")), extraction.err());
        assertTrue(extraction.out().startsWith("lending: 6 files (4.8 kB), 6 extracted, 0 unchanged, in "),
                extraction.out());
        assertTrue(extraction.out().contains("\n1 file with errors: "), extraction.out());
        assertTrue(extraction.out().contains("\n  ast_nodes_v1 "), extraction.out());
        assertTrue(extraction.out().contains("\n  quarry sql --store lending/.quarry \"SELECT "), extraction.out());
    }

    @Test
    void chosenModuleRootsNameModules() throws IOException {
        Launcher.copy(directory.resolve("lending"), directory.resolve("rooted"));
        CommandRun run = CommandRun.of(directory, "extract", "rooted", "--module-root", "lending/", "--module-root",
                directory.resolve("rooted").toString(), "--datasets", "py_module_index");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("report\n\"lending,.\"\n", CommandRun.of(directory, "sql", "--store", "rooted", "--format", "csv",
                "SELECT module_fqn AS report FROM py_module_index WHERE path = 'lending/report.py' AND module_fqn <>"
                        + " 'report' UNION ALL SELECT options['module_roots'] FROM runs_v1").out());
    }

    @Test
    void theStoreHidesItselfFromGit() throws IOException {
        assertEquals("*\n", Files.readString(directory.resolve("lending/.quarry/.gitignore")));
    }

    @Test
    void aSecondRunExtractsNothing() throws IOException {
        Launcher.copy(directory.resolve("lending"), directory.resolve("again"));
        assertEquals(0, CommandRun.of(directory, "extract", "again").exitCode());
        CommandRun second = CommandRun.of(directory, "extract", "again");
        assertTrue(second.out().startsWith("again: 6 files (4.8 kB), 0 extracted, 6 unchanged, in "), second.out());
        assertTrue(second.out().contains("\nnothing changed in again/.quarry\n"), second.out());
    }

    @Test
    void jsonIsAllThatIsPrintedAndStrictMindsErrors() throws IOException {
        Launcher.copy(directory.resolve("lending"), directory.resolve("for json"));
        CommandRun run = CommandRun.of(directory, "extract", "for json", "--out", "store of json", "--json", "--strict");
        assertEquals(ExitCode.FILES_WITH_ERRORS, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("{\n  \"run_id\": \""), run.out());
        assertTrue(run.out().contains("\n  \"files\": 6,\n"), run.out());
        assertTrue(run.out().contains("\n  \"files_with_errors\": 1,\n"), run.out());
        assertTrue(run.out().endsWith("}\n  ]\n}\n"), run.out());
        assertFalse(Files.exists(directory.resolve("for json/.quarry")));
        assertTrue(Files.isDirectory(directory.resolve("store of json/ast_nodes_v1")));
    }

    @Test
    void globsOfTheCommandLineWinOverTheRepositorys() throws IOException {
        Path repository = Files.createDirectory(directory.resolve("globs"));
        Files.writeString(repository.resolve("a.py"), "a = 1\n");
        Files.writeString(repository.resolve("b.py"), "b = 1\n");
        Files.writeString(repository.resolve("quarry.toml"), "exclude = ['a.py']\n");
        assertTrue(CommandRun.of(directory, "extract", "globs").out().startsWith("globs: 1 file "));
        String paths = "SELECT path FROM repo_files";
        assertEquals("path\nb.py\n", CommandRun.of(repository, "sql", "--format", "csv", paths).out());
        assertTrue(CommandRun.of(directory, "extract", "globs", "--exclude", "b.py").out().startsWith("globs: 1 file "));
        assertEquals("path\na.py\n", CommandRun.of(repository, "sql", "--format", "csv", paths).out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "extract none                     | 3 | quarry: no folder 'none'; name the folder of a repository",
        "extract lending/quarry.toml      | 3 | quarry: 'lending/quarry.toml' is no folder; name the folder of a repository",
        "extract lending --datasets nodez | 3 | quarry: there is no dataset or view nodez.",
        "extract lending --jobs 0         | 2 | quarry: --jobs has to be at least 1, not 0; 'quarry help extract' explains the command line",
        "extract lending --jobs many      | 2 | quarry: Invalid value for option '--jobs'",
        "extract lending --python 3.7     | 2 | quarry: Invalid value for option '--python'",
        "extract lending --module-root no | 3 | quarry: no folder 'no' in 'lending'; --module-root takes folders",
        "extract lending --module-root ..  | 3 | quarry: '..' is outside of 'lending'; --module-root takes folders",
        "extract                          | 2 | quarry: Missing required parameter: 'REPO'; 'quarry help extract' explains the command line",
        "describe ast_nods                | 3 | quarry: there is no dataset or view ast_nods. Did you mean ast_nodes",
        "tables --store none              | 4 | quarry: ",
    })
    void aMistakeIsOneLine(String arguments, int exitCode, String start) {
        CommandRun run = CommandRun.of(directory, arguments.split(" +"));
        assertTrue(run.err().startsWith(start), run::toString);
        assertEquals(1, run.err().lines().count(), run::toString);
        assertEquals("", run.out());
        assertEquals(exitCode, run.exitCode(), run::toString);
    }

    @Test
    void aRefusedConfigurationStopsBeforeAnythingIsWritten() throws IOException {
        Path repository = Files.createDirectory(directory.resolve("bad config"));
        Files.writeString(repository.resolve("quarry.toml"), "interpreter = '/bin/sh'\n");
        CommandRun run = CommandRun.of(directory, "extract", "bad config");
        assertEquals(ExitCode.BAD_INPUT, run.exitCode());
        assertTrue(run.err().contains("quarry.toml:1:1: 'interpreter' names an interpreter"), run.err());
        assertFalse(Files.exists(repository.resolve(".quarry")));
    }

    @Test
    void aQueryComesFromTheArgumentAFileOrStandardInput() throws IOException {
        Path inside = directory.resolve("lending/lending");
        String expected = "name\ncounter\ncount\nwidth\nprint_late\n";
        CommandRun argument = CommandRun.of(inside, "sql", "--format", "csv", FUNCTIONS);
        assertEquals(new CommandRun(0, expected, ""), argument);
        Files.writeString(directory.resolve("query.sql"), FUNCTIONS + ";\n");
        assertEquals(argument, CommandRun.of(directory, "sql", "--store", "lending", "--format", "csv", "-f", "query.sql"));
        assertEquals(argument, CommandRun.withInput(inside, FUNCTIONS, "sql", "--format", "csv"));
        assertEquals("quarry: both a query and a file with one; 'quarry help sql' explains the command line\n",
                CommandRun.of(inside, "sql", "-f", "query.sql", FUNCTIONS).err());
        assertEquals(ExitCode.USAGE, CommandRun.withInput(inside, " \n", "sql").exitCode());
    }

    @Test
    void resultsComeInEveryFormat() throws IOException {
        String query = "SELECT 1 AS n, 'a' AS s";
        assertEquals("[\n{\"n\":1,\"s\":\"a\"}\n]\n", sql(query, "--format", "json").out());
        assertTrue(sql(query).out().endsWith("1 row\n"));
        assertEquals(ExitCode.USAGE, sql(query, "--format", "parquet").exitCode());
        assertEquals(ExitCode.USAGE, sql(query, "--format", "yaml").exitCode());
        for (List<String> form : List.of(List.of("parquet", "PAR1"), List.of("csv", "n,s"), List.of("json", "[\n{"))) {
            CommandRun run = sql(query, "--format", form.getFirst(), "--out", "result." + form.getFirst());
            assertEquals(new CommandRun(0, "", ""), run);
            byte[] content = Files.readAllBytes(directory.resolve("result." + form.getFirst()));
            assertEquals(form.getLast(), new String(content, 0, form.getLast().length(), java.nio.charset.StandardCharsets.US_ASCII));
        }
        // An IPC stream begins with a continuation marker.
        assertEquals(0, sql(query, "--format", "arrow", "--out", "result.arrows").exitCode());
        assertEquals(-1, Files.readAllBytes(directory.resolve("result.arrows"))[0]);
        try (var files = Files.list(directory)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void aWrongQueryIsOneLineWithItsPlace() {
        CommandRun run = sql("SELECT *\nFROM ast_nods");
        assertEquals(ExitCode.BAD_INPUT, run.exitCode());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("quarry: query:2:6: There is no dataset or view ast_nods. Did you mean ast_nodes"),
                run.err());
        assertEquals(ExitCode.BAD_INPUT, sql("DROP TABLE ast_nodes_v1").exitCode());
        assertEquals(ExitCode.BAD_INPUT, sql("SELECT * FROM read_text('/etc/hostname')").exitCode());
    }

    @Test
    void verboseShowsTheTrace() {
        CommandRun run = sql("SELECT nothing", "--verbose");
        assertTrue(run.err().contains("\tat dev.quarry."), run.err());
        assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    }

    @Test
    void tablesListsWhatTheStoreHas() {
        CommandRun run = CommandRun.of(directory, "tables", "--store", "lending");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("ast_nodes_v1 +dataset +[\\d,]+ +[\\d.]+ kB  .+")), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("ast_nodes +view +.+")), run.out());
    }

    @Test
    void describeShowsColumnsWithTypesAndMeanings() {
        CommandRun run = CommandRun.of(directory, "describe", "ast_files_v1");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("  path +str! +.+")), run.out());
        assertTrue(run.out().startsWith("ast_files_v1 (dataset"), run.out());
    }

    @Test
    void withoutAStoreSqlSaysWhatToDo() {
        CommandRun run = CommandRun.of(directory, "sql", "SELECT 1");
        assertEquals(new CommandRun(ExitCode.STORE, "", "quarry: no .quarry folder in " + directory.toAbsolutePath()
                + " or above it; go into an extracted repository, name its store with --store, or make one with"
                + " 'quarry extract REPO'\n"), run);
    }

    private static CommandRun sql(String query, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "sql";
        arguments[1] = "--store";
        arguments[2] = "lending";
        System.arraycopy(options, 0, arguments, 3, options.length);
        arguments[arguments.length - 1] = query;
        return CommandRun.of(directory, arguments);
    }
}
