package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What docs/syntax.md shows happens: each source after `<!-- run -->` prints what stands after `<!-- prints -->`.
class DocumentationTest {
    private static final Path PAGE = Path.of("../docs/syntax.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "<!-- run -->\n```java\n(.*?)\n```\n<!-- prints -->\n```text\n(.*?)\n```\n", Pattern.DOTALL);

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> examplesPrintWhatIsShown() throws IOException {
        String page = Files.readString(PAGE);
        List<String[]> examples = EXAMPLE.matcher(page).results()
                .map(match -> new String[] {match.group(1), match.group(2)}).toList();
        assertFalse(examples.isEmpty());
        Matcher marks = Pattern.compile("<!-- run -->").matcher(page);
        assertEquals(marks.results().count(), examples.size(), "examples with what they print");
        return examples.stream().map(example -> DynamicTest.dynamicTest(
                example[0].lines().filter(line -> line.contains("class ")).findFirst().orElse("example"),
                () -> assertEquals(example[1].stripTrailing(), run(example[0]).stripTrailing(), example[0])));
    }

    private String run(String source) throws IOException, InterruptedException {
        Path file = directory.resolve("Example.java");
        Files.writeString(file, source);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-Dstdout.encoding=UTF-8", "-cp", "target/classes",
                file.toString()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(true, process.waitFor(1, TimeUnit.MINUTES), "ended");
        assertEquals(0, process.exitValue(), output);
        return output;
    }
}
