package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Compares the AST with that of `ast.parse`, node by node.
///
/// Digests of blocks of rows travel; the rows themselves do where a digest differs.
final class AstComparison implements Comparison {
    private final Parser parser = new Parser();
    private final AstProjector projector = new AstProjector();
    private final MessageDigest md5;

    AstComparison() {
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    @Override
    public String script() {
        return Resources.text("ast_rows.py");
    }

    @Override
    public Outcome compare(byte[] file, Oracle oracle) throws OracleFailure {
        String answer = oracle.askText("digest", file);
        String rest = answer.substring(Math.min(answer.length(), 2));
        char status = answer.charAt(0);
        if (status == 'X') {
            return new Outcome.NotCompared(rest);
        }
        PythonVersion version = oracle.interpreter().version();
        SyntaxTree tree = parser.parse(file, new ParseOptions(version, ParseMode.EXEC, status != 'F'));
        Optional<Diagnostic> error = tree.diagnostics().stream().filter(AstComparison::isOfParser).findFirst();
        if (status == 'E') {
            return error.isPresent() ? new Outcome.BothRefuse()
                    : new Outcome.Different(new Difference("refused", "", rest, "accepted"));
        }
        if (error.isPresent()) {
            return new Outcome.Different(new Difference("accepted", "", "accepted", describe(error.get(), tree)));
        }
        return compareRows(file, oracle, status, rest.split(" "), tree);
    }

    /// Whether `ast.parse` would report it too; stray type comments are dealt with by parsing without them.
    private static boolean isOfParser(Diagnostic diagnostic) {
        return diagnostic.stage() != Diagnostic.Stage.COMPILE && diagnostic.stage() != Diagnostic.Stage.TYPE_COMMENT;
    }

    private Outcome compareRows(byte[] file, Oracle oracle, char status, String[] digests, SyntaxTree tree)
            throws OracleFailure {
        AstRows rows = new AstRows(projector.project(tree), tree);
        int block = 0;
        while (rows.hasBlock()) {
            String ours = rows.nextBlock();
            String theirs = block < digests.length ? digests[block] : "";
            if (!digest(ours).equals(theirs)) {
                String expected = oracle.askText("rows " + status + " " + block, file);
                return new Outcome.Different(firstDifference(expected, ours, block * AstRows.BLOCK));
            }
            block++;
        }
        if (block < digests.length) {
            String expected = oracle.askText("rows " + status + " " + block, file);
            return new Outcome.Different(firstDifference(expected, "", block * AstRows.BLOCK));
        }
        return new Outcome.Same();
    }

    private String digest(String rows) {
        return HexFormat.of().formatHex(md5.digest(rows.getBytes(StandardCharsets.UTF_8)));
    }

    private static Difference firstDifference(String expected, String actual, int firstRow) {
        String[] theirs = expected.split("\n");
        String[] ours = actual.split("\n");
        int row = 0;
        while (row < theirs.length && row < ours.length && theirs[row].equals(ours[row])) {
            row++;
        }
        String there = row < theirs.length ? theirs[row] : "";
        String here = row < ours.length ? ours[row] : "";
        return new Difference(AstRows.fact(there, here), "row " + (firstRow + row), there, here);
    }

    private static String describe(Diagnostic error, SyntaxTree tree) {
        String place = error.start() < 0 ? ""
                : " at " + (tree.source().line0(error.start()) + 1) + ":" + (tree.source().column(error.start()) + 1);
        return error.errorType() + ": " + error.message() + place;
    }
}
