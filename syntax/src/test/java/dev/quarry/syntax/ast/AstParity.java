package dev.quarry.syntax.ast;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.Interpreters.Interpreter;
import dev.quarry.syntax.Oracle;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.SyntaxTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Compares [AstProjector] with an interpreter's `ast.parse`, file by file.
final class AstParity {
    /// @param compared files that both sides parsed or rejected
    /// @param differences one text per file: its path and the first row that differs
    record Result(int compared, List<String> differences) {}

    private final Interpreter interpreter;
    private final AstProjector projector = new AstProjector();
    private final MessageDigest md5;

    AstParity(Interpreter interpreter) {
        this.interpreter = interpreter;
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /// Compares all `.py` files below directories, or the interpreter's library when there are none. The interpreter
    /// runs beside us and tells the rows' digest; rows are asked for only where it differs.
    Result compare(List<String> directories) throws IOException, InterruptedException {
        var differences = new ArrayList<String>();
        int compared = 0;
        Process process = start("digest", directories);
        try (var answers = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8))) {
            for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
                String[] parts = answer.split("\t", 3);
                if (!parts[0].equals("X")) {
                    compared++;
                    String difference = difference(parts[0], parts[1], Path.of(parts[2]));
                    if (difference != null) {
                        differences.add(parts[2] + ": " + difference);
                    }
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(interpreter + " failed with status " + process.exitValue());
        }
        return new Result(compared, differences);
    }

    /// The interpreter's rows of a file.
    String reference(Path file) throws IOException, InterruptedException {
        Process process = start("rows", List.of(file.toString()));
        String rows = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return rows;
    }

    private Process start(String task, List<String> paths) throws IOException {
        var command = new ArrayList<String>(List.of(interpreter.executable().toString(), "-I", "-X", "utf8", "-c",
                Oracle.program("ast/ast_rows.py"), task));
        command.addAll(paths);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Our rows of a file.
    String ours(Path file, boolean typeComments) throws IOException {
        SyntaxTree tree = parse(file, typeComments);
        return AstRows.of(projector.project(tree), tree);
    }

    private SyntaxTree parse(Path file, boolean typeComments) throws IOException {
        return new Parser().parse(Files.readAllBytes(file),
                new ParseOptions(interpreter.version(), ParseMode.EXEC, typeComments));
    }

    private String difference(String status, String digest, Path file)
            throws IOException, InterruptedException {
        SyntaxTree tree;
        String ours;
        try {
            tree = parse(file, !status.equals("F"));
            ours = AstRows.of(projector.project(tree), tree);
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + (trace.length > 0 ? " at " + trace[0] : "");
        }
        List<Diagnostic> errors = tree.diagnostics().stream()
                .filter(diagnostic -> diagnostic.stage() != Diagnostic.Stage.TYPE_COMMENT).toList();
        if (status.equals("E")) {
            return errors.isEmpty() ? "accepted, but " + interpreter + " rejects it" : null;
        }
        if (!errors.isEmpty()) {
            Diagnostic error = errors.getFirst();
            if (error.start() >= 0) {
                return "rejected at " + (tree.source().line0(error.start()) + 1) + ":"
                        + tree.source().column(error.start()) + ": " + error.message();
            }
            return "rejected: " + error.message();
        }
        md5.reset();
        if (HexFormat.of().formatHex(md5.digest(ours.getBytes(StandardCharsets.UTF_8))).equals(digest)) {
            return null;
        }
        return firstDifference(reference(file), ours);
    }

    private static String firstDifference(String expected, String actual) {
        String[] theirs = expected.split("\n");
        String[] ours = actual.split("\n");
        for (int row = 0; row < Math.min(theirs.length, ours.length); row++) {
            if (!theirs[row].equals(ours[row])) {
                return "row " + row + "\n    expected " + theirs[row] + "\n    actual   " + ours[row];
            }
        }
        return "expected " + theirs.length + " rows, actual " + ours.length;
    }
}
