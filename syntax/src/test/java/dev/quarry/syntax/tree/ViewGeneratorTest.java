package dev.quarry.syntax.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The records in the repository are those that [ViewGenerator] writes. `-Dgolden.update=true` rewrites them.
class ViewGeneratorTest {
    private static final Path DIRECTORY = Path.of("src/main/java/dev/quarry/syntax/tree");

    @Test
    void theRecordsAreFresh() throws IOException {
        Map<String, String> files = ViewGenerator.files();
        if (Boolean.getBoolean("golden.update")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(DIRECTORY.resolve(file.getKey()), file.getValue());
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertEquals(file.getValue(), Files.readString(DIRECTORY.resolve(file.getKey())), file::getKey);
        }
        assertEquals(files.keySet(), marked(), "files with the mark of generated ones");
    }

    private static Set<String> marked() throws IOException {
        Set<String> marked = new TreeSet<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).startsWith(ViewGenerator.MARK)) {
                    marked.add(file.getFileName().toString());
                }
            }
        }
        return marked;
    }
}
