package dev.quarry.syntax.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.ast.AstField;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.cst.CstTable;
import dev.quarry.syntax.tokenize.PythonTokens;
import dev.quarry.syntax.tokenize.TokenType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Facts of CPython's own library against its AST and its tokens, which are compared with CPython elsewhere.
class LibraryFactsTest {
    private final Parser parser = new Parser();
    private final AstProjector projector = new AstProjector();
    private final CstProjector cst = new CstProjector();
    private final SyntaxFacts facts = new SyntaxFacts();
    private SyntaxTree tree;
    private AstTable ast;

    static IntStream releases() {
        return TestInterpreters.among(PythonVersion.PY38, PythonVersion.PY311, PythonVersion.PY313)
                .mapToInt(PythonVersion::ordinal);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void factsAreThoseOfTheAst(int release) throws IOException {
        PythonVersion version = PythonVersion.values()[release];
        int files = 0;
        for (Path file : TestInterpreters.standardLibrary(version)) {
            tree = parser.parse(Files.readAllBytes(file), ParseOptions.module(version));
            if (!tree.diagnostics().isEmpty()) {
                continue;
            }
            files++;
            ast = projector.project(tree);
            facts.read(tree);
            assertEquals(expectedReferences(), names(), () -> "names in " + file);
            assertEquals(ofAst(AstKind.ATTRIBUTE, this::withContext), attributes(), () -> "attributes in " + file);
            assertEquals(ofAst(AstKind.CALL, this::withArguments), ofFacts(facts.calls(), call ->
                    facts.calls().positional(call) + facts.calls().starred(call) + " "
                            + (facts.calls().keywords(call) + facts.calls().doubleStarred(call))),
                    () -> "calls in " + file);
            if (version.isAtLeast(PythonVersion.PY310)) {
                // Before, an alias has no position.
                assertEquals(ofAst(AstKind.ALIAS, row -> ""), ofFacts(facts.imports(), fact -> ""),
                        () -> "imports in " + file);
            }
            assertEquals(List.of(), parentsOfNodes(CstKind.NAME), () -> "parents of names in " + file);
            assertEquals(List.of(), parentsOfNodes(CstKind.ATTRIBUTE), () -> "parents of attributes in " + file);
            assertEquals(definitionsOfAst(), ofFacts(facts.definitions(), fact ->
                    facts.definitions().kind(fact) + " " + facts.definitions().decorators(fact)),
                    () -> "definitions in " + file);
            assertEquals(argumentsOfAst(), ofFacts(facts.arguments(), fact -> ""), () -> "arguments in " + file);
            assertEquals(typesOfAst(), typesOfFacts(), () -> "types in " + file);
        }
        assertTrue(files > 1000, () -> "too few files can be parsed in the library of " + version);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void tokensAreThoseOfTokenize(int release) throws IOException {
        PythonVersion version = PythonVersion.values()[release];
        int files = 0;
        for (Path file : TestInterpreters.standardLibrary(version)) {
            byte[] raw = Files.readAllBytes(file);
            tree = parser.parse(raw, ParseOptions.module(version));
            PythonTokens expected = PythonTokens.ofFile(raw, version);
            boolean isText = tree.source().encodingName() != null && tree.source().encodingName().startsWith("utf-8");
            boolean isRead = expected.error().isEmpty() && IntStream.range(0, expected.size())
                    .noneMatch(token -> expected.type(token) == TokenType.ERRORTOKEN);
            if (tree.diagnostics().isEmpty() && isRead && isText) {
                files++;
                List<String> tokens = ofTokenize(expected).lines().toList();
                List<String> tiles = ofTiles().lines().toList();
                int same = 0;
                while (same < Math.min(tokens.size(), tiles.size()) && tokens.get(same).equals(tiles.get(same))) {
                    same++;
                }
                assertEquals(tokens.subList(same, Math.min(same + 2, tokens.size())),
                        tiles.subList(same, Math.min(same + 2, tiles.size())), file.toString());
            }
        }
        assertTrue(files > 1000, () -> "too few files can be read in the library of " + version);
    }

    /// Kind and place of each token; texts of f-strings, which `tokenize` cuts at double braces and which may be empty
    /// there, as one.
    private static String ofTokenize(PythonTokens tokens) {
        StringBuilder text = new StringBuilder();
        boolean afterText = false;
        for (int i = 0; i < tokens.size(); i++) {
            TokenType type = tokens.type(i);
            switch (type) {
                case ENCODING, COMMENT, NL -> { }
                case FSTRING_MIDDLE, TSTRING_MIDDLE ->
                        text.append(afterText || tokens.start(i) == tokens.end(i) ? "" : type + "\n");
                case INDENT, DEDENT, NEWLINE, ENDMARKER -> text.append(type).append('\n');
                default -> text.append(tokens.exactName(i)).append(' ').append(tokens.start(i)).append('-')
                        .append(tokens.end(i)).append('\n');
            }
            afterText = type == TokenType.FSTRING_MIDDLE || type == TokenType.TSTRING_MIDDLE;
        }
        return text.toString();
    }

    private String ofTiles() {
        StringBuilder text = new StringBuilder();
        TileReader tiles = new TileReader(tree);
        int end = 0;
        while (tiles.next()) {
            assertEquals(end, tiles.start(), "tiles follow each other");
            end = tiles.end();
            if (!tiles.isToken()) {
                assertTrue(tiles.triviaKind() != TriviaKind.SKIPPED, "nothing is skipped in a valid file");
                continue;
            }
            String name = TokenKind.name(tiles.tokenKind());
            switch (tiles.tokenKind()) {
                case TokenKind.FSTRING_MIDDLE, TokenKind.TSTRING_MIDDLE, TokenKind.INDENT, TokenKind.DEDENT,
                        TokenKind.NEWLINE, TokenKind.ENDMARKER -> text.append(name).append('\n');
                default -> text.append(name).append(' ').append(tiles.start()).append('-').append(tiles.end())
                        .append('\n');
            }
        }
        assertEquals(tree.source().end(), end, "tiles go up to the end");
        return text.toString();
    }

    private List<String> expectedReferences() {
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < ast.size(); row++) {
            switch (ast.kind(row)) {
                case NAME -> expected.add(span(row) + " " + withContext(row));
                // Of these the name alone has no position.
                case ARG, TYPE_VAR, TYPE_VAR_TUPLE, PARAM_SPEC, MATCH_AS, MATCH_STAR, MATCH_MAPPING, EXCEPT_HANDLER -> {
                    if (ast.name(row) != null) {
                        expected.add(ast.name(row) + " Store");
                    }
                }
                default -> { }
            }
        }
        expected.sort(null);
        return expected;
    }

    private List<String> names() {
        References references = facts.references();
        Set<Integer> nodes = new HashSet<>();
        for (int row = 0; row < ast.size(); row++) {
            if (ast.kind(row) == AstKind.NAME) {
                nodes.add(ast.start(row));
            }
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            if (references.isAttribute(i)) {
                continue;
            }
            boolean isNode = nodes.contains(references.start(i));
            names.add((isNode ? references.start(i) + "-" + references.end(i)
                    : tree.names().text(tree.tokens().payload(references.nameToken(i))))
                    + " " + references.context(i).pythonName());
        }
        names.sort(null);
        return names;
    }

    private List<String> attributes() {
        References references = facts.references();
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            if (references.isAttribute(i)) {
                attributes.add(references.start(i) + "-" + references.end(i) + " "
                        + references.context(i).pythonName());
            }
        }
        attributes.sort(null);
        return attributes;
    }

    /// LibCST's nodes, which are compared with LibCST elsewhere, have the references' spans and parents.
    private List<String> parentsOfNodes(CstKind kind) {
        CstTable nodes = cst.project(tree);
        Set<String> found = new HashSet<>();
        for (int row = 1; row < nodes.size(); row++) {
            if (nodes.kind(row) == kind) {
                found.add(nodes.start(row) + "-" + nodes.end(row) + " " + nodes.kind(nodes.parent(row)).className());
            }
        }
        References references = facts.references();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            String reference = references.start(i) + "-" + references.end(i) + " " + references.parent(i).className();
            if (references.isAttribute(i) == (kind == CstKind.ATTRIBUTE) && !found.contains(reference)) {
                missing.add(reference);
            }
        }
        return missing;
    }

    private List<String> definitionsOfAst() {
        List<String> definitions = new ArrayList<>();
        for (int row = 0; row < ast.size(); row++) {
            String kind = switch (ast.kind(row)) {
                case FUNCTION_DEF -> "FUNCTION";
                case ASYNC_FUNCTION_DEF -> "ASYNC_FUNCTION";
                case CLASS_DEF -> "CLASS";
                default -> null;
            };
            if (kind != null) {
                definitions.add(span(row) + " " + kind + " " + children(row, AstField.DECORATOR_LIST));
            }
        }
        definitions.sort(null);
        return definitions;
    }

    private List<String> argumentsOfAst() {
        List<String> arguments = new ArrayList<>();
        for (int row = 1; row < ast.size(); row++) {
            int parent = ast.parent(row);
            boolean positional = ast.kind(parent) == AstKind.CALL && ast.field(row) == AstField.ARGS;
            if (positional && ast.kind(row) != AstKind.STARRED
                    || ast.field(row) == AstField.VALUE && isArgument(ast.kind(parent), parent)) {
                arguments.add(span(row) + " ");
            }
        }
        arguments.sort(null);
        return arguments;
    }

    /// Whether a row is a keyword or starred argument of a call.
    private boolean isArgument(AstKind kind, int row) {
        return (kind == AstKind.KEYWORD || kind == AstKind.STARRED) && ast.kind(ast.parent(row)) == AstKind.CALL
                && ast.field(row) != AstField.FUNC;
    }

    private List<String> typesOfAst() {
        List<String> types = new ArrayList<>();
        for (int row = 1; row < ast.size(); row++) {
            AstField field = ast.field(row);
            boolean isType = field == AstField.ANNOTATION || field == AstField.RETURNS || field == AstField.BOUND
                    || field == AstField.DEFAULT_VALUE
                    || field == AstField.VALUE && ast.kind(ast.parent(row)) == AstKind.TYPE_ALIAS;
            if (isType) {
                types.add(span(row));
            }
        }
        types.sort(null);
        return types;
    }

    /// Without type comments, which are no nodes.
    private List<String> typesOfFacts() {
        TypeExpressions found = facts.typeExpressions();
        BitSet comments = new BitSet();
        for (int token = 0; token < tree.tokens().size(); token++) {
            if (tree.tokens().kind(token) == TokenKind.TYPE_COMMENT) {
                comments.set(tree.tokens().start(token), tree.tokens().end(token));
            }
        }
        List<String> types = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!comments.get(found.start(i))) {
                types.add(found.start(i) + "-" + found.end(i));
            }
        }
        types.sort(null);
        return types;
    }

    private String span(int row) {
        return ast.start(row) + "-" + ast.end(row);
    }

    private String withContext(int row) {
        for (int child = row + 1; child < ast.size(); child++) {
            if (ast.parent(child) == row && ast.field(child) == AstField.CTX) {
                return ast.kind(child).pythonName();
            }
        }
        throw new AssertionError("no context");
    }

    private String withArguments(int row) {
        return children(row, AstField.ARGS) + " " + children(row, AstField.KEYWORDS);
    }

    private int children(int row, AstField field) {
        int count = 0;
        for (int child = row + 1; child < ast.size() && ast.start(child) <= ast.end(row); child++) {
            count += ast.parent(child) == row && ast.field(child) == field ? 1 : 0;
        }
        return count;
    }

    private List<String> ofAst(AstKind kind, IntFunction<String> rest) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ast.size(); row++) {
            if (ast.kind(row) == kind) {
                rows.add(span(row) + " " + rest.apply(row));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static List<String> ofFacts(FactTable table, IntFunction<String> rest) {
        List<String> rows = new ArrayList<>();
        for (int fact = 0; fact < table.size(); fact++) {
            rows.add(table.start(fact) + "-" + table.end(fact) + " " + rest.apply(fact));
            assertTrue(fact == 0 || table.start(fact - 1) < table.start(fact)
                    || table.start(fact - 1) == table.start(fact) && table.end(fact - 1) <= table.end(fact));
        }
        rows.sort(null);
        return rows;
    }
}
