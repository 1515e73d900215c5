package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.extract.cst.MatchTemplate;
import dev.quarry.extract.family.OptionException;
import dev.quarry.extract.scan.ScanOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Templates and the options of the family of concrete syntax, from a request to the tables.
class MatchTemplatesTest {
    private static final String PRINTS = "prints=Call(func=Name(\"print\"))";
    private static final String CONSTANTS = "constants = Name(MatchRegex(r'[A-Z]{2,}'))";

    @TempDir
    Path root;

    @BeforeEach
    void makeRepository() throws IOException {
        Files.writeString(root.resolve("a.py"), "print(1)\ns = 'ü'; print('é', MAX)\n", StandardCharsets.UTF_8);
        Files.write(root.resolve("b.py"), "# coding: latin-1\ndef f(): print('ü')\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(root.resolve("none.py"), "x = 1\n");
        Files.writeString(root.resolve("undecodable.py"), "# coding: nonsense\nprint()\n");
    }

    @Test
    void whatTemplatesMatchIsCountedAndListed() throws Exception {
        extract(List.of(), PRINTS, CONSTANTS);
        try (Reading store = read()) {
            assertEquals(List.of("a.py 1 2", "b.py 0 1", "none.py 0 0"),
                    store.texts("SELECT path || ' ' || attrs['matcher_template:constants'] || ' '"
                            + " || attrs['matcher_template:prints'] FROM libcst_files_v1"
                            + " WHERE parse_status <> 'failed' ORDER BY path"));
            assertEquals(List.of("0"), store.texts(
                    "SELECT CAST(len(map_keys(attrs)) AS VARCHAR) FROM libcst_files_v1 WHERE parse_status = 'failed'"));
            assertEquals(List.of("a.py constants 0 Name 31-34 2:22-2:25 MAX", "a.py prints 0 Call 0-8 1:0-1:8 print(1)",
                            "a.py prints 1 Call 19-35 2:10-2:26 print('é', MAX)", "b.py prints 0 Call 27-37 2:9-2:20 print('ü')"),
                    store.texts("SELECT concat(path, ' ', template, ' ', match_index, ' ', kind, ' ', bstart, '-', bend, ' ',"
                            + " line, ':', col, '-', end_line, ':', end_col, ' ', text) FROM cst_matches"
                            + " ORDER BY path, template, match_index"));
            assertEquals(0, store.number("SELECT count(*) FROM cst_matches m LEFT JOIN cst_nodes_v1 n"
                    + " ON n.file_id = m.file_id AND n.cst_id = m.cst_id AND n.kind = m.kind AND n.bstart = m.bstart"
                    + " AND n.bend = m.bend WHERE n.cst_id IS NULL"));
            assertEquals(List.of("constants,prints|Call(func=Name(\"print\"))"),
                    store.texts("SELECT options['matcher_templates'] || '|' || options['matcher_template:prints'] FROM runs_v1"));
        }
    }

    @Test
    void filesAreExtractedAgainWhenTemplatesChangeAndOnlyThen() throws Exception {
        extract(List.of());
        assertEquals(4, extract(List.of(), PRINTS, CONSTANTS).extracted());
        assertEquals(0, extract(List.of(), CONSTANTS, PRINTS).extracted(), "their order does not matter");
        assertEquals(4, extract(List.of(), PRINTS).extracted());
        try (Reading store = read()) {
            assertEquals(3, store.number("SELECT count(*) FROM cst_matches"));
            assertEquals(List.of("prints"), store.texts("SELECT DISTINCT template FROM cst_matches"));
        }
        assertEquals(4, extract(List.of()).extracted());
        try (Reading store = read()) {
            assertEquals(0, store.number("SELECT count(*) FROM cst_matches"));
            assertEquals(0, store.number("SELECT count(*) FROM libcst_files_v1 WHERE len(map_keys(attrs)) > 0"));
        }
    }

    @Test
    void templatesNeedNoNodesInTheTables() throws Exception {
        extract(List.of("cst.include_nodes=false"), PRINTS);
        try (Reading store = read()) {
            assertEquals(0, store.number("SELECT count(*) FROM cst_nodes"));
            assertEquals(3, store.number("SELECT count(*) FROM cst_matches"));
        }
    }

    @Test
    void textOfNestedMatchesIsBounded() throws Exception {
        Files.writeString(root.resolve("sum.py"), "x" + " + x".repeat(8_000) + "\n");
        extract(List.of(), "sums=BinaryOperation()");
        try (Reading store = read()) {
            assertEquals(8_000, store.number("SELECT count(*) FROM cst_matches WHERE path = 'sum.py'"));
            assertEquals(4_096, store.number("SELECT count(text) FROM cst_matches WHERE path = 'sum.py'"
                    + " AND bend - bstart >= 4096"));
            assertEquals(16 << 20, store.number("SELECT CAST(sum(strlen(text)) AS BIGINT) FROM cst_matches"
                    + " WHERE path = 'sum.py'"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cst.include_tokens=false                | SELECT count(*) FROM cst_tokens
            cst.include_trivia=false                | SELECT count(*) FROM cst_trivia
            cst.include_call_args=false             | SELECT count(*) FROM cst_call_args
            cst.compute_scope=false                 | SELECT count(*) FROM cst_refs WHERE concat(scope_type, scope_name, scope_role) <> ''
            cst.compute_expr_context=false          | SELECT count(*) FROM cst_refs WHERE expr_ctx <> ''
            cst.compute_qualified_names=false       | SELECT count(*) FROM cst_callsites WHERE len(callee_qnames) + len(callee_fqns) > 0
            cst.compute_fully_qualified_names=false | SELECT count(*) FROM cst_callsites WHERE len(callee_fqns) > 0
            """)
    void optionsLeaveFactsOut(String option, String query) throws Exception {
        extract(List.of());
        try (Reading store = read()) {
            assertTrue(store.number(query) > 0);
        }
        assertEquals(4, extract(List.of(option)).extracted());
        try (Reading store = read()) {
            assertEquals(0, store.number(query));
            String key = option.substring("cst.".length(), option.indexOf('='));
            assertEquals(List.of("false"), store.texts("SELECT options['" + key + "'] FROM runs"
                    + " ORDER BY start_time_unix_ms DESC LIMIT 1"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cst.include_token=true     | unknown option 'cst.include_token', did you mean cst.include_tokens?
            include_tokens=true        | unknown option 'include_tokens', did you mean cst.include_tokens?
            cst.include_tokens         | 'cst.include_tokens' has no value: write cst.include_tokens=VALUE
            cst.include_tokens=no      | 'cst.include_tokens' is true or false, not 'no'
            cst.matcher_templates=x    | unknown option 'cst.matcher_templates'
            """)
    void wrongOptions(String option, String message) {
        assertEquals(message, assertThrows(OptionException.class, () -> FamilyOptions.of(List.of(option))).getMessage());
    }

    @Test
    void optionsThatContradictEachOther() {
        OptionException error = assertThrows(OptionException.class, () -> FamilyOptions.of(List.of(
                "cst.compute_fully_qualified_names=true", "cst.compute_qualified_names=false")));
        assertEquals("'cst.compute_fully_qualified_names' needs 'cst.compute_qualified_names', which is false",
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Call(func=Name())       | a template is NAME=PATTERN; 'Call(func=Name())' has no name
            2x=Name()               | '2x' cannot name a template: letters, digits, '_', '-' and '.' can, at most 100, beginning with a letter or '_'
            x=Cal()                 | template x, column 1: unknown class or matcher 'Cal', did you mean Call?
            x=Call(function=Name()) | template x, column 6: Call has no attribute 'function'
            x=Call(fnc=Name())      | template x, column 6: Call has no attribute 'fnc', did you mean func?
            """)
    void wrongTemplates(String template, String message) {
        assertEquals(message, assertThrows(OptionException.class, () -> MatchTemplate.parse(template)).getMessage());
    }

    @Test
    void templatesNeedConcreteSyntax() {
        FamilyOptions options = FamilyOptions.defaults().withTemplates(List.of(MatchTemplate.parse(PRINTS)));
        ExtractionRequest request = new ExtractionRequest(root, null, List.of("ast"), null, List.of(),
                ScanOptions.defaults(), options, 1, null, "test");
        assertEquals("templates match concrete syntax, which the named datasets leave out: add cst_matches",
                assertThrows(OptionException.class, () -> Extraction.run(request, ProgressListener.SILENT)).getMessage());
        assertFalse(Files.exists(root.resolve(".quarry")));
    }

    @Test
    void twoTemplatesOfOneName() {
        List<MatchTemplate> templates = Stream.of(PRINTS, PRINTS).map(MatchTemplate::parse).toList();
        assertEquals("two templates have the name prints", assertThrows(OptionException.class,
                () -> FamilyOptions.defaults().withTemplates(templates)).getMessage());
    }

    private ExtractionSummary extract(List<String> options, String... templates) throws Exception {
        FamilyOptions families = FamilyOptions.of(options)
                .withTemplates(Stream.of(templates).map(MatchTemplate::parse).toList());
        return Extraction.run(new ExtractionRequest(root, null, List.of(), null, List.of(),
                ScanOptions.defaults(), families, 2, null, "test"), ProgressListener.SILENT);
    }

    private Reading read() {
        return new Reading(root.resolve(".quarry"));
    }
}
