package dev.quarry.syntax.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.cst.CstTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What patterns match where LibCST cannot be asked: in combinations that it raises an exception for, in what newer
/// releases have, in large and deep files. The module `parity` compares the rest with LibCST.
class PatternFinderTest {
    private final Parser parser = new Parser();
    private final CstProjector projector = new CstProjector();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            a, b, c => Name(OneOf('a', 'b')) => a b
            ab, b => Name(AllOf(MatchRegex('.b'), MatchRegex('a.'))) => ab
            a, b => Name(OneOf(MatchRegex('x'), MatchRegex('b'))) => b
            return x => Return(value=OneOf(None, Name())) => return x
            return => Return(value=OneOf(None, Name())) => return
            f(a, b) => Arg(comma=~OneOf(Comma(), ~Comma())) => 
            f(a) => Arg(comma=~OneOf(Comma())) => a
            a, b.c => OneOf(AllOf(Name(), Name('a')), Attribute()) => a b.c
            f(a, b) => Call(func=Name) => f(a, b)
            x => Name | Call => x
            f(1, 2) => Call(args=~([Arg()] | [Arg(), Arg()])) => 
            type A[T: int = 3, *Ts] = T => TypeParam(TypeVar(bound=Name()), default=Integer()) => T: int = 3,
            type A[T] = int => TypeAlias(type_parameters=TypeParameters([DoNotCare()])) => type A[T] = int
            def f[**P](): pass => FunctionDef(type_parameters=TypeParameters([TypeParam(ParamSpec())])) => def f[**P](): pass
            t"a{b!r}" => TemplatedString(start='t"', end='"') => t"a{b!r}"
            t"a{b!r}" => TemplatedStringExpression(conversion='r') => {b!r}
            f'' 'a' rb'b' => FormattedString(start="f'", end="'", parts=[]) => f''
            """)
    void matches(String source, String pattern, String found) {
        assertEquals(found == null ? "" : found, String.join(" ", find(source, pattern)).strip());
    }

    @Test
    void hitsComeInTheOrderOfTheTable() {
        CstTable table = table("f(g(a), h(b))\n");
        List<String> hits = new ArrayList<>();
        finder("Call(func=Name('g')) | Arg()", "Call()").find(table,
                (pattern, row) -> hits.add(pattern + " " + text(table, row)));
        assertEquals(List.of("1 f(g(a), h(b))", "0 g(a)", "0 g(a)", "1 g(a)", "0 a", "0 h(b)", "1 h(b)", "0 b"), hits);
    }

    @Test
    void brokenFilesHaveNoneOfWhatTheyLack() {
        assertEquals(List.of(), find("def f(:\n  x = \n", "Assign(value=Name())"));
        assertEquals(List.of("x ="), find("def f(:\n  x = \n", "Assign(value=~Name())"));
        assertEquals(List.of("x"), find("class :\n  x.\n", "Name()"));
    }

    @Test
    void deepFiles() {
        int depth = 100_000;
        String sum = "a" + " + a".repeat(depth);
        assertEquals(depth, count(sum, "BinaryOperation(left=BinaryOperation() | Name(), right=Name('a'))"));
        assertEquals(depth - 2, count(sum, "BinaryOperation(left=BinaryOperation(left=BinaryOperation()))"));
        assertEquals(depth, count("-".repeat(depth) + "a", "UnaryOperation(expression=~Call())"));
    }

    /// Many wildcards in a long sequence: every element is asked once for each item.
    @Test
    void wildcardsCostNoMoreThanElementsTimesItems() {
        String call = "f(" + "a, ".repeat(20_000) + "b)";
        String pattern = "Call(args=[" + "ZeroOrMore(), Arg(Name('a')), ".repeat(30) + "Arg(Name('c'))])";
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals(List.of(), find(call, pattern)));
        String nested = "Name('a')";
        for (int i = 0; i < 8; i++) {
            nested = "List([ZeroOrMore(), Element(" + nested + "), ZeroOrMore(), Element(" + nested + "), ZeroOrMore()])";
        }
        String lists = "b";
        for (int i = 0; i < 8; i++) {
            lists = "[" + (lists + ", ").repeat(3) + "]";
        }
        String source = lists;
        String deep = nested;
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals(List.of(), find(source, deep)));
    }

    private List<String> find(String source, String pattern) {
        CstTable table = table(source);
        List<String> found = new ArrayList<>();
        finder(pattern).find(table, (_, row) -> found.add(text(table, row)));
        return found;
    }

    private int count(String source, String pattern) {
        int[] count = {0};
        finder(pattern).find(table(source), (_, _) -> count[0]++);
        return count[0];
    }

    private static PatternFinder finder(String... patterns) {
        return new PatternFinder(Stream.of(patterns).map(NodePattern::compile).toList());
    }

    private CstTable table(String source) {
        return projector.project(parser.parse(source.getBytes(StandardCharsets.UTF_8),
                ParseOptions.module(PythonVersion.newest())));
    }

    private static String text(CstTable table, int row) {
        return new String(table.tree().source().utf8(), table.start(row), table.end(row) - table.start(row),
                StandardCharsets.UTF_8);
    }
}
