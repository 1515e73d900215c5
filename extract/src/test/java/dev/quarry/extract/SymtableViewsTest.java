package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.extract.scan.ScanOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the views over symbol tables say of a small file, for Python 3.13.
class SymtableViewsTest {
    @TempDir
    static Path folder;
    private static Reading store;

    @BeforeAll
    static void extract() throws Exception {
        Path root = Files.createDirectories(folder.resolve("repository"));
        Files.writeString(root.resolve("pyproject.toml"), "[project]\nrequires-python = '>=3.12,<3.14'\n");
        Files.writeString(root.resolve("names.py"), """
                import os.path as p, sys
                def f(a, /, *r, b=sys, **k):
                    global g
                    def g(): pass
                    def h():
                        nonlocal a
                        del a
                    h: int = [last := x for x in p.sep]
                    class C[T, *Ts]:
                        T = T
                        def __m(self, q: T): __v = super().q
                        def f[__U: T](): return f
                    def h(): pass
                    return lambda q: (a, q, unknown, last)
                """);
        Files.writeString(root.resolve("refused.py"), "def f(a, a): nonlocal b\n");
        Files.writeString(root.resolve("deep.py"), "lambda: ".repeat(20_000) + "0\n");
        Path stored = folder.resolve("store");
        Extraction.run(new ExtractionRequest(root, stored, List.of(), null, ScanOptions.defaults(), 1, null, "test"),
                ProgressListener.SILENT);
        store = new Reading(stored);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void scopesAreToldApartByTheirQualpaths() {
        assertEquals(List.of("MODULE top", "FUNCTION top::f", "FUNCTION top::f::g", "FUNCTION top::f::h",
                "FUNCTION top::f::listcomp inlined", "TYPE_PARAMETERS top::f::C", "CLASS top::f::C::C",
                "FUNCTION top::f::C::C::__m", "TYPE_PARAMETERS top::f::C::C::f", "TYPE_VARIABLE top::f::C::C::f::__U",
                "FUNCTION top::f::C::C::f::f", "FUNCTION top::f::h#2", "FUNCTION top::f::lambda"), store.texts("""
                SELECT block_type || ' ' || qualpath || CASE WHEN is_inlined THEN ' inlined' ELSE '' END
                FROM symtable_scopes_v1 WHERE path = 'names.py' ORDER BY block_id"""));
    }

    @Test
    void functionsAndClassesListTheirNames() {
        assertEquals(List.of("[a, b, r, k] [C, a, b, h, k, last, r] [g, int, p] [] []"), store.texts("""
                SELECT parameters::TEXT || ' ' || locals::TEXT || ' ' || globals::TEXT || ' ' || nonlocals::TEXT || ' '
                    || frees::TEXT FROM symtable_function_partitions WHERE scope_name = 'f' AND parameters[1] = 'a'
                    AND path = 'names.py'"""));
        assertEquals(List.of("__m", "f"), store.texts("SELECT method_name FROM symtable_class_methods"));
        assertEquals(List.of("h 2 h", "h 2 h"), store.texts("""
                SELECT symbol_name || ' ' || namespace_count || ' ' || scope_name FROM symtable_namespace_edges e
                JOIN symtable_scopes s ON s.scope_id = e.child_scope_id WHERE symbol_name = 'h'"""));
    }

    @Test
    void namesReferToWhatPythonFinds() {
        assertEquals(List.of("CLASS C T: local", "FUNCTION __m _C__v: local", "FUNCTION __m self: param",
                "FUNCTION __m super: global_ref", "FUNCTION f f: global_ref GLOBAL module_scope 1.0 MODULE top",
                "FUNCTION h a: nonlocal_ref NONLOCAL enclosing_scope 1.0 FUNCTION f",
                "FUNCTION lambda a: free_ref FREE enclosing_scope 1.0 FUNCTION f",
                "FUNCTION lambda last: free_ref FREE enclosing_scope 1.0 FUNCTION f",
                "FUNCTION lambda q: param", "FUNCTION lambda unknown: global_ref",
                "FUNCTION listcomp last: nonlocal_ref NONLOCAL enclosing_scope 1.0 FUNCTION f",
                "TYPE_PARAMETERS C T: param", "TYPE_VARIABLE __U T: global_ref FREE class_scope 0.8 CLASS C"), store.texts("""
                SELECT b.scope_type || ' ' || b.scope_name || ' ' || b.name || ': ' || b.binding_kind
                    || coalesce(' ' || r.kind || ' ' || r.reason || ' ' || r.confidence || ' ' || o.scope_type || ' '
                    || o.scope_name, '')
                FROM symtable_bindings b LEFT JOIN symtable_binding_resolutions r USING (binding_id)
                LEFT JOIN symtable_bindings o ON o.binding_id = r.outer_binding_id
                WHERE b.scope_name || '.' || b.name IN ('C.T', '__m._C__v', '__m.self', '__m.super', 'h.a', 'lambda.a',
                    'lambda.last', 'lambda.q', 'lambda.unknown', 'listcomp.last', '__U.T')
                    OR b.name = 'f' AND b.scope_type = 'FUNCTION'
                ORDER BY 1"""));
    }

    @Test
    void typeParametersBelongToWhatTheyParametrise() {
        assertEquals(List.of("T inferred CLASS", "Ts - CLASS", "_C__U inferred FUNCTION"), store.texts("""
                SELECT name || ' ' || coalesce(variance, '-') || ' ' || scope_type
                FROM symtable_type_params JOIN symtable_type_param_edges USING (type_param_id) ORDER BY 1"""));
    }

    @Test
    void sitesAreWhereNamesAreBoundAndUsed() {
        assertEquals(List.of("top.p import", "top.sys import", "top.f function", "f.a param", "f.r param", "f.b param",
                "f.k param", "top.g function", "f.h function", "f.h assign", "f.last assign", "listcomp.x assign",
                "f.C class", "C.T type_param", "C.Ts type_param", "C.T assign", "C._C__m function", "__m.self param",
                "__m.q param", "__m._C__v assign", "C.f function", "f._C__U type_param", "f.h function",
                "lambda.q param"), store.texts("""
                SELECT b.scope_name || '.' || s.name || ' ' || s.def_site_kind FROM symtable_def_sites s
                JOIN symtable_bindings b USING (binding_id) WHERE s.path = 'names.py' ORDER BY s.bstart"""));
        assertEquals(List.of("f.a write", "h.a del", "lambda.a read"), store.texts("""
                SELECT b.scope_name || '.' || s.name || ' ' || s.use_kind FROM symtable_use_sites s
                JOIN symtable_bindings b USING (binding_id) WHERE s.name = 'a' AND s.path = 'names.py'
                ORDER BY s.bstart"""));
    }

    @Test
    void whatPythonRefusesHasItsReasons() {
        assertEquals(List.of("duplicate argument 'a' in function definition symbols 1:9",
                "no binding for nonlocal 'b' found symbols 1:13"), store.texts("""
                SELECT message || ' ' || stage || ' ' || lineno || ':' || col_offset FROM symtable_errors
                WHERE path = 'refused.py' ORDER BY bstart"""));
    }

    /// Paths of scopes grow with the square of the depth.
    @Test
    void aFileWithScopesNestedTooDeeplyHasALimitError() {
        assertEquals(List.of("failed LimitError limit 0"), store.texts("""
                SELECT parse_status || ' ' || error_type || ' ' || stage || ' '
                    || (SELECT count(*) FROM symtable_scopes WHERE path = 'deep.py')
                FROM symtable_files JOIN symtable_errors USING (file_id) WHERE symtable_files.path = 'deep.py'"""));
    }

    @Test
    void aFileIsOneRecord() {
        assertEquals(List.of("[a, a] 2 1 [] 2"), store.texts("""
                SELECT list_transform(blocks[2].symbols, lambda s: 'a')[1:2]::TEXT || ' ' || len(blocks) || ' '
                    || len(blocks[1].regions) || ' ' || blocks[2].function_partitions.frees[2:]::TEXT || ' '
                    || len(errors) FROM symtable_files_nested WHERE path = 'refused.py'"""));
    }
}
