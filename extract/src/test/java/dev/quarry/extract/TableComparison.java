package dev.quarry.extract;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares all tables of two stores, row for row, each as often as it is there. Left out are tables about runs, the id
/// of the run that wrote a row, and columns that the catalog marks as depending on the machine.
final class TableComparison {
    private static final int SHOWN = 6;

    private TableComparison() {}

    /// Differences for people to read: rows that only the one or the other has. Empty when there is none.
    static List<String> differences(Reading expected, Reading actual) {
        List<String> differences = new ArrayList<>();
        for (Dataset dataset : Catalog.standard().datasets()) {
            if (dataset.stage() == Dataset.Stage.CORE && dataset.role() != Dataset.Role.RUN) {
                compare(dataset, expected, actual, differences);
            }
        }
        return differences;
    }

    private static void compare(Dataset dataset, Reading expected, Reading actual, List<String> differences) {
        String columns = dataset.storedColumns().stream()
                .filter(column -> !column.isVolatile() && !column.name().equals("run_id")).map(Column::name)
                .collect(Collectors.joining(", "));
        String path = dataset.pathColumn() == null ? "''" : dataset.pathColumn();
        String sums = "SELECT " + path + " || ' ' || count(*) || ' ' || sum(hash(" + columns + ")) AS line FROM "
                + dataset.name() + " GROUP BY " + path + " ORDER BY line";
        List<String> wanted = expected.texts(sums);
        List<String> found = actual.texts(sums);
        if (wanted.equals(found)) {
            return;
        }
        Set<String> paths = new TreeSet<>();
        paths.addAll(onlyIn(wanted, found));
        paths.addAll(onlyIn(found, wanted));
        for (String line : paths.stream().map(TableComparison::path).distinct().limit(SHOWN).toList()) {
            String rows = "SELECT CAST(struct_pack(" + columns + ") AS VARCHAR) AS line FROM " + dataset.name()
                    + " WHERE " + path + " = '" + line.replace("'", "''") + "' ORDER BY line";
            List<String> wantedRows = expected.texts(rows);
            List<String> foundRows = actual.texts(rows);
            onlyIn(wantedRows, foundRows).stream().limit(SHOWN).forEach(row ->
                    differences.add(dataset.name() + " lacks " + row));
            onlyIn(foundRows, wantedRows).stream().limit(SHOWN).forEach(row ->
                    differences.add(dataset.name() + " has beside them " + row));
        }
        if (differences.isEmpty()) {
            differences.add(dataset.name() + " has some rows in another number: " + paths);
        }
    }

    private static String path(String line) {
        return line.substring(0, line.lastIndexOf(' ', line.lastIndexOf(' ') - 1));
    }

    private static List<String> onlyIn(List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }
}
