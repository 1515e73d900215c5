package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileReaderTest {
    @TempDir
    Path root;

    @Test
    void hashesWhatIsThere() throws Exception {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        Files.write(root.resolve("a.py"), content);
        FileTime time = FileTime.from(Instant.ofEpochSecond(1_700_000_000, 123_456_789));
        Files.setLastModifiedTime(root.resolve("a.py"), time);
        ListedFile file = Recording.of(root).file("a.py");

        FileReading.Complete held = complete(new FileReader(300_000).read(file, true));
        FileReading.Complete streamed = complete(new FileReader(299_999).read(file, true));

        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertEquals(expected, held.facts().sha256());
        assertEquals(held.facts(), streamed.facts());
        assertArrayEquals(content, held.bytes());
        assertNull(streamed.bytes());
        assertEquals(300_000, held.facts().sizeBytes());
        assertEquals(1_700_000_000_123_456_789L, held.facts().mtimeNs());
        LineIndex lines = new LineIndex();
        lines.index(content, content.length);
        assertEquals(lines.count(), held.facts().lineCount());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "``, utf-8, 0",
        "`x\\n`, utf-8, 1",
        "`# coding: latin-1\\nx\\n`, iso-8859-1, 2",
        "`#!/usr/bin/python\\r\\n# -*- coding: cp1252 -*-\\r\\n`, cp1252, 2",
        "`@x = 1`, utf-8-sig, 1",
        "`@# coding: latin-1\\n`, , 1",
        "`@`, utf-8-sig, 0",
        "`a\\rb\\r\\nc\\n\\rd`, utf-8, 5",
    })
    void saysEncodingAndLines(String text, String encoding, int lines) {
        Git.write(root, "a.py", text.translateEscapes().replace("@", "\ufeff"));
        FileFacts facts = complete(new FileReader(1000).read(Recording.of(root).file("a.py"), false)).facts();
        assertEquals(encoding, facts.encoding());
        assertEquals(lines, facts.lineCount());
    }

    @Test
    void filesThatVanishAreProblems() throws IOException {
        Git.write(root, "a.py", "");
        Git.write(root, "b.py", "");
        Recording listing = Recording.of(root);
        Files.delete(root.resolve("a.py"));
        Files.delete(root.resolve("b.py"));
        Files.createDirectory(root.resolve("b.py"));
        FileReader reader = new FileReader(1000);

        assertEquals(ScanProblem.FILE_VANISHED, failed(reader.read(listing.file("a.py"), false)).errorType());
        ScanProblem replaced = failed(reader.read(listing.file("b.py"), false));
        assertEquals(ScanProblem.UNREADABLE_FILE, replaced.errorType());
        assertEquals("b.py", replaced.path());
    }

    @Test
    void aLinkThatTookAFilesPlaceIsNotFollowed(@TempDir Path outside) throws IOException {
        Git.write(root, "a.py", "");
        ListedFile file = Recording.of(root).file("a.py");
        Git.write(outside, "secret.py", "secret");
        Files.delete(root.resolve("a.py"));
        Files.createSymbolicLink(root.resolve("a.py"), outside.resolve("secret.py"));

        assertInstanceOf(FileReading.Failed.class, new FileReader(1000).read(file, true));
    }

    @Test
    void aFileThatIsWrittenAllTheTimeIsAProblem() throws Exception {
        Path path = Git.write(root, "a.py", "x".repeat(4_000_000));
        ListedFile file = Recording.of(root).file("a.py");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicBoolean started = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            long time = 1_000_000;
            while (!stop.get()) {
                try {
                    Files.setLastModifiedTime(path, FileTime.fromMillis(time++));
                    started.set(true);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        });
        try {
            while (!started.get()) {
                Thread.onSpinWait();
            }
            assertEquals(ScanProblem.FILE_CHANGED, failed(new FileReader(1 << 20).read(file, false)).errorType());
        } finally {
            stop.set(true);
            writer.join();
        }
        assertTrue(new FileReader(1 << 20).read(file, false) instanceof FileReading.Complete);
    }

    @Test
    void oneReaderServesManyFiles() {
        Git.write(root, "long.py", "y = 2\n".repeat(50_000));
        Git.write(root, "short.py", "x");
        Recording listing = Recording.of(root);
        FileReader reader = new FileReader(1000);
        assertEquals(50_000, complete(reader.read(listing.file("long.py"), true)).facts().lineCount());
        FileReading.Complete small = complete(reader.read(listing.file("short.py"), true));
        assertEquals(1, small.facts().lineCount());
        assertEquals("x", new String(small.bytes(), StandardCharsets.UTF_8));
    }

    private static FileReading.Complete complete(FileReading reading) {
        return assertInstanceOf(FileReading.Complete.class, reading);
    }

    private static ScanProblem failed(FileReading reading) {
        return assertInstanceOf(FileReading.Failed.class, reading).problem();
    }
}
