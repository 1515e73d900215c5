package dev.quarry.syntax.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `dump/<feature>.<version>[.attributes].txt` is what that release's `python -m ast` prints for `<feature>.py`, with
/// `-a -i 1` in files of attributes.
class AstDumperTest {
    private static final AstDumper.Options PLAIN = new AstDumper.Options(3, false);
    private static final AstDumper.Options ATTRIBUTES = new AstDumper.Options(1, true);

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void asPythonPrints(String name) throws Exception {
        String feature = name.substring(0, name.indexOf('.'));
        boolean attributes = name.endsWith(".attributes.txt");
        PythonVersion version = PythonVersion.parse(name.substring(feature.length() + 1,
                name.length() - (attributes ? ".attributes.txt" : ".txt").length())).orElseThrow();

        String dump = dump(Files.readAllBytes(golden().resolve(feature + ".py")), version,
                attributes ? ATTRIBUTES : PLAIN);

        assertEquals(Files.readString(golden().resolve(name)), dump + "\n");
    }

    static List<String> goldenFiles() throws Exception {
        try (Stream<Path> files = Files.list(golden())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt")).sorted()
                    .toList();
        }
    }

    @Test
    void oneLine() throws IOException {
        assertEquals("Module(body=[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Constant(value=1)]))])",
                dump("f(1)".getBytes(), PythonVersion.PY313, new AstDumper.Options(-1, false)));
    }

    @Test
    void anAstOfAnyDepth() throws IOException {
        int depth = 50_000;
        String sum = "a" + "+a".repeat(depth);

        String dump = dump(sum.getBytes(), PythonVersion.PY313, new AstDumper.Options(-1, false));

        assertEquals(depth, dump.split("BinOp", -1).length - 1);
    }

    private static String dump(byte[] source, PythonVersion version, AstDumper.Options options) throws IOException {
        SyntaxTree tree = new Parser().parse(source, ParseOptions.module(version));
        assertEquals(List.of(), tree.diagnostics());
        var out = new StringBuilder();
        AstDumper.dump(new AstProjector().project(tree), tree, options, out);
        return out.toString();
    }

    private static Path golden() throws URISyntaxException {
        return Path.of(AstDumperTest.class.getResource("dump").toURI());
    }
}
