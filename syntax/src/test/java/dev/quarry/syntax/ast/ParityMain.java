package dev.quarry.syntax.ast;

import dev.quarry.syntax.Interpreters.Interpreter;
import dev.quarry.syntax.PythonVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// `ParityMain <python3.X> [<directory>… | <file>.py]`: compares with that interpreter and prints what differs; for a
/// file a unified diff of all rows. Without a directory, the interpreter's library. The executable's name or the
/// property `python.version` tells the release.
final class ParityMain {
    private ParityMain() {}

    public static void main(String[] args) throws Exception {
        Path executable = Path.of(args[0]);
        String name = executable.getFileName().toString();
        PythonVersion version = PythonVersion.parse(System.getProperty("python.version",
                name.startsWith("python") ? name.substring("python".length()) : name)).orElseThrow(() ->
                new IllegalArgumentException("cannot tell the release of " + executable + ": pass -Dpython.version"));
        var parity = new AstParity(new Interpreter(version, executable));
        List<String> paths = Arrays.asList(args).subList(1, args.length);
        if (paths.size() == 1 && paths.getFirst().endsWith(".py")) {
            diff(parity, Path.of(paths.getFirst()));
            return;
        }
        AstParity.Result result = parity.compare(paths);
        result.differences().forEach(System.out::println);
        System.out.println(result.differences().size() + " of " + result.compared() + " files differ");
    }

    private static void diff(AstParity parity, Path file) throws Exception {
        Path expected = Files.writeString(Files.createTempFile("expected", ".txt"), parity.reference(file) + "\n");
        Path actual = Files.writeString(Files.createTempFile("actual", ".txt"), parity.ours(file, true) + "\n");
        try {
            new ProcessBuilder("diff", "-u", expected.toString(), actual.toString()).inheritIO().start().waitFor();
        } finally {
            Files.delete(expected);
            Files.delete(actual);
        }
    }
}
