package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.ParseOptions.ParseMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `accepted.txt` says of each text which releases accept it; its head explains the format.
class AcceptedSyntaxTest {
    /// @param first the oldest release that accepts the text; null when none does
    /// @param gate whether a refusal names `first`
    private record Case(String text, ParseMode mode, boolean typeComments, PythonVersion first, PythonVersion last,
            boolean gate) {
        boolean isAcceptedBy(PythonVersion version) {
            return first != null && version.isAtLeast(first) && last.isAtLeast(version);
        }

        boolean isGateIn(PythonVersion version) {
            return gate && !version.isAtLeast(first);
        }

        SyntaxTree parse(PythonVersion version) {
            return new Parser().parse(text.getBytes(StandardCharsets.UTF_8),
                    new ParseOptions(version, mode, typeComments));
        }
    }

    private static final List<Case> CASES = read();

    private static List<Case> read() {
        String table;
        try (InputStream stream = AcceptedSyntaxTest.class.getResourceAsStream("accepted.txt")) {
            table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var cases = new ArrayList<Case>();
        String[] chunks = table.split("(?m)^#%% ");
        for (String chunk : Arrays.asList(chunks).subList(1, chunks.length)) {
            int end = chunk.indexOf('\n');
            List<String> head = Arrays.asList(chunk.substring(0, end).split(" "));
            boolean typeComments = head.contains("tc");
            String[] releases = head.get(typeComments ? 2 : 1).split("-");
            boolean none = releases.length < 2;
            cases.add(new Case(chunk.substring(end + 1), ParseMode.valueOf(head.getFirst().toUpperCase(Locale.ROOT)),
                    typeComments, none ? null : PythonVersion.parse(releases[0]).orElseThrow(),
                    none ? null : PythonVersion.parse(releases[1]).orElseThrow(), head.contains("gate")));
        }
        return cases;
    }

    /// What `ast.parse` would report: the compiler's errors are none of its business.
    private static List<String> errors(SyntaxTree tree) {
        return tree.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .filter(diagnostic -> diagnostic.stage() != Diagnostic.Stage.COMPILE)
                .map(Diagnostic::message).toList();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsWhatTheReleaseAccepts(PythonVersion version) {
        List<Case> wrong = CASES.stream()
                .filter(text -> errors(text.parse(version)).isEmpty() != text.isAcceptedBy(version)).toList();
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource
    void namesTheReleaseThatHasTheConstruct(PythonVersion version) {
        List<Case> wrong = CASES.stream().filter(text -> text.isGateIn(version))
                .filter(text -> errors(text.parse(version)).stream().noneMatch(message ->
                        message.endsWith("only supported in Python " + text.first() + " and greater"))).toList();
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource
    void theTreeIsThatOfTheReleaseThatHasTheConstruct(PythonVersion version) {
        List<Case> wrong = CASES.stream().filter(text -> text.isGateIn(version))
                .filter(text -> !nodes(text.parse(version)).equals(nodes(text.parse(text.first())))).toList();
        assertEquals(List.of(), wrong);
    }

    private static String nodes(SyntaxTree tree) {
        TreeInvariants.check(tree);
        return TreePrinter.print(tree).lines().filter(line -> !line.startsWith("!")).collect(Collectors.joining("\n"));
    }
}
