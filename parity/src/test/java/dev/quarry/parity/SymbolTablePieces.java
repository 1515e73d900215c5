package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.symtable.SymbolTableBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Compares [SymbolTable] with an interpreter on pieces of Python: tables, and the first error with its place.
final class SymbolTablePieces {
    /// @param tables pieces that have a table on both sides
    /// @param errors pieces that the interpreter refuses
    record Result(int tables, int errors, List<String> differences) {}

    private static final String PROGRAM = Resources.text("symtable_rows.py")
            + TestInterpreters.resource(SymbolTablePieces.class, "symtable_pieces.py");

    private final PythonVersion version;
    private final Parser parser = new Parser();
    private final SymbolTableBuilder builder = new SymbolTableBuilder();

    SymbolTablePieces(PythonVersion version) {
        this.version = version;
    }

    /// The pieces in an interpreter's own tests, in Base64, one a line.
    static String ofTests(PythonVersion version) {
        String tests = TestInterpreters.run(version,
                "import os; print(os.path.join(os.path.dirname(os.__file__), 'test'))", "").strip();
        return TestInterpreters.run(version, PROGRAM, "", "pieces", tests);
    }

    static String encode(String piece) {
        return Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    Result compare(String pieces) {
        var differences = new ArrayList<String>();
        int tables = 0;
        int errors = 0;
        String answers = TestInterpreters.run(version, PROGRAM, pieces, "answers");
        for (String answer : (Iterable<String>) answers.lines()::iterator) {
            String[] parts = answer.split("\t");
            byte[] piece = Base64.getDecoder().decode(parts[0]);
            String expected = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            boolean refused = expected.startsWith("E\n");
            String actual = ours(piece, refused);
            if (actual == null) {
                continue;
            }
            if (refused) {
                errors++;
            } else {
                tables++;
            }
            if (!expected.equals(actual)) {
                differences.add("--- CPython " + version + "\n" + new String(piece, StandardCharsets.UTF_8)
                        + "\n--- expected\n" + expected + "\n--- actual\n" + actual);
            }
        }
        return new Result(tables, errors, differences);
    }

    /// Null for a piece that the parser refuses, which is another test's business.
    private String ours(byte[] piece, boolean refused) {
        SyntaxTree tree = parser.parse(piece, new ParseOptions(version, ParseMode.EXEC, false));
        if (!tree.diagnostics().isEmpty()) {
            return null;
        }
        SymbolTable table = builder.build(tree);
        if (table.diagnostics().isEmpty()) {
            return rows(table);
        }
        return refused ? error(table.diagnostics().getFirst(), tree.source())
                : table.diagnostics().getFirst().toString();
    }

    private static String rows(SymbolTable table) {
        SymbolTableRows rows = new SymbolTableRows(table);
        StringBuilder text = new StringBuilder();
        while (rows.append(text)) {
            text.append('\n');
        }
        return text.substring(0, text.length() - 1);
    }

    private String error(Diagnostic error, SourceText source) {
        boolean ranges = version.isAtLeast(PythonVersion.PY310);
        return String.join("\n", "E", error.message(), place(error.start(), source),
                ranges ? place(error.end(), source) : "None\nNone");
    }

    private static String place(int offset, SourceText source) {
        return source.line0(offset) + 1 + "\n" + (source.column(offset) + 1);
    }
}
