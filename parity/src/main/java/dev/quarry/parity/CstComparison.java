package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.cst.CstTable;

/// Compares the nodes of concrete syntax with LibCST's: class, place in the parent, both spans. Files that LibCST
/// doesn't parse, or doesn't write as they are, are not compared.
final class CstComparison extends RowComparison {
    private static final String[] FACTS = {"class", "slot", "index", "span", "inclusive span"};

    private final Parser parser = new Parser();
    private final CstProjector projector = new CstProjector();

    CstComparison() {
        super(LibCst.SCRIPT, "cst_rows.py");
    }

    @Override
    Facts facts(byte[] file, PythonVersion version, char status) {
        SyntaxTree tree = parser.parse(file, new ParseOptions(version, ParseMode.EXEC, false));
        String error = firstError(tree, diagnostic -> diagnostic.stage() != Diagnostic.Stage.COMPILE);
        return error != null ? new Facts(error, null) : new Facts(null, new NodeRows(projector.project(tree)));
    }

    /// LibCST accepts some texts that CPython refuses; there is nothing to compare.
    @Override
    Outcome refusedHere(String error) {
        return new Outcome.NotCompared("no valid Python: " + error);
    }

    @Override
    String fact(String expected, String actual) {
        String[] theirs = expected.split(" ", FACTS.length);
        String[] ours = actual.split(" ", FACTS.length);
        int differing = 0;
        while (differing < FACTS.length - 1 && theirs[differing].equals(ours[differing])) {
            differing++;
        }
        return FACTS[differing];
    }

    /// A [CstTable] as the text of `cst_rows.py`.
    private static final class NodeRows implements Rows {
        private final CstTable table;
        private int row;

        NodeRows(CstTable table) {
            this.table = table;
        }

        @Override
        public boolean append(StringBuilder out) {
            if (row == table.size()) {
                return false;
            }
            out.append(table.kind(row).className()).append(' ')
                    .append(row == 0 ? "None" : table.slot(row).attribute()).append(' ')
                    .append(table.slotIndex(row)).append(' ')
                    .append(table.start(row)).append(',').append(table.end(row)).append(' ')
                    .append(table.outerStart(row)).append(',').append(table.outerEnd(row));
            row++;
            return true;
        }
    }
}
