package dev.quarry.syntax.cst;

import static org.junit.jupiter.api.Assertions.fail;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever the bytes, there is a table that keeps the invariants, and never an exception.
class CstRobustnessTest {
    private static final Path SOURCES = Path.of("src/test/resources/golden/cst");
    private static final int ROUNDS = 5_000;
    private static final byte[] COMMON = " \n\t()[]{}:,.=*@;#'\"\\fxif0\r\f".getBytes();

    private final Parser parser = new Parser();
    private final CstProjector projector = new CstProjector();
    private final Random random = new Random(20261121);

    @Test
    void randomBytes() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] source = new byte[random.nextInt(200)];
            random.nextBytes(source);
            for (int i = 0; i < source.length; i++) {
                if (random.nextInt(8) > 0) {
                    source[i] = COMMON[random.nextInt(COMMON.length)];
                }
            }
            check(source);
        }
    }

    @Test
    void damagedSources() throws IOException {
        List<byte[]> sources;
        try (Stream<Path> files = Files.list(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".py")).sorted().map(CstRobustnessTest::read).toList();
        }
        for (int round = 0; round < ROUNDS; round++) {
            byte[] source = sources.get(random.nextInt(sources.size())).clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                source[random.nextInt(source.length)] = COMMON[random.nextInt(COMMON.length)];
            }
            check(random.nextInt(4) == 0 ? Arrays.copyOf(source, random.nextInt(source.length)) : source);
        }
    }

    private void check(byte[] source) {
        PythonVersion[] versions = PythonVersion.values();
        ParseOptions options = new ParseOptions(versions[random.nextInt(versions.length)],
                ParseMode.values()[random.nextInt(8) == 0 ? random.nextInt(4) : 0], random.nextBoolean());
        try {
            CstInvariants.check(projector.project(parser.parse(source, options)));
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            fail("with " + options + ":\n" + Arrays.toString(source), failure);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
