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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows happens: blocks after `<!-- run -->` are run one after the other, and a block after
/// `<!-- prints -->` is what the command before it prints.
class ReadmeIT {
    private static final Pattern BLOCK = Pattern.compile("<!-- (run|prints) -->\\n```\\w+\\n(.*?)\\n```\\n", Pattern.DOTALL);

    /// @param command what is run by a shell
    /// @param prints its standard output, or null when the README does not show it
    private record Example(String command, String prints) {}

    @TempDir
    Path directory;

    @Test
    void theCommandsRunAndPrintWhatIsShown() throws Exception {
        Path project = Launcher.projectRoot();
        Files.createSymbolicLink(directory.resolve("quarry"), project.resolve("quarry"));
        Launcher.copy(project.resolve("examples"), directory.resolve("examples"));
        try {
            List<Example> examples = examples(Files.readString(project.resolve("README.md")));
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

    private static List<Example> examples(String readme) {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(readme);
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
