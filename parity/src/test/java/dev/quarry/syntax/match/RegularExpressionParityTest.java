package dev.quarry.syntax.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Random regular expressions match the random texts that they match in Python, and are refused where they are there.
class RegularExpressionParityTest {
    private static final int CASES = 20_000;
    private static final String PROGRAM = """
            import re, sys, warnings
            warnings.simplefilter('ignore')
            for line in sys.stdin:
                expression, text = (bytes.fromhex(part).decode() for part in line.rstrip('\\n').split(' '))
                try:
                    print('yes' if re.fullmatch(expression, text) else 'no')
                except (re.error, OverflowError):
                    print('refused')
            """;
    private static final List<String> ATOMS = List.of("a", "b", "A", "_", "1", " ", "é", "É", "٣", "²", "ß", "-", ".", "\\d",
            "\\D", "\\w", "\\W", "\\s", "\\S", "\\n", "\\x41", "\\u00e9", "\\.", "\\-", "\\0", "[ab]", "[^a]", "[a-c1]",
            "[\\w-]", "[^\\d\\s]", "[]a]", "[^]]", "[\\b]", "[a\\-z]", "[\\D]", "[Z-a]", "^", "$", "\\A", "\\Z", "\\b", "\\B",
            "{", "}", "]", "a{", "(?:)", "(?i:a)", "(?-i:b)", "(?a:\\w)", "(?s:.)", "(?m:^)", "(?m:$)", "(?P<n>a)");
    private static final List<String> REPETITIONS = List.of("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{,2}", "{1,}",
            "{0}", "{2,1}", "{a}", "{,}");
    private static final List<String> FLAGS = List.of("", "", "", "(?i)", "(?s)", "(?m)", "(?a)", "(?im)", "(?u)");
    private static final String LETTERS = "aaabbAB_11 éÉ٣²ß\n\n-.\u0000\b{}]z\u2028\u00a0";

    private final Random random = new Random(20261121);
    private final RegexMatch match = new RegexMatch();

    @Test
    void randomExpressions() {
        List<String> expressions = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            expressions.add(FLAGS.get(random.nextInt(FLAGS.size())) + expression(3));
            texts.add(text());
        }
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < CASES; i++) {
            input.append(hex(expressions.get(i))).append(' ').append(hex(texts.get(i))).append('\n');
        }
        List<String> answers = TestInterpreters.run(PythonVersion.PY313, PROGRAM, input.toString()).lines().toList();
        List<String> different = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String ours = answer(expressions.get(i), texts.get(i));
            if (!ours.equals(answers.get(i))) {
                different.add(expressions.get(i) + " on '" + texts.get(i) + "': " + answers.get(i) + ", here " + ours);
            }
        }
        assertEquals("", different.stream().limit(20).collect(Collectors.joining("\n")));
        for (String answer : List.of("yes", "no", "refused")) {
            assertTrue(answers.stream().filter(answer::equals).count() > CASES / 50, answer);
        }
    }

    private String answer(String expression, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try {
            return match.matches(RegularExpression.compile(expression), utf8, 0, utf8.length) ? "yes" : "no";
        } catch (RegexException e) {
            return "refused";
        }
    }

    private String expression(int depth) {
        StringBuilder expression = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (depth > 0 && random.nextInt(4) == 0) {
                expression.append(random.nextBoolean() ? "(" : "(?:").append(expression(depth - 1));
                expression.append(random.nextInt(3) == 0 ? "|" + expression(depth - 1) : "").append(')');
            } else {
                expression.append(ATOMS.get(random.nextInt(ATOMS.size())));
            }
            if (random.nextInt(3) == 0) {
                expression.append(REPETITIONS.get(random.nextInt(REPETITIONS.size())));
            }
        }
        return expression.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String hex(String text) {
        // An empty text has no digits.
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
