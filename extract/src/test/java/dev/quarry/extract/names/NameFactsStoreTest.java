package dev.quarry.extract.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.NameFactsBuilder;
import dev.quarry.syntax.resolve.NameFactsFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameFactsStoreTest {
    @TempDir
    Path folder;

    @Test
    void factsComeBackFromTheFileAsTheyWere() throws IOException {
        try (NameFactsStore store = new NameFactsStore(folder, 1)) {
            for (int i = 0; i < 50; i++) {
                store.put("f" + i + ".py", facts(i));
            }
            assertEquals(1, filesInFolder());
            for (int i = 49; i >= 0; i--) {
                assertArrayEquals(bytes(facts(i)), bytes(store.get("f" + i + ".py")), "file " + i);
            }
            store.put("f3.py", facts(70));
            store.put("f4.py", facts(4));
            assertArrayEquals(bytes(facts(70)), bytes(store.get("f3.py")));
            assertNull(store.get("other.py"));
        }
        assertEquals(0, filesInFolder());
    }

    @Test
    void whatFitsStaysInMemory() throws IOException {
        try (NameFactsStore store = new NameFactsStore(folder)) {
            NameFacts facts = facts(1);
            store.put("a.py", facts);
            assertTrue(facts == store.get("a.py"));
            assertEquals(0, filesInFolder());
        }
    }

    private long filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static byte[] bytes(NameFacts facts) {
        return new NameFactsFormat().write(facts);
    }

    private static NameFacts facts(int seed) {
        String source = "from .m" + seed + " import a as é" + seed + ", b\n__all__ = ['a', 'x" + seed + "']\n"
                + "class C" + seed + "(a.B):\n    def m(self, p: 'C' = 1):\n        self.x = [p, lambda: b]\n"
                + "        return super().m(x for x in p if x)\n" + "y = C" + seed + "().m()\n".repeat(seed % 5);
        return new NameFactsBuilder().build(new Parser().parse(
                SourceText.decode(source.getBytes(StandardCharsets.UTF_8)), ParseOptions.module(PythonVersion.newest())));
    }
}
