package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.ast.AstDumper;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.compile.CompileChecker;
import dev.quarry.syntax.compile.CompileDiagnostics;
import dev.quarry.syntax.cst.CstInvariants;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.symtable.ScopeRegions;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.symtable.SymbolTablePrinter;
import dev.quarry.syntax.tree.ViewInvariants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Targets for Jazzer: what holds for any bytes whatever.
///
/// As tests, they run over the seeds beside them. `JAZZER_FUZZ=1` with the name of one target searches for more, see
/// docs/syntax.md. The inputs are plain Python; version, mode and type comments follow from their hash, so that a file
/// found by fuzzing can be given to the parser as it is.
class FrontEndFuzzTest {
    private final Lexer lexer = new Lexer();
    private final Parser parser = new Parser();
    private final AstProjector projector = new AstProjector();
    private final CstProjector cstProjector = new CstProjector();

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "2m")
    void decode(byte[] file) {
        SourceText.Decoded decoded = SourceText.decode(file);
        SourceText text = decoded.text();
        assertTrue(text.start() <= text.end());
        int raw = 0;
        for (int offset = text.start(); offset <= text.end(); offset++) {
            int next = text.rawBoundary(offset);
            assertTrue(next >= raw && next <= file.length);
            raw = next;
        }
        LineTable lines = text.lines();
        for (LineTable.ColumnUnit unit : LineTable.ColumnUnit.values()) {
            for (int line = 0; line < lines.count(); line++) {
                int end = lines.end(line);
                int column = lines.column(Math.max(lines.start(line), end - 1), unit);
                int back = lines.offset(line, column, unit);
                assertTrue(back >= lines.start(line) && back <= end);
            }
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "2m")
    void lex(byte[] file) {
        for (PythonVersion version : List.of(PythonVersion.PY38, PythonVersion.PY312, PythonVersion.PY315)) {
            SourceText text = SourceText.decode(file).text();
            List<Diagnostic> diagnostics = new ArrayList<>();
            TokenBuffer tokens = lexer.lex(text, ParseOptions.module(version), diagnostics);
            int end = text.start();
            for (int token = 0; token < tokens.size(); token++) {
                assertTrue(tokens.start(token) >= end && tokens.end(token) >= tokens.start(token));
                end = tokens.end(token);
            }
            assertTrue(end == text.end() && tokens.kind(tokens.size() - 1) == TokenKind.ENDMARKER);
            checkDiagnostics(diagnostics, text);
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "4m")
    void parse(byte[] file) {
        SyntaxTree tree = parser.parse(file, options(file));
        TreeInvariants.check(tree);
        PieceInvariants.check(tree);
        ViewInvariants.check(tree, EnumSet.noneOf(NodeKind.class));
        CstInvariants.check(cstProjector.project(tree));
        checkDiagnostics(tree.diagnostics(), tree.source());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "4m")
    void project(byte[] file) throws IOException {
        SyntaxTree tree = parser.parse(file, options(file));
        AstTable table = projector.project(tree);
        for (int row = 1; row < table.size(); row++) {
            assertTrue(table.parent(row) >= 0 && table.parent(row) < row, "parents come first");
            assertTrue(table.start(row) <= table.end(row), "spans have a length");
        }
        StringBuilder line = new StringBuilder();
        AstDumper.dump(table, tree, new AstDumper.Options(-1, true, false), line);
        StringBuilder lines = new StringBuilder();
        AstDumper.dump(table, tree, new AstDumper.Options(1, false, true), lines);
        assertTrue(!line.isEmpty() && !lines.isEmpty());
    }

    /// Symbols are collected of broken trees as well; compile errors are only told of whole ones.
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "4m")
    void compile(byte[] file) throws IOException {
        SyntaxTree tree = parser.parse(file, options(file));
        SymbolTable table = SymbolTable.build(tree);
        ScopeRegions regions = ScopeRegions.of(table);
        for (int scope = 1; scope < table.scopeCount(); scope++) {
            assertTrue(table.parent(scope) >= 0 && table.parent(scope) < scope, "parents come first");
            for (int region = regions.firstRegion(scope); region < regions.endRegion(scope); region++) {
                int first = regions.scopeAt(regions.start(region));
                int last = regions.scopeAt(regions.end(region) - 1);
                assertTrue(Math.min(first, last) >= scope && Math.max(first, last) < table.subtreeEnd(scope),
                        "a region holds its scope and those within");
            }
        }
        checkDiagnostics(table.diagnostics(), tree.source());
        StringBuilder printed = new StringBuilder();
        SymbolTablePrinter.print(table, "fuzz.py", printed);
        CompileDiagnostics diagnostics = new CompileChecker().check(tree, table);
        checkDiagnostics(diagnostics.errors(), tree.source());
        checkDiagnostics(diagnostics.warnings(), tree.source());
    }

    /// Printed and read again, a tree is the same; and without any one of its tokens, the file still has a tree.
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "4m")
    void recover(byte[] file) throws IOException {
        ParseOptions options = options(file);
        SyntaxTree tree = parser.parse(file, options);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        tree.print(printed);
        SyntaxTree again = parser.parse(printed.toByteArray(), options);
        assertEquals(TreePrinter.print(tree), TreePrinter.print(again));
        int token = Arrays.hashCode(file) >>> 1;
        for (int i = 0; i < 3; i++) {
            int at = (int) (((long) token + (long) i * Integer.MAX_VALUE / 3) % tree.tokens().size());
            int from = tree.source().rawOffset(tree.tokens().start(at));
            int to = tree.source().rawOffset(tree.tokens().end(at));
            byte[] damaged = new byte[file.length - (to - from)];
            System.arraycopy(file, 0, damaged, 0, from);
            System.arraycopy(file, to, damaged, from, file.length - to);
            SyntaxTree mended = parser.parse(damaged, options);
            TreeInvariants.check(mended);
            PieceInvariants.check(mended);
            checkDiagnostics(mended.diagnostics(), mended.source());
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "4m")
    void names(byte[] file) {
        NameInvariants.check(parser.parse(file, options(file)));
    }

    /// The sources of the golden tests, beside what is in the targets' own folders.
    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of("golden/parser", "golden/names", "dev/quarry/syntax/ast/dump", "dev/quarry/syntax")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".py")).sorted().toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds.stream();
    }

    private static ParseOptions options(byte[] file) {
        int hash = Arrays.hashCode(file) & 0xFFFF;
        PythonVersion[] versions = PythonVersion.values();
        ParseMode mode = hash % 5 == 0 ? ParseMode.values()[hash % 4] : ParseMode.EXEC;
        return new ParseOptions(versions[hash / 5 % versions.length], mode, hash % 2 == 0);
    }

    /// A diagnostic may end one behind the file: CPython adds a line break that a last line lacks.
    private static void checkDiagnostics(List<Diagnostic> diagnostics, SourceText text) {
        for (Diagnostic diagnostic : diagnostics) {
            assertTrue(diagnostic.start() == -1 && diagnostic.end() == -1 || diagnostic.start() >= 0
                    && diagnostic.start() <= diagnostic.end() && diagnostic.end() <= text.end() + 1,
                    diagnostic::toString);
        }
    }
}
