package dev.quarry.syntax.symtable;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.Interpreters.Interpreter;
import dev.quarry.syntax.Oracle;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Compares [SymbolTable] with an interpreter's `_symtable`, file by file.
final class SymbolTableParity {
    /// @param compared files of which both sides said something
    /// @param differences one text per file: its path and the first row that differs
    record Result(int compared, List<String> differences) {}

    private final Interpreter interpreter;
    private final Parser parser = new Parser();
    private final SymbolTableBuilder builder = new SymbolTableBuilder();
    private final MessageDigest md5;

    SymbolTableParity(Interpreter interpreter) {
        this.interpreter = interpreter;
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /// `<python3.X> [<directory>… | <file>.py]`: prints what differs.
    public static void main(String[] args) throws Exception {
        Path executable = Path.of(args[0]);
        PythonVersion version = PythonVersion.parse(executable.getFileName().toString().substring("python".length()))
                .orElseThrow();
        var parity = new SymbolTableParity(new Interpreter(version, executable));
        Result result = parity.compare(Arrays.asList(args).subList(1, args.length));
        result.differences().forEach(System.out::println);
        System.out.println(result.differences().size() + " of " + result.compared() + " files differ");
    }

    /// Compares all `.py` files below paths, or the interpreter's library when there are none.
    Result compare(List<String> paths) throws IOException, InterruptedException {
        var differences = new ArrayList<String>();
        int compared = 0;
        Process process = start("digest", paths);
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

    private Process start(String task, List<String> paths) throws IOException {
        var command = new ArrayList<String>(List.of(interpreter.executable().toString(), "-I", "-X", "utf8", "-c",
                Oracle.program("symtable/symtable_rows.py"), task));
        command.addAll(paths);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private String difference(String status, String digest, Path file) throws IOException, InterruptedException {
        SyntaxTree tree = parser.parse(Files.readAllBytes(file),
                new ParseOptions(interpreter.version(), ParseMode.EXEC, false));
        SymbolTable table = builder.build(tree);
        var errors = new ArrayList<Diagnostic>(tree.diagnostics());
        errors.addAll(table.diagnostics());
        if (status.equals("E")) {
            return errors.isEmpty() ? "accepted, but " + interpreter + " rejects it" : null;
        }
        if (!errors.isEmpty()) {
            return "rejected: " + errors.getFirst();
        }
        String ours = SymbolTableRows.of(table);
        md5.reset();
        if (HexFormat.of().formatHex(md5.digest(ours.getBytes(StandardCharsets.UTF_8))).equals(digest)) {
            return null;
        }
        return firstDifference(reference(file), ours);
    }

    /// The interpreter's rows of a file.
    private String reference(Path file) throws IOException, InterruptedException {
        Process process = start("rows", List.of(file.toString()));
        String rows = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return rows;
    }

    private static String firstDifference(String expected, String actual) {
        String[] theirs = expected.split("\n");
        String[] ours = actual.split("\n");
        String scope = "";
        for (int row = 0; row < Math.min(theirs.length, ours.length); row++) {
            if (!theirs[row].equals(ours[row])) {
                return "row " + row + " in " + scope + "\n    expected " + theirs[row] + "\n    actual   " + ours[row];
            }
            if (!theirs[row].startsWith(" ")) {
                scope = theirs[row];
            }
        }
        return "expected " + theirs.length + " rows, actual " + ours.length;
    }
}
