package dev.quarry.syntax.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.symtable.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Valid files of any depth and width are read without the machine stack, in linear time.
class DeepTreesTest {
    private static final int DEPTH = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"-", "not ", "lambda: ", "x if y else ", "1 + ", "x = ", "x.", "x is y is ", "f\n"})
    void readsRepeatedPrefixes(String prefix) {
        assertEquals(0, check(prefix.repeat(DEPTH) + "z\n").errors().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(y)", "[0]", ".z", " if y else x", ", *y", " or x", " < 1"})
    void readsRepeatedSuffixes(String suffix) {
        assertEquals(0, check("x" + suffix.repeat(DEPTH) + "\n").errors().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(%s)", "match x:\n case A(%s): pass", "class A(%s): pass"})
    void readsManyKeywords(String template) {
        StringBuilder keywords = new StringBuilder();
        for (int i = 0; i < DEPTH; i++) {
            keywords.append('k').append(i).append('=').append('v').append(i).append(", ");
        }
        String valid = template.formatted(keywords);
        String repeated = template.formatted(keywords + "k7=w");
        assertEquals(0, check(valid + "\n").errors().size());
        assertEquals(1, check(repeated + "\n").errors().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x%d]", "(x%d as y%d)"})
    void readsManyAlternatives(String alternative) {
        StringBuilder patterns = new StringBuilder("match x:\n case [");
        for (int i = 0; i < DEPTH / 10; i++) {
            String one = alternative.replace("%d", Integer.toString(i));
            patterns.append("[").append(one).append(", 1] | [2, ").append(one).append("], ");
        }
        assertEquals(0, check(patterns + "]: pass\n").errors().size());
        assertEquals(1, check(patterns + "x7]: pass\n").errors().size());
    }

    private static CompileDiagnostics check(String source) {
        SyntaxTree tree = new Parser().parse(source.getBytes(StandardCharsets.UTF_8),
                new ParseOptions(PythonVersion.PY313, ParseMode.EXEC, false));
        assertEquals(List.of(), tree.diagnostics());
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> new CompileChecker().check(tree, SymbolTable.build(tree)));
    }
}
