package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorklistStatementsTest {
    private static final Path RESOURCE = Path.of("src/main/resources/dev/quarry/extract/worklist.properties");

    @Test
    void theResourceIsWhatTheTreesRender() throws IOException {
        StringBuilder expected = new StringBuilder(
                "# Generated from WorklistStatements by its test with -Dgolden.update=true. Do not edit.\n");
        for (Map.Entry<String, String> statement : WorklistStatements.all().entrySet()) {
            expected.append(statement.getKey()).append(" = ")
                    .append(statement.getValue().replace("\\", "\\\\")).append('\n');
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(RESOURCE.getParent());
            Files.writeString(RESOURCE, expected);
        }
        assertEquals(expected.toString(), Files.readString(RESOURCE),
                "stale: run this test with -Dgolden.update=true");
    }
}
