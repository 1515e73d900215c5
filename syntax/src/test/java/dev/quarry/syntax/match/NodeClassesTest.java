package dev.quarry.syntax.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.cst.CstTable;
import dev.quarry.syntax.match.NodeAttribute.Holds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The attributes that patterns may name are those that nodes have.
class NodeClassesTest {
    private static final Path SOURCES = Path.of("src/test/resources/golden/cst");

    @Test
    void everyClassHasAttributes() {
        assertEquals(List.of(), Arrays.stream(CstKind.values()).filter(kind -> NodeClasses.attributes(kind) == null)
                .toList());
        assertEquals(List.of(), Arrays.stream(CstKind.values()).filter(CstKind::hasValue)
                .filter(kind -> NodeClasses.attributes(kind).getFirst().holds() != Holds.TEXT).toList());
    }

    @Test
    void everyNodeStandsWhereAnAttributeHoldsItsClass() throws IOException {
        Set<String> unknown = new TreeSet<>();
        Set<CstKind> seen = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".py")).sorted().toList()) {
                SyntaxTree tree = new Parser().parse(Files.readAllBytes(file),
                        new ParseOptions(PythonVersion.newest(), ParseMode.EXEC, false));
                CstTable table = new CstProjector().project(tree);
                for (int row = 1; row < table.size() && tree.diagnostics().isEmpty(); row++) {
                    seen.add(table.kind(row));
                    if (!isKnown(table, row)) {
                        unknown.add(table.kind(table.parent(row)).className() + "." + table.slot(row).attribute() + ": "
                                + table.kind(row).className());
                    }
                }
            }
        }
        assertEquals(Set.of(), unknown);
        assertTrue(seen.size() > 130, () -> "only " + seen.size() + " classes in the sources");
    }

    private static boolean isKnown(CstTable table, int row) {
        return NodeClasses.attributes(table.kind(table.parent(row))).stream()
                .filter(attribute -> attribute.slot() == table.slot(row))
                .anyMatch(attribute -> attribute.kinds().contains(table.kind(row))
                        && switch (attribute.holds()) {
                            case NODE -> table.slotIndex(row) < 0;
                            case SEQUENCE -> table.slotIndex(row) >= 0;
                            case SEQUENCE_OR_NODE -> table.slotIndex(row) < 0 == (table.kind(row) == CstKind.IMPORT_STAR);
                            case TEXT, NOTHING -> false;
                        });
    }
}
