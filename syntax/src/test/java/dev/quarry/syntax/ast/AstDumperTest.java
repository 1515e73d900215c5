package dev.quarry.syntax.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `dump/<feature>.<version>[.<option>]….txt` is what that release's `python -m ast` prints for `<feature>.py`.
/// Options: `attributes` for `-a -i 1`, `empty` for `--show-empty`, `untyped` for `--no-type-comments`; a mode
/// (`eval`, `single`, `func_type`) for `-m`.
class AstDumperTest {
    @ParameterizedTest
    @MethodSource("goldenFiles")
    void asPythonPrints(String name) throws Exception {
        List<String> parts = Arrays.asList(name.split("\\."));
        PythonVersion version = PythonVersion.parse(parts.get(1) + "." + parts.get(2)).orElseThrow();
        List<String> options = parts.subList(3, parts.size() - 1);
        boolean attributes = options.contains("attributes");

        String dump = dump(Files.readAllBytes(golden().resolve(parts.getFirst() + ".py")),
                new ParseOptions(version, mode(options), !options.contains("untyped")),
                new AstDumper.Options(attributes ? 1 : 3, attributes, options.contains("empty")));

        assertEquals(Files.readString(golden().resolve(name)), dump + "\n");
    }

    private static ParseMode mode(List<String> options) {
        Optional<ParseMode> mode = Arrays.stream(ParseMode.values())
                .filter(candidate -> options.contains(candidate.name().toLowerCase(Locale.ROOT))).findFirst();
        return mode.orElse(ParseMode.EXEC);
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
                onOneLine("f(1)", PythonVersion.PY313));
    }

    @Test
    void anAstOfAnyDepth() throws IOException {
        int depth = 50_000;

        String dump = onOneLine("a" + "+a".repeat(depth), PythonVersion.PY313);

        assertEquals(depth, dump.split("BinOp", -1).length - 1);
    }

    private static String onOneLine(String source, PythonVersion version) throws IOException {
        return dump(source.getBytes(), ParseOptions.module(version), new AstDumper.Options(-1, false, false));
    }

    private static String dump(byte[] source, ParseOptions parsing, AstDumper.Options options) throws IOException {
        SyntaxTree tree = new Parser().parse(source, parsing);
        assertEquals(List.of(), tree.diagnostics());
        var out = new StringBuilder();
        AstDumper.dump(new AstProjector().project(tree), tree, options, out);
        return out.toString();
    }

    private static Path golden() throws URISyntaxException {
        return Path.of(AstDumperTest.class.getResource("dump").toURI());
    }
}
