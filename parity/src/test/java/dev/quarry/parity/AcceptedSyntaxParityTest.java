package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table that the parser's tests go by, of texts and the releases that accept them, is right: every release says
/// the same of every text.
class AcceptedSyntaxParityTest {
    private static final Path TABLE = Path.of("../syntax/src/test/resources/dev/quarry/syntax/accepted.txt");
    private static final String PROGRAM = """
            import ast, base64, sys
            for line in sys.stdin:
                mode, type_comments, text = line.rstrip('\\n').split(' ')
                try:
                    ast.parse(base64.b64decode(text), '', mode, type_comments=type_comments == 'tc')
                    print('accepted')
                except (SyntaxError, ValueError):
                    print('refused')
            """;

    /// A text and its line in the table, `mode [tc] releases [gate]`.
    private record Case(List<String> head, String text) {
        static Case of(String chunk) {
            int end = chunk.indexOf('\n');
            return new Case(List.of(chunk.substring(0, end).split(" ")), chunk.substring(end + 1));
        }

        boolean hasTypeComments() {
            return head.contains("tc");
        }

        String answer(PythonVersion version) {
            String[] range = head.get(hasTypeComments() ? 2 : 1).split("-");
            boolean accepted = range.length == 2 && version.isAtLeast(PythonVersion.parse(range[0]).orElseThrow())
                    && PythonVersion.parse(range[1]).orElseThrow().isAtLeast(version);
            return accepted ? "accepted" : "refused";
        }

        String question() {
            return head.getFirst() + (hasTypeComments() ? " tc " : " - ")
                    + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.values());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void releasesAgree(PythonVersion version) throws IOException {
        String[] chunks = Files.readString(TABLE).split("(?m)^#%% ");
        List<Case> cases = Arrays.stream(chunks).skip(1).map(Case::of).toList();
        String questions = cases.stream().map(Case::question).collect(Collectors.joining("\n"));
        List<String> answers = TestInterpreters.run(version, PROGRAM, questions).lines().toList();
        List<String> wrong = Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .filter(i -> !cases.get(i).answer(version).equals(answers.get(i)))
                .map(i -> answers.get(i) + ": " + cases.get(i)).toList();
        assertEquals("", String.join("\n", wrong));
    }
}
