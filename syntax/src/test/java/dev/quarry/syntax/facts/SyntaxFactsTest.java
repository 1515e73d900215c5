package dev.quarry.syntax.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntaxFactsTest {
    private final SyntaxFacts facts = new SyntaxFacts();
    private SyntaxTree tree;

    private void read(String source) {
        tree = new Parser().parse(source, ParseOptions.module(PythonVersion.PY313));
        facts.read(tree);
    }

    private String text(int start, int end) {
        return start < 0 ? null : new String(tree.source().utf8(), start, end - start, StandardCharsets.UTF_8);
    }

    @Test
    void referencesSayWhatIsDoneWithTheNameAndWhereItIs() {
        read("""
                (a).b[c, (d), e:f] += g(*h, k=i, **j)
                with m as n, o as [p, *q]: del r, s.t
                def u(v: w = x, *y): z: (A) = {**B, C: D}
                try: pass
                except* E as F: pass
                match G:
                    case H.I(J, K=L) | {"M": N, **O} | [*P]: pass
                """);
        List<String> found = new ArrayList<>();
        References references = facts.references();
        for (int i = 0; i < references.size(); i++) {
            found.add(text(references.start(i), references.end(i)) + " " + references.context(i).pythonName() + " "
                    + references.parent(i).className() + (references.isAttributeBase(i) ? " base" : "")
                    + (references.extendsPrevious(i) ? " +" : ""));
        }
        assertEquals(List.of("(a).b Load Subscript", "a Load Attribute base", "c Load Index", "d Load Index",
                "e Load Slice", "f Load Slice", "g Load Call", "h Load Arg", "i Load Arg", "j Load Arg",
                "m Load WithItem", "n Store AsName", "o Load WithItem", "p Store Element", "q Store StarredElement",
                "r Del Element", "s Load Attribute base", "s.t Del Element +",
                "v Store Param", "w Load Annotation", "x Load Param", "y Store Param", "z Store AnnAssign",
                "A Load Annotation", "B Load StarredDictElement", "C Load DictElement", "D Load DictElement",
                "E Load ExceptStarHandler", "F Store AsName",
                "G Load Match", "H Load Attribute base", "H.I Load MatchClass +", "J Store MatchAs", "L Store MatchAs",
                "N Store MatchAs", "O Store MatchMapping", "P Store MatchStar"), found);
    }

    @Test
    void ownersAreWhereTheyShouldBeInBranchesOfStatements() {
        read("""
                if a:
                    @b
                    class C:
                        'C'
                        def f(x: d): 'f'
                else:
                    @e
                    def g(y: h) -> i:
                        'g'
                        try:
                            class J: 'J'
                        finally:
                            @k
                            class L: 'L'
                """);
        Definitions definitions = facts.definitions();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            found.add(owner(i) + " in " + owner(definitions.container(i)));
        }
        Decorators decorators = facts.decorators();
        for (int i = 0; i < decorators.size(); i++) {
            found.add(text(decorators.start(i), decorators.end(i)) + " of " + owner(decorators.owner(i)));
        }
        Docstrings docstrings = facts.docstrings();
        for (int i = 0; i < docstrings.size(); i++) {
            found.add(text(docstrings.start(i), docstrings.end(i)) + " of " + owner(docstrings.owner(i)));
        }
        TypeExpressions types = facts.typeExpressions();
        for (int i = 0; i < types.size(); i++) {
            found.add(text(types.start(i), types.end(i)) + " of " + owner(types.owner(i)));
        }
        assertEquals(List.of("C in null", "f in C", "g in null", "J in g", "L in g", "@b of C", "@e of g", "@k of L",
                "'C' of C", "'f' of f", "'g' of g", "'J' of J", "'L' of L", "d of f", "h of g", "i of g"), found);
    }

    private String owner(int definition) {
        if (definition < 0) {
            return null;
        }
        int token = facts.definitions().nameToken(definition);
        return text(tree.tokens().start(token), tree.tokens().end(token));
    }

    @Test
    void typesHaveOwnersRolesAndSubjects() {
        read("""
                class A[T: int = str]:
                    x: int = 1  # no type
                    def f(self, a, *b):
                        # type: (list[int], *'a,b') -> Dict[str, int]
                        for i in a:  # type: str
                            self.y: int
                    def g(a,  # type: int
                          b):
                        # type: (...) -> None
                        type C[U] = a
                y = z = 1  # type: float
                """);
        List<String> found = new ArrayList<>();
        TypeExpressions types = facts.typeExpressions();
        for (int i = 0; i < types.size(); i++) {
            String owner = types.owner(i) < 0 ? "-"
                    : tree.names().text(tree.tokens().payload(facts.definitions().nameToken(types.owner(i))));
            found.add(text(types.start(i), types.end(i)) + " " + types.role(i) + " of "
                    + text(types.subjectStart(i), types.subjectEnd(i)) + " in " + owner);
        }
        assertEquals(List.of("int BOUND of T in A", "str DEFAULT of T in A", "int VARIABLE of x in A",
                "list[int] PARAM of a in f", "'a,b' PARAM of b in f", "Dict[str, int] RETURN of null in f",
                "str VARIABLE of i in f", "int VARIABLE of self.y in f", "int PARAM of a in g", "None RETURN of null in g",
                "a ALIAS_VALUE of C in g", "float VARIABLE of y in -"), found);
    }

    @Test
    void whatLacksItsNameIsNoFact() {
        read("def (x: int): 'doc'\nclass : pass\n@d\ndef (: pass\nx.\nimport\nfrom y import\n");
        assertEquals(0, facts.definitions().size());
        assertEquals(0, facts.decorators().size());
        assertEquals(0, facts.docstrings().size());
        assertEquals(0, facts.imports().size());
    }

    @Test
    void innerFactsComeFirstWhereBothBegin() {
        read("f(a)(b).c(d(e))\n");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < facts.calls().size(); i++) {
            found.add(text(facts.calls().start(i), facts.calls().end(i)) + " " + facts.calls().shape(i));
        }
        assertEquals(List.of("f(a) NAME", "f(a)(b) OTHER", "f(a)(b).c(d(e)) ATTRIBUTE", "d(e) NAME"), found);
        assertEquals(List.of("a", "b", "d(e)", "e"), IntStream.range(0, facts.arguments().size())
                .mapToObj(i -> text(facts.arguments().start(i), facts.arguments().end(i))).toList());
    }

    @Test
    void depthCostsNeitherStackNorMoreThanItsLength() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            read("f(".repeat(100_000) + ")".repeat(100_000) + "\n");
            assertEquals(100_000, facts.calls().size());
            read("a" + ".b".repeat(100_000) + "\n");
            assertEquals(100_001, facts.references().size());
            read("a" + "(x)".repeat(100_000) + "\n");
            assertEquals(100_000, facts.arguments().size());
        });
    }
}
