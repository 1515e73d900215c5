package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxErrorLocation;
import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares the first syntax error of sources with an interpreter's.
final class RefusedSources {
    private static final String PROGRAM =
            TestInterpreters.resource(RefusedSources.class, "refused_sources.py");

    private RefusedSources() {}

    /// What `ast.parse` says: the attributes of its exception, in Python's words. The place of a whole file is null.
    private record Error(String type, String message, String place, String end, String text) {}

    /// How often the parser and the interpreter agree.
    ///
    /// @param sources how many were compared
    /// @param refused how many the interpreter refuses
    /// @param messages of these, how many have the same message
    /// @param places how many have the same class, line and offset
    /// @param all how many have the same class, message, place, end and text
    /// @param disputed sources that one side refuses and the other doesn't
    /// @param differences of those that both refuse
    record Agreement(int sources, int refused, int messages, int places, int all, List<String> disputed,
            List<String> differences) {
        double messageRate() {
            return 100.0 * messages / refused;
        }

        double placeRate() {
            return 100.0 * places / refused;
        }

        double rate() {
            return 100.0 * all / refused;
        }

        @Override
        public String toString() {
            return String.format("%d sources, %d refused: message %.3f %%, class and place %.3f %%, all %.3f %%%n%s",
                    sources, refused, messageRate(), placeRate(), rate(),
                    differences.stream().limit(20).collect(Collectors.joining("\n")));
        }
    }

    /// Every constant string of some files.
    static String constants(List<Path> files) {
        return TestInterpreters.run(PythonVersion.PY313, PROGRAM, names(files), "constants");
    }

    /// Statements of some files, changed at random.
    static String mutants(List<Path> files, int seed, int count) {
        return TestInterpreters.run(PythonVersion.PY313, PROGRAM, names(files), "mutants", Integer.toString(seed),
                Integer.toString(count));
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> file + "\n").collect(Collectors.joining());
    }

    static Agreement compare(PythonVersion version, String sources) {
        List<String> disputed = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        Parser parser = new Parser();
        ParseOptions options = new ParseOptions(version, ParseMode.EXEC, false);
        int compared = 0;
        int refused = 0;
        int messages = 0;
        int places = 0;
        int all = 0;
        for (String answer : TestInterpreters.run(version, PROGRAM, sources, "answers").lines().toList()) {
            String[] fields = answer.split("\t");
            byte[] source = Base64.getDecoder().decode(fields[0]);
            String shown = new String(source, StandardCharsets.UTF_8);
            compared++;
            Error theirs = fields.length == 1 ? null : theirs(fields);
            Error ours = ours(parser.parse(source, options)).orElse(null);
            if ((theirs == null) != (ours == null)) {
                disputed.add(shown + "\n--- " + theirs + "\n--- " + ours);
            }
            if (theirs == null || ours == null) {
                continue;
            }
            refused++;
            messages += ours.message.equals(theirs.message) ? 1 : 0;
            places += ours.type.equals(theirs.type) && Objects.equals(ours.place, theirs.place) ? 1 : 0;
            if (ours.equals(theirs)) {
                all++;
            } else {
                differences.add(shown + "\n--- " + theirs + "\n--- " + ours);
            }
        }
        return new Agreement(compared, refused, messages, places, all, disputed, differences);
    }

    private static Error theirs(String[] fields) {
        boolean wholeFile = fields[3].equals("-") || fields[3].equals("0");
        return wholeFile ? new Error(fields[1], decode(fields[2]), null, null, null)
                : new Error(fields[1], decode(fields[2]), fields[3] + ":" + fields[4], fields[5] + ":" + fields[6],
                        decode(fields[7]));
    }

    private static String decode(String field) {
        return field.equals("-") ? null
                : new String(Base64.getDecoder().decode(field.substring(1)), StandardCharsets.UTF_8);
    }

    private static Optional<Error> ours(SyntaxTree tree) {
        return tree.diagnostics().stream().filter(RefusedSources::isOfParser).findFirst().map(error -> {
            SyntaxErrorLocation location = SyntaxErrorLocation.of(error, tree.source());
            return location.lineno() == 0 ? new Error(error.errorType(), error.message(), null, null, null)
                    : new Error(error.errorType(), error.message(), location.lineno() + ":" + location.offset(),
                            location.endLineno() + ":" + location.endOffset(), location.text());
        });
    }

    private static boolean isOfParser(Diagnostic diagnostic) {
        return diagnostic.stage().compareTo(Diagnostic.Stage.PARSE) <= 0;
    }
}
