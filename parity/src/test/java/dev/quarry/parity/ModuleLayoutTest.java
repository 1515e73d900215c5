package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.facts.ModuleLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Indentation, line breaks and encoding of modules, compared with the attributes of LibCST's `Module`.
class ModuleLayoutTest {
    private static final int SAMPLE = 200;
    private static final int MOST_BYTES = 30_000;

    private final Parser parser = new Parser();

    @Test
    void isThatOfLibCst() throws Exception {
        Interpreter interpreter = TestInterpreters.requireLibCst();
        String script = Resources.text(LibCst.SCRIPT)
                + TestInterpreters.resource(ModuleLayoutTest.class, "/dev/quarry/syntax/facts/module_layout.py");
        List<String> different = new ArrayList<>();
        int compared = 0;
        try (Oracle oracle = new Oracle(interpreter, script, Oracle.PATIENCE)) {
            for (byte[] source : sources(interpreter)) {
                String expected = oracle.askText("layout", source);
                SyntaxTree tree = parser.parse(source, ParseOptions.module(interpreter.version()));
                if (!expected.equals("not parsed") && tree.diagnostics().isEmpty()) {
                    compared++;
                    String actual = layout(tree);
                    if (!expected.equals(actual)) {
                        different.add(expected + " but " + actual + " for "
                                + new String(source, 0, Math.min(80, source.length), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        assertEquals(List.of(), different);
        int count = compared;
        assertTrue(count > SAMPLE / 2, () -> "compared only " + count);
    }

    private static List<byte[]> sources(Interpreter interpreter) throws Exception {
        List<byte[]> sources = new ArrayList<>();
        for (String source : List.of("", "\n", "x", "x\n", "x\r\ny\n", "x\ry\r", "x\\\n", "x\n\\\n", "x # c\\\n", "if x:\n\ty\n",
                "if x:\r\n  y\r\n", "x = '''\r\n'''\nif x:\n \f y\n", "class A:\n  def f():\n        pass\n", "x\n\n ",
                "# a\r\nx\n", "x\r", "x\r\n", "x\n\f\n", "\ufeffx\n", "# coding: utf-8\nif x:\n\t  y\n")) {
            sources.add(source.getBytes(StandardCharsets.UTF_8));
        }
        sources.add("# coding: latin-1\nx = '\u00e9'\n".getBytes(StandardCharsets.ISO_8859_1));
        for (Path file : LibrarySample.of(interpreter.version(), SAMPLE)) {
            if (Files.size(file) <= MOST_BYTES) {
                sources.add(Files.readAllBytes(file));
            }
        }
        return sources;
    }

    private static String layout(SyntaxTree tree) {
        ModuleLayout layout = ModuleLayout.of(tree);
        return "(" + repr(layout.defaultIndent()) + ", " + repr(layout.defaultNewline()) + ", "
                + (layout.hasTrailingNewline() ? "True" : "False") + ", " + repr(tree.source().encodingName()) + ")";
    }

    private static String repr(String text) {
        return "'" + text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r").replace("\f", "\\x0c") + "'";
    }
}
