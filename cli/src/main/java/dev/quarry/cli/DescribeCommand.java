package dev.quarry.cli;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.session.RelationDescription;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `quarry describe NAME`
@Command(name = "describe", description = {"Show the columns of a table or view.",
    "Types: str, i32, i64, f32, f64, bool, bin, list, map, struct; '!' is never NULL,",
    "'~' depends on the machine or the run."})
final class DescribeCommand extends QuarryCommand {

    @Parameters(paramLabel = "NAME", description = "The table or view, e.g. ast_nodes.")
    private String name;

    @Mixin
    private StoreOption store;

    @Override
    int run(Console console) {
        RelationDescription relation = RelationDescription.of(Catalog.standard(), store.snapshot(console), name);
        console.println(relation.name() + " (" + relation.kind()
                + (relation.rows().isPresent() ? ", " + Amounts.count(relation.rows().getAsLong()) + " rows" : "") + ")");
        console.println(relation.meaning());
        names(console, "computed from", relation.uses());
        names(console, "a row is identified by", relation.primaryKey());
        names(console, "joins by", relation.joinKeys());
        names(console, "sorted by", relation.order());
        names(console, "partitioned by", relation.partition());
        console.println("");
        List<Column> columns = relation.columns();
        int width = columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
        int types = columns.stream().mapToInt(column -> column.notation().length()).filter(length -> length <= 20)
                .max().orElse(0);
        for (Column column : columns) {
            console.println(String.format(Locale.ROOT, "  %-" + width + "s  %-" + Math.max(1, types) + "s  %s",
                    column.name(), column.notation(), column.meaning()).stripTrailing());
        }
        return ExitCode.DONE;
    }

    private static void names(Console console, String label, List<String> names) {
        if (!names.isEmpty()) {
            console.println(label + " " + String.join(", ", names));
        }
    }
}
