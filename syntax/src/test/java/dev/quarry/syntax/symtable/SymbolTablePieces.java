package dev.quarry.syntax.symtable;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.Interpreters.Interpreter;
import dev.quarry.syntax.Oracle;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Compares [SymbolTable] with an interpreter on pieces of Python: tables, and the first error with its place.
final class SymbolTablePieces {
    /// @param tables pieces that have a table on both sides
    /// @param errors pieces that the interpreter refuses
    record Result(int tables, int errors, List<String> differences) {}

    private final Interpreter interpreter;
    private final Parser parser = new Parser();
    private final SymbolTableBuilder builder = new SymbolTableBuilder();

    SymbolTablePieces(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /// The pieces in an interpreter's own tests, in Base64, one a line.
    static String ofTests(Interpreter interpreter) {
        String tests = Oracle.run(interpreter, "import os; print(os.path.join(os.path.dirname(os.__file__), 'test'))",
                "").strip();
        return Oracle.run(interpreter, Oracle.program("symtable/symtable_rows.py"), "", "pieces", tests);
    }

    static String encode(String piece) {
        return Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    Result compare(String pieces) {
        var differences = new ArrayList<String>();
        int tables = 0;
        int errors = 0;
        String answers = Oracle.run(interpreter, Oracle.program("symtable/symtable_rows.py"), pieces, "answers");
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
                differences.add("--- " + interpreter + "\n" + new String(piece, StandardCharsets.UTF_8)
                        + "\n--- expected\n" + expected + "\n--- actual\n" + actual);
            }
        }
        return new Result(tables, errors, differences);
    }

    /// Null for a piece that the parser refuses, which is another test's business.
    private String ours(byte[] piece, boolean refused) {
        SyntaxTree tree = parser.parse(piece, new ParseOptions(interpreter.version(), ParseMode.EXEC, false));
        if (!tree.diagnostics().isEmpty()) {
            return null;
        }
        SymbolTable table = builder.build(tree);
        if (table.diagnostics().isEmpty()) {
            return SymbolTableRows.of(table);
        }
        return refused ? error(table.diagnostics().getFirst(), tree.source())
                : table.diagnostics().getFirst().toString();
    }

    private String error(Diagnostic error, SourceText source) {
        boolean ranges = interpreter.version().isAtLeast(PythonVersion.PY310);
        return String.join("\n", "E", error.message(), place(error.start(), source),
                ranges ? place(error.end(), source) : "None\nNone");
    }

    private static String place(int offset, SourceText source) {
        return source.line0(offset) + 1 + "\n" + (source.column(offset) + 1);
    }
}
