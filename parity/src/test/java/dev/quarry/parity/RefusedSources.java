package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.symtable.FutureStatements;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares the first syntax error of sources with an interpreter's.
final class RefusedSources {
    private static final String PROGRAM = Resources.text("first_error.py")
            + TestInterpreters.resource(RefusedSources.class, "refused_sources.py");

    private RefusedSources() {}

    /// How often the parser and the interpreter agree.
    ///
    /// @param sources how many were compared
    /// @param refused how many the interpreter refuses
    /// @param messages of these, how many have the same message
    /// @param places how many have the same class, line and offset
    /// @param all how many have the same class, message, place, end and text; releases before 3.10 have no end
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
            return String.format(Locale.ROOT, "%d sources, %d refused: message %.2f %%, class and place %.2f %%, "
                    + "all %.2f %%, %d disputed%n%s", sources, refused, messageRate(), placeRate(), rate(), disputed.size(),
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

    /// Sources given as texts.
    static String of(List<String> sources) {
        return sources.stream()
                .map(source -> Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("\n"));
    }

    static Agreement compare(String sources, ParseOptions options) {
        List<String> disputed = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        Parser parser = new Parser();
        boolean hasEnds = options.version().isAtLeast(PythonVersion.PY310);
        int compared = 0;
        int refused = 0;
        int messages = 0;
        int places = 0;
        int all = 0;
        for (String answer : answers(sources, options)) {
            List<String> fields = Arrays.asList(answer.split("\t", -1));
            byte[] source = Base64.getDecoder().decode(fields.getFirst());
            String shown = new String(source, StandardCharsets.UTF_8);
            compared++;
            ReportedError theirs = fields.size() == 1 ? null : ReportedError.parse(fields.subList(1, fields.size()));
            ReportedError ours = ours(parser.parse(source, options)).orElse(null);
            if ((theirs == null) != (ours == null)) {
                disputed.add(shown + "\n--- " + theirs + "\n--- " + ours);
            }
            if (theirs == null || ours == null) {
                continue;
            }
            refused++;
            boolean message = ours.message().equals(theirs.message());
            boolean place = ours.type().equals(theirs.type()) && ours.hasPlaceOf(theirs);
            messages += message ? 1 : 0;
            places += place ? 1 : 0;
            if (message && place && (!hasEnds || ours.hasEndOf(theirs)) && hasTextOf(ours, theirs)) {
                all++;
            } else {
                differences.add(shown + "\n--- " + theirs + "\n--- " + ours);
            }
        }
        return new Agreement(compared, refused, messages, places, all, disputed, differences);
    }

    private static List<String> answers(String sources, ParseOptions options) {
        String mode = options.mode().name().toLowerCase(Locale.ROOT);
        return TestInterpreters.run(options.version(), PROGRAM, sources, "answers", mode,
                options.typeComments() ? "type_comments" : "").lines().toList();
    }

    private static boolean hasTextOf(ReportedError ours, ReportedError theirs) {
        return ours.line() == 0 || Objects.equals(ours.text(), theirs.text());
    }

    private static Optional<ReportedError> ours(SyntaxTree tree) {
        Optional<Diagnostic> first = tree.diagnostics().stream().filter(RefusedSources::isOfParser).findFirst();
        if (first.isEmpty() && tree.options().version().isAtLeast(PythonVersion.PY314)) {
            // Since 3.14, ast.parse reads the statements from __future__.
            first = FutureStatements.of(tree).error();
        }
        return first.map(error -> ReportedError.of(error, tree.source()));
    }

    private static boolean isOfParser(Diagnostic diagnostic) {
        return diagnostic.stage() != Diagnostic.Stage.COMPILE && diagnostic.stage() != Diagnostic.Stage.LIMIT;
    }
}
