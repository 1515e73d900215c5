package dev.quarry.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A change to a stored schema shows in the fingerprints and must be meant.
class SchemaFingerprintTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/quarry/catalog/fingerprints.txt");

    @Test
    void fingerprintsAreTheRecordedOnes() throws IOException {
        String actual = Catalog.standard().datasets().stream()
                .map(dataset -> dataset.name() + " " + dataset.schemaFingerprint() + "\n").collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, actual);
        }
        assertEquals(Files.readString(GOLDEN), actual);
    }

    @Test
    void typeAndNullabilityAndOrderCount() {
        Dataset nodes = AstDatasets.NODES;
        assertNotEquals(nodes.schemaFingerprint(), with(nodes, 7, nodes.columns().get(7).asOptional().named("x")));
        assertNotEquals(nodes.schemaFingerprint(), with(nodes, 4, nodes.columns().get(4).asOptional()));
        assertEquals(nodes.schemaFingerprint(), with(nodes, 4, nodes.columns().get(4).asVolatile()));
    }

    private static String with(Dataset dataset, int index, Column column) {
        List<Column> columns = new ArrayList<>(dataset.columns());
        columns.set(index, column);
        return new Dataset(dataset.name(), dataset.stage(), dataset.role(), dataset.family(), dataset.template(),
                dataset.meaning(), columns, dataset.primaryKey(), dataset.joinKeys(), dataset.order())
                .schemaFingerprint();
    }
}
