package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.parity.TestInterpreters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Errors of the lexer, as whole messages with their place, are those of CPython 3.13.
///
/// The table `lexical-errors.txt` has a source (in Python's escapes) and its error in each line.
class LexicalErrorsTest {
    private static final PythonVersion VERSION = PythonVersion.PY313;

    private record Case(String source, String error) {}

    @Test
    void firstErrorIsThatOfTheTable() {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Case row : cases()) {
            expected.add(row.source + "\t" + row.error);
            actual.add(row.source + "\t" + firstError(row.source.translateEscapes()));
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    @Test
    void tableIsWhatCPythonSays() {
        List<Case> cases = cases();
        String input = cases.stream().map(row -> row.source + "\n").collect(Collectors.joining());
        List<String> answers = TestInterpreters.run(VERSION, resource("errors.py"), input)
                .lines().toList();
        assertEquals(cases.stream().map(Case::error).collect(Collectors.joining("\n")), String.join("\n", answers));
    }

    /// The error as CPython prints it: `type line:offset message`, with offsets counted in characters from 1.
    static String firstError(String source) {
        SourceText.Decoded decoded = SourceText.decode(source.getBytes(StandardCharsets.UTF_8));
        List<Diagnostic> diagnostics = new ArrayList<>(decoded.diagnostics());
        new Lexer().lex(decoded.text(), ParseOptions.module(VERSION), diagnostics);
        if (diagnostics.isEmpty()) {
            return "no error";
        }
        Diagnostic first = diagnostics.getFirst();
        SourceText text = decoded.text();
        String place = "None:None";
        if (first.start() >= 0) {
            int line = text.line0(first.start());
            String before = new String(text.utf8(), text.lineStart(line), first.start() - text.lineStart(line),
                    StandardCharsets.UTF_8);
            place = (line + 1) + ":" + (before.codePointCount(0, before.length()) + 1);
        }
        return first.errorType() + " " + place + " " + first.message();
    }

    private static String resource(String name) {
        return TestInterpreters.resource(LexicalErrorsTest.class, name);
    }

    private static List<Case> cases() {
        return resource("lexical-errors.txt").lines().filter(line -> !line.isEmpty())
                .map(line -> line.split("\t")).map(parts -> new Case(parts[0], parts[1])).toList();
    }
}
