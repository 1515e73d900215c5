package dev.quarry.syntax.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a pattern, and what is said of a text that is none.
class NodePatternTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            Cal()                             => 1  => unknown class or matcher 'Cal'
            m.Call(func=x.Name())             => 13 => unknown module 'x'; only m, matchers and libcst.matchers may stand before a matcher
            Call(fun=Name())                  => 6  => Call has no attribute 'fun'
            Call(Name(), func=Name())         => 14 => Call gets 'func' twice
            Integer('1', [], [], 4)           => 22 => Integer takes at most 3 arguments
            Call(*Name())                     => 6  => arguments with * or ** are no patterns
            Call(func='print')                => 11 => func is no text but a BaseExpression: write Name(…)
            Call(args=Arg())                  => 11 => args is a sequence of Arg: write [Arg(…)]
            Call(args=['x'])                  => 12 => args is no text but a Arg
            Call(args=[Name()])               => 12 => args holds Arg, never Name
            Call(func=[Name()])               => 11 => func is no sequence
            Name(value=Name())                => 12 => value is a text: write it in quotes
            Name(None)                        => 6  => value is never None
            Arg(comma=None)                   => 11 => comma is never None: ~Comma() matches where there is none
            Arg(metadata=1)                   => 5  => metadata is not supported: nodes have none here
            Call(whitespace_after_func=Name()) => 28 => Call.whitespace_after_func is not supported: white space, and how the file is laid out, are no nodes here
            Module(encoding="utf-8")          => 17 => Module.encoding is not supported: white space, and how the file is laid out, are no nodes here
            SimpleWhitespace(" ")             => 1  => SimpleWhitespace is not supported: white space and comments are no nodes here
            Call(func=MatchIfTrue(f))         => 11 => MatchIfTrue is not supported: it runs Python code, which is never done here
            SaveMatchedNode(Name(), "x")      => 1  => SaveMatchedNode is not supported: it saves nodes, which is not done here: write the matcher in it alone
            Call(args=[MatchMetadata(a, b)])  => 12 => MatchMetadata is not supported: it asks for metadata, which nodes do not have here
            BaseExpression()                  => 1  => BaseExpression is abstract: name the classes, as in (A | B)
            ZeroOrMore()                      => 1  => ZeroOrMore stands only in a list, as an item of its own
            Call(args=[~ZeroOrMore()])        => 13 => ZeroOrMore stands only in a list, as an item of its own
            Call(args=[AtLeastN(Arg())])      => 12 => AtLeastN needs 'n'
            Call(args=[AtLeastN(n=-1)])       => 23 => n has to be a number from 0 to 999999999
            Call(args=[AtMostN(n=x)])         => 22 => n has to be a number from 0 to 999999999
            OneOf()                           => 1  => OneOf() names no matcher
            OneOf(x=Name())                   => 7  => OneOf takes no keyword arguments
            DoesNotMatch                      => 1  => DoesNotMatch has to be called
            DoNotCare()                       => 1  => DoNotCare() alone would match every node; name a class
            'x'                               => 1  => a pattern is no text but a node: write Name(…)
            Name() + Name()                   => 1  => a matcher was expected: a class, a text, None, a list, OneOf, AllOf, DoesNotMatch, MatchRegex or DoNotCare
            not Name()                        => 1  => a matcher was expected: a class, a text, None, a list, OneOf, AllOf, DoesNotMatch, MatchRegex or DoNotCare
            Name(f"x")                        => 6  => a string without f, t or b was expected
            Name("é", Nme())                  => 11 => unknown class or matcher 'Nme'
            Name(MatchRegex("["))             => 17 => in the regular expression: unterminated character set at position 0
            Name(MatchRegex(x))               => 17 => a string was expected
            Name(                             => 5  => not a Python expression: '(' was never closed
            """)
    void whatIsNoPattern(String text, int column, String problem) {
        PatternException error = assertThrows(PatternException.class, () -> NodePattern.compile(text));
        assertEquals(problem + " at " + column, error.problem() + " at " + error.column());
    }

    @Test
    void columnsCountFromTheBeginningOfTheText() {
        assertEquals(9, assertThrows(PatternException.class, () -> NodePattern.compile("   Name(Nme())  ")).column());
        assertEquals(1, assertThrows(PatternException.class, () -> NodePattern.compile("  \n ")).column());
    }

    @Test
    void namesThatExistAreToldWithOneThatDoesNot() {
        PatternException attribute = assertThrows(PatternException.class, () -> NodePattern.compile("Element(val=1)"));
        assertEquals("val", attribute.typed());
        assertEquals(List.of("value", "comma"), attribute.names());
        PatternException name = assertThrows(PatternException.class, () -> NodePattern.compile("OneOff(Name())"));
        assertTrue(name.names().containsAll(List.of("OneOf", "Name", "TypeAlias", "ZeroOrMore")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Name", "m.Name", "libcst.matchers.Name()", "(((Name())))", "Name | Call", "TypeOf(Name, Call)()",
        "(Name | Call)(lpar=[])", "~~Name()", "Name(value=OneOf('a', MatchRegex('b'), ~MatchRegex('c')))",
        "Name(AllOf('a', DoesNotMatch(\"b\")) | 'c')", "Call(args=(Arg(), ZeroOrMore()))", "Call(args=~[])",
        "Call(args=OneOf([], [Arg()]) | [DoNotCare()])", "Call(args=[(ZeroOrOne(Arg() & ~Arg(star='*')))])",
        "Return(value=OneOf(None, Name('x')))", "ImportFrom(names=ImportStar() | [ImportAlias()])", "Name('''a\n''' 'b')",
        "Call(\n  func=Name(),  # the callee\n)", "Index(star=None)", "Dict([])",
        "FormattedStringExpression(format_spec=None, conversion=DoesNotMatch(None))", "Call(args=[AtLeastN(n=1_0)])",
        "FunctionDef(type_parameters=TypeParameters([TypeParam(TypeVar(bound=None))]))"})
    void whatIsAPattern(String text) {
        assertEquals(text, NodePattern.compile(text).text());
    }

    @Test
    void limits() {
        NodePattern.compile("Name() | ".repeat(1_000) + "Name()");
        assertEquals("the pattern has more than 2000 matchers", problem("Name() | ".repeat(2_000) + "Name()"));
        assertEquals("matchers are nested more than 100 deep", problem("~".repeat(100) + "Name()"));
        assertEquals("matchers are nested more than 100 deep", problem("(".repeat(150) + "Name()" + ")".repeat(150)));
        assertEquals("the pattern has more than 100000 characters", problem(" ".repeat(100_001)));
        String unions = "DoNotCare()";
        for (int i = 0; i < 12; i++) {
            unions = "(Await | Await)(" + unions + ")";
        }
        assertEquals("the pattern has more than 2000 matchers", problem(unions));
    }

    private static String problem(String text) {
        return assertThrows(PatternException.class, () -> NodePattern.compile(text)).problem();
    }
}
