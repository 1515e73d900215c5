package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// docs/commands.md and the commands say the same.
class CommandsPageTest {
    private static final Pattern LONG_OPTION = Pattern.compile("`(?:-\\w`, `)?(--[a-z-]+)");
    /// Described once for all commands.
    private static final Set<String> COMMON = Set.of("--help", "--verbose", "--version");

    @ParameterizedTest
    @ValueSource(strings = {"extract", "sql", "tables", "describe", "check", "ast", "symtable", "tokenize", "parity",
        "version", "help"})
    void theSectionOfACommandNamesItsOptions(String command) throws IOException {
        Console console = new Console(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream()), false, Console.UNLIMITED, Path.of(""),
                "quarry");
        CommandLine line = Quarry.commandLine(console, new ErrorReport(console)).getSubcommands().get(command);
        Set<String> declared = line.getCommandSpec().options().stream().flatMap(option -> Arrays.stream(option.names()))
                .filter(name -> name.startsWith("--") && !COMMON.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, documented(command));
    }

    /// The long options in the tables and sentences of the command's section, its subsections left out.
    private static Set<String> documented(String command) throws IOException {
        String page = Files.readString(Launcher.projectRoot().resolve("docs/commands.md"));
        String section = Arrays.stream(page.split("\n(?=#)"))
                .filter(text -> text.startsWith("## ") && text.lines().findFirst().orElseThrow().contains("quarry " + command))
                .findFirst().orElseThrow(() -> new AssertionError("no section about " + command));
        Set<String> options = new TreeSet<>();
        Matcher matcher = LONG_OPTION.matcher(section);
        while (matcher.find()) {
            options.add(matcher.group(1));
        }
        return options;
    }
}
