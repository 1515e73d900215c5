package dev.quarry.bench;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads one file in a fresh JVM and prints the nanoseconds from the start of `main` to its tree and to its AST columns,
/// reading the file included. [ColdStart] runs it.
final class FirstFile {
    private FirstFile() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        byte[] source = Files.readAllBytes(Path.of(arguments[0]));
        SyntaxTree tree = new Parser().parse(source, ParseOptions.module(PythonVersion.newest()));
        long parsed = System.nanoTime();
        int rows = new AstProjector().project(tree).size();
        long projected = System.nanoTime();
        System.out.println((parsed - start) + " " + (projected - start) + " " + rows);
    }
}
