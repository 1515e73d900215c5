package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.tree.Node;
import dev.quarry.syntax.tree.Root;
import dev.quarry.syntax.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is left of a file after one mistake: a bracket, a colon or a quote of a real file is deleted, and the functions
/// and classes of the damaged file's tree are compared with those of the whole file, by path of names.
class RecoveryTest {
    private static final int FILES = 60;
    private static final int DELETIONS = 24;
    private static final ParseOptions OPTIONS = ParseOptions.module(PythonVersion.PY313);

    /// What can be deleted.
    enum Mistake { OPENING, CLOSING, COLON, QUOTE, TRIPLE_QUOTE }

    /// Sums over many deletions.
    static final class Score {
        int deletions;
        int kept;
        int all;
        int diagnostics;
        int accepted;

        double share() {
            return (double) kept / all;
        }

        double diagnosticsEach() {
            return (double) diagnostics / (deletions - accepted);
        }

        @Override
        public String toString() {
            return String.format("%d deletions, %.2f %% of definitions kept, %.2f diagnostics each, %d no mistake",
                    deletions, 100 * share(), diagnosticsEach(), accepted);
        }
    }

    @Test
    void mostDefinitionsSurviveAMistake() throws IOException {
        Map<Mistake, Score> scores = measure(FILES, DELETIONS, 1);
        scores.forEach((mistake, score) -> {
            double least = switch (mistake) {
                case COLON, CLOSING, QUOTE -> 0.99;
                case OPENING -> 0.97;
                case TRIPLE_QUOTE -> 0.9;
            };
            assertTrue(score.share() >= least, () -> mistake + ": " + score);
            assertTrue(score.diagnosticsEach() <= (mistake == Mistake.TRIPLE_QUOTE ? 12 : 2.5),
                    () -> mistake + ": " + score);
        });
        assertEquals(Mistake.values().length, scores.size());
    }

    /// Since 3.12 a field may go on in the next line, but not with a statement.
    @Test
    void definitionsSurviveAnOpenField() {
        String source = """
                class A:
                    def f(self):
                        print(f"x: { 'xcache()}", file=file)

                    def g(self):
                        return [f"a {b!r' != 'c'" + "x"

                    def h(self):
                        return f'''{a}
                            {f"{b
                        return 2
                    }'''

                def k(): pass
                """;
        SyntaxTree tree = new Parser().parse(source, OPTIONS);
        assertEquals(Map.of(".A", 1, ".A.f", 1, ".A.g", 1, ".A.h", 1, ".k", 1), definitions(tree));
        assertEquals("unterminated string literal (detected at line 3)", tree.diagnostics().getFirst().message());
    }

    /// Deletes `deletions` bytes, one at a time, from each of so many files of the standard library.
    static Map<Mistake, Score> measure(int files, int deletions, long seed) throws IOException {
        List<Path> library = new ArrayList<>(PythonLibraries.newest());
        library.removeIf(path -> path.toString().contains("/test/"));
        Random random = new Random(seed);
        Parser parser = new Parser();
        Map<Mistake, Score> scores = new HashMap<>();
        for (int i = 0; i < files; i++) {
            byte[] file = Files.readAllBytes(library.get(random.nextInt(library.size())));
            SyntaxTree whole = parser.parse(file, OPTIONS);
            Map<String, Integer> expected = definitions(whole);
            if (file.length > 60_000 || expected.isEmpty() || !whole.diagnostics().isEmpty()) {
                continue;
            }
            for (int k = 0; k < deletions; k++) {
                int token = tokenToDamage(whole, random);
                if (token < 0) {
                    break;
                }
                byte[] damaged = delete(file, whole, token);
                SyntaxTree tree = parser.parse(damaged, OPTIONS);
                Score score = scores.computeIfAbsent(mistake(whole, token), any -> new Score());
                score.deletions++;
                if (tree.diagnostics().isEmpty()) {
                    score.accepted++;
                }
                score.diagnostics += tree.diagnostics().size();
                Map<String, Integer> found = definitions(tree);
                expected.forEach((name, count) -> {
                    score.all += count;
                    score.kept += Math.min(count, found.getOrDefault(name, 0));
                });
            }
        }
        assertFalse(scores.isEmpty());
        return scores;
    }

    private static int tokenToDamage(SyntaxTree tree, Random random) {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            int token = random.nextInt(tree.tokens().size());
            if (mistake(tree, token) != null && random.nextInt(5) < weight(mistake(tree, token))) {
                return token;
            }
        }
        return -1;
    }

    /// Quotes and colons are as likely to be deleted as the more frequent brackets.
    private static int weight(Mistake mistake) {
        return switch (mistake) {
            case OPENING, CLOSING -> 1;
            case COLON, QUOTE -> 2;
            case TRIPLE_QUOTE -> 5;
        };
    }

    private static Mistake mistake(SyntaxTree tree, int token) {
        return switch (tree.tokens().kind(token)) {
            case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> Mistake.OPENING;
            case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> Mistake.CLOSING;
            case TokenKind.COLON -> Mistake.COLON;
            case TokenKind.STRING -> StringFlags.has(tree.tokens().payload(token), StringFlags.TRIPLE)
                    ? Mistake.TRIPLE_QUOTE : Mistake.QUOTE;
            default -> null;
        };
    }

    /// Deletes a bracket, a colon or, by chance of its place, the opening or closing quotes.
    private static byte[] delete(byte[] file, SyntaxTree tree, int token) {
        int start = tree.tokens().start(token);
        int end = tree.tokens().end(token);
        if (tree.tokens().kind(token) == TokenKind.STRING) {
            int flags = tree.tokens().payload(token);
            if (token % 2 == 0) {
                start += StringFlags.prefixLength(flags);
                end = start + StringFlags.quoteLength(flags);
            } else {
                start = end - StringFlags.quoteLength(flags);
            }
        }
        byte[] damaged = new byte[file.length - (end - start)];
        System.arraycopy(file, 0, damaged, 0, start);
        System.arraycopy(file, end, damaged, start, file.length - end);
        return damaged;
    }

    /// Functions and classes by the names around them, with how often each occurs.
    private static Map<String, Integer> definitions(SyntaxTree tree) {
        Map<String, Integer> names = new HashMap<>();
        Root.of(tree).preorder(Statement.class).forEach(statement -> {
            String name = name(statement);
            if (name != null) {
                StringBuilder path = new StringBuilder();
                for (Node node : statement.path()) {
                    String part = name(node);
                    if (part != null) {
                        path.append('.').append(part);
                    }
                }
                names.merge(path.toString(), 1, Integer::sum);
            }
        });
        return names;
    }

    private static String name(Node node) {
        return switch (node) {
            case Statement.FunctionDef function -> function.name().text();
            case Statement.ClassDef type -> type.name().text();
            default -> null;
        };
    }

    /// Prints the measure, for more files than the test takes.
    public static void main(String[] arguments) throws IOException {
        int files = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        measure(files, DELETIONS, 2)
                .forEach((mistake, score) -> System.out.println(mistake + ": " + score));
    }
}
