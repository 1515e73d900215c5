package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the README and pages that show commands say happens: blocks after `<!-- run -->` are run one after the other, and a block after
/// `<!-- prints -->` is what the command before it prints.
class ReadmeIT {
    private static final Pattern BLOCK = Pattern.compile("<!-- (run|prints) -->\\n```\\w+\\n(.*?)\\n```\\n", Pattern.DOTALL);

    /// @param command what is run by a shell
    /// @param prints its standard output, or null when the page does not show it
    private record Example(String command, String prints) {}

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/matching.md"})
    void theCommandsRunAndPrintWhatIsShown(String page) throws Exception {
        Path project = Launcher.projectRoot();
        Files.createSymbolicLink(directory.resolve("quarry"), project.resolve("quarry"));
        Launcher.copy(project.resolve("examples"), directory.resolve("examples"));
        try {
            List<Example> examples = examples(Files.readString(project.resolve(page)));
            assertFalse(examples.isEmpty());
            for (Example example : examples) {
                CommandRun run = Launcher.run(directory, Map.of(), List.of("sh", "-ec", example.command()));
                assertEquals(0, run.exitCode(), () -> example.command() + "\n" + run.err());
                if (example.prints() != null) {
                    assertEquals(example.prints(), run.out().stripTrailing(), example::command);
                }
            }
        } finally {
            Files.delete(directory.resolve("quarry"));
        }
    }

    private static List<Example> examples(String page) {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals("run")) {
                examples.add(new Example(matcher.group(2), null));
            } else {
                examples.add(new Example(examples.removeLast().command(), matcher.group(2).stripTrailing()));
            }
        }
        return examples;
    }
}
