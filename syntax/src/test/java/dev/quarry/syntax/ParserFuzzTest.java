package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.fail;

import dev.quarry.syntax.cst.CstInvariants;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.tree.ViewInvariants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Damaged sources: whatever the bytes, there are a tree, LibCST's nodes and names that keep the invariants, and never
/// an exception.
class ParserFuzzTest {
    private static final Path SOURCES = Path.of("src/test/resources/golden/parser");
    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES = List.of("(", ")", "[", "]", "{", "}", ":", ",", "=", ":=", "*", "**",
            ".", "...", "->", "@", "!", ";", "\n", "\n    ", " if ", " else ", " for ", " in ", " not ", " lambda ",
            " as ", " from ", "import ", "def ", "class ", "async ", "await ", "yield ", "match ", "case ", "type ",
            "try:", "except ", "finally:", "with ", "return ", "del ", "print ", "\"", "'", "f'{", "}'", "'''", "#",
            "\\\n", "1", "0x", "x", " ", "\t", "\f", "\r", "\0", "é", "$", "# type: int\n");

    @Test
    void damagedSourcesStillHaveTrees() throws IOException {
        List<String> sources;
        try (Stream<Path> files = Files.list(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".py")).sorted().map(ParserFuzzTest::read).toList();
        }
        Random random = new Random(20261121);
        Parser parser = new Parser();
        CstProjector projector = new CstProjector();
        for (int round = 0; round < ROUNDS; round++) {
            String source = damage(sources.get(random.nextInt(sources.size())), random);
            PythonVersion[] versions = PythonVersion.values();
            ParseOptions options = new ParseOptions(versions[random.nextInt(versions.length)],
                    ParseOptions.ParseMode.values()[random.nextInt(8) == 0 ? random.nextInt(4) : 0],
                    random.nextBoolean());
            try {
                SyntaxTree tree = parser.parse(source.getBytes(StandardCharsets.UTF_8), options);
                TreeInvariants.check(tree);
                PieceInvariants.check(tree);
                ViewInvariants.check(tree, EnumSet.noneOf(NodeKind.class));
                CstInvariants.check(projector.project(tree));
                NameInvariants.check(tree);
            } catch (RuntimeException | AssertionError | StackOverflowError failure) {
                fail("round " + round + " with " + options + ":\n" + source, failure);
            }
        }
    }

    private static String damage(String source, Random random) {
        StringBuilder text = new StringBuilder(source);
        for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.setLength(at);
                default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
            }
        }
        return text.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
