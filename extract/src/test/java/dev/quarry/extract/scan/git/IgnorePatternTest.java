package dev.quarry.extract.scan.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnorePatternTest {
    @ParameterizedTest
    @CsvSource({
        "*.py, a/b/c.py, true",
        "*.py, a.pyc, false",
        "a/*.py, a/b.py, true",
        "a/*.py, a/b/c.py, false",
        "a/*.py, x/a/b.py, false",
        "/a.py, a.py, true",
        "/a.py, b/a.py, false",
        "**/a.py, a.py, true",
        "**/a.py, x/y/a.py, true",
        "a/**, a, false",
        "a/**, a/b/c, true",
        "a/**/z, a/z, true",
        "a/**/z, a/b/c/z, true",
        "a/**/z, a/bz, false",
        "a/**b/z, a/xb/z, true",
        "a/**b/z, a/x/b/z, false",
        "**/x/**/y, p/x/q/x/r/y, true",
        "**/x/*/y, p/x/q/x/r/y, true",
        "**/**/y, y, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "x/a[!b]c, x/a/c, false",
        "[a-c]x, bx, true",
        "[!a-c]x, bx, false",
        "[^a-c]x, dx, true",
        "[]x]a, ]a, true",
        "[]-]a, -a, true",
        "[a-]b, -b, true",
        "[[:digit:][:upper:]]z, 7z, true",
        "[[:digit:][:upper:]]z, Qz, true",
        "[[:digit:]]z, qz, false",
        "[[:]x, ':x', true",
        "\\*.py, *.py, true",
        "\\*.py, a.py, false",
        "\\[a], [a], true",
        "a\\b, ab, true",
    })
    void matchesAsGitDoes(String pattern, String path, boolean expected) {
        assertEquals(expected, matches(pattern, path, false));
    }

    @Test
    void slashesAtTheEndWantDirectories() {
        assertEquals(true, matches("build/", "x/build", true));
        assertEquals(false, matches("build/", "x/build", false));
        assertEquals(true, matches("/**/", "x/build", true));
    }

    @Test
    void whatMatchesNothingIsNoPattern() {
        for (String line : List.of("", "   ", "# comment", "/", "!", "[abc", "[[:nope:]]", "abc\\")) {
            assertNull(IgnorePattern.parse(line), line);
        }
    }

    @Test
    void foldsAsciiCaseWhenAsked() {
        byte[] pattern = "Build[A-C]*.PY".getBytes(StandardCharsets.UTF_8);
        byte[] path = "bUILDbx.py".getBytes(StandardCharsets.UTF_8);
        assertEquals(true, IgnorePattern.parse(pattern, 0, pattern.length, true).matches(path, 0, path.length, false));
        assertEquals(false, IgnorePattern.parse(pattern, 0, pattern.length, false).matches(path, 0, path.length, false));
    }

    @Test
    void hostilePatternsTakeNoTime() {
        String stars = "*a".repeat(200) + "b";
        String segments = "**/a*/".repeat(200) + "b";
        String name = "a".repeat(4000);
        String path = "a/".repeat(2000) + "c";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(false, matches(stars, name, false));
            assertEquals(false, matches("x/" + stars, path, false));
            assertEquals(false, matches(segments, path, false));
        });
    }

    /// JGit's rules are another implementation of the same syntax; its known differences are kept out of the alphabet.
    @Test
    void agreesWithJGitOnRandomPatterns() {
        Random random = new Random(11);
        String[] parts = {"a", "b", "ab", "*", "?", "[ab]", "a*", "*b", "**", "[!a]"};
        int matched = 0;
        for (int round = 0; round < 30_000; round++) {
            StringBuilder pattern = new StringBuilder(random.nextInt(4) == 0 ? "/" : "");
            int segments = 1 + random.nextInt(3);
            for (int i = 0; i < segments; i++) {
                pattern.append(i == 0 ? "" : "/").append(parts[random.nextInt(parts.length)]);
            }
            StringBuilder path = new StringBuilder();
            int names = 1 + random.nextInt(4);
            for (int i = 0; i < names; i++) {
                path.append(i == 0 ? "" : "/").append(new String[] {"a", "b", "ab", "abb", "c"}[random.nextInt(5)]);
            }
            boolean expected = new FastIgnoreRule(pattern.toString()).isMatch(path.toString(), false, true);
            assertEquals(expected, matches(pattern.toString(), path.toString(), false), pattern + " on " + path);
            matched += expected ? 1 : 0;
        }
        assertEquals(true, matched > 3000, "the patterns match now and then: " + matched);
    }

    private static boolean matches(String pattern, String path, boolean directory) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        return IgnorePattern.parse(pattern).matches(bytes, 0, bytes.length, directory);
    }
}
