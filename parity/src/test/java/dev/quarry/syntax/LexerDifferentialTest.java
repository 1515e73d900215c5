package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.TestInterpreters;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The lexer and CPython's tokenizer see the same tokens in a sixth of the standard library.
class LexerDifferentialTest {
    /// The names of token kinds in CPython's `token` module, where keywords are names.
    private static final Map<Integer, String> NAMES = names();

    private final Lexer lexer = new Lexer();

    @ParameterizedTest
    @EnumSource(names = {"PY312", "PY313"})
    void tokensOfTheStandardLibrary(PythonVersion version) throws Exception {
        String program = TestInterpreters.resource(LexerDifferentialTest.class, "tokens.py");
        List<Path> library = TestInterpreters.standardLibrary(version);
        List<Path> files = IntStream.range(0, library.size() / 6).mapToObj(i -> library.get(6 * i)).toList();
        String input = files.stream().map(file -> file + "\n").collect(Collectors.joining());
        List<String> lines = TestInterpreters.run(version, program, input, "digest").lines().toList();
        assertEquals(files.size(), lines.size());
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String line : lines) {
            String[] parts = line.split("\t");
            Path file = Path.of(parts[0]);
            if (parts[1].equals("error")) {
                continue;
            }
            compared++;
            List<String> tokens = describe(file, version);
            if (!digest(tokens).equals(parts[1])) {
                List<String> expected = TestInterpreters.run(version, program, file + "\n", "list").lines().toList();
                if (!expected.isEmpty()) {
                    differences.add(firstDifference(file, expected, tokens));
                }
            }
        }
        assertTrue(compared > 250, "only " + compared + " files to compare");
        assertEquals(List.of(), differences, differences.size() + " of " + compared + " files differ");
    }

    private List<String> describe(Path file, PythonVersion version) throws IOException {
        SourceText source = SourceText.decode(Files.readAllBytes(file)).text();
        TokenBuffer tokens = lexer.lex(source, new ParseOptions(version, ParseOptions.ParseMode.EXEC, false),
                new ArrayList<>());
        List<String> described = new ArrayList<>();
        String previous = "";
        for (int i = 0; i < tokens.size(); i++) {
            String name = NAMES.get(tokens.kind(i));
            String start = place(source, tokens.start(i));
            switch (name) {
                case "INDENT", "DEDENT", "ENDMARKER" -> described.add(name);
                case "NEWLINE" -> described.add(name + " " + start);
                case "FSTRING_MIDDLE", "TSTRING_MIDDLE" -> {
                    if (!previous.equals(name)) {
                        described.add(name + " " + start);
                    }
                }
                default -> described.add(name + " " + start + "-" + end(source, tokens.start(i), tokens.end(i)));
            }
            previous = name;
        }
        return described;
    }

    private static String end(SourceText source, int start, int end) {
        boolean oneLine = source.line0(start) == source.line0(end);
        return oneLine ? place(source, end) : String.valueOf(source.line0(end) + 1);
    }

    /// 1-based line and 0-based column in code points, as Python's tokenize counts.
    private static String place(SourceText source, int offset) {
        int line = source.line0(offset);
        int column = 0;
        for (int i = source.lineStart(line); i < offset; i++) {
            column += (source.utf8()[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return (line + 1) + ":" + column;
    }

    private static String digest(List<String> tokens) throws Exception {
        byte[] text = String.join("\n", tokens).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    }

    private static String firstDifference(Path file, List<String> expected, List<String> tokens) {
        int i = 0;
        while (i < expected.size() && i < tokens.size() && expected.get(i).equals(tokens.get(i))) {
            i++;
        }
        return "\n" + file + ": token " + i + ": CPython " + (i < expected.size() ? expected.get(i) : "nothing")
                + ", here " + (i < tokens.size() ? tokens.get(i) : "nothing");
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        for (Field field : TokenKind.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                try {
                    int kind = field.getInt(null);
                    names.put(kind, TokenKind.isKeyword(kind) ? "NAME" : field.getName());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return names;
    }
}
