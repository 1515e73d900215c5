package dev.quarry.cli;

import dev.quarry.catalog.Catalog;
import dev.quarry.session.RelationListing;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `quarry tables`
@Command(name = "tables", description = "List tables and views, what they hold, and how many rows the store has.")
final class TablesCommand extends QuarryCommand {

    @Mixin
    private StoreOption store;

    @Override
    int run(Console console) {
        List<RelationListing> relations = RelationListing.all(Catalog.standard(), store.snapshot(console));
        int names = relations.stream().mapToInt(relation -> relation.name().length()).max().orElse(0);
        int kinds = relations.stream().mapToInt(relation -> relation.kind().length()).max().orElse(0);
        String format = "%-" + names + "s  %-" + kinds + "s  %12s  %9s  %s\n";
        for (RelationListing relation : relations) {
            console.print(String.format(Locale.ROOT, format, relation.name(), relation.kind(), rows(relation.rows()),
                    relation.bytes().isPresent() ? Amounts.bytes(relation.bytes().getAsLong()) : "",
                    relation.meaning()));
        }
        return ExitCode.DONE;
    }

    private static String rows(OptionalLong rows) {
        return rows.isPresent() ? Amounts.count(rows.getAsLong()) : "";
    }
}
