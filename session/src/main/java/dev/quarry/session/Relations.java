package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.Relation;
import dev.quarry.catalog.View;
import dev.quarry.store.DataFile;
import dev.quarry.store.Snapshot;
import dev.quarry.store.TableVersion;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Defines datasets and views in a database when a query first names them.
///
/// Defining a dataset opens a Parquet footer, so a query over one dataset should not pay for all.
final class Relations {
    private static final Pattern WORD = Pattern.compile("\\w+");
    /// Words of statements, functions and schemas through which a query can see names that it does not mention.
    private static final Set<String> LISTINGS = Set.of("show", "information_schema", "duckdb_views", "duckdb_tables",
            "duckdb_columns", "pg_catalog", "pg_tables", "pg_views", "pg_class", "pg_attribute", "sqlite_master");

    private final Catalog catalog;
    private final Snapshot snapshot;
    private final Set<String> defined = new HashSet<>();

    Relations(Catalog catalog, Snapshot snapshot) {
        this.catalog = catalog;
        this.snapshot = snapshot;
    }

    /// Every file that a query can read.
    List<Path> files() {
        return snapshot.tables().values().stream().flatMap(table -> table.files().stream()).map(DataFile::path).toList();
    }

    /// Defines what a query's text may name. Words in strings and comments count, too: a definition more does no harm.
    synchronized void define(Engine engine, String sql) throws SQLException {
        Matcher words = WORD.matcher(sql);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (LISTINGS.contains(word)) {
                for (String name : catalog.names()) {
                    define(engine, catalog.find(name));
                }
                return;
            }
            Optional<Relation> relation = catalog.lookup(word).filter(found -> found.name().equals(word));
            if (relation.isPresent()) {
                define(engine, relation.get());
            }
        }
    }

    private void define(Engine engine, Relation relation) throws SQLException {
        if (!defined.add(relation.name())) {
            return;
        }
        String query = switch (relation) {
            case View view -> {
                for (String used : view.uses()) {
                    define(engine, catalog.find(used));
                }
                yield view.query();
            }
            case Dataset dataset -> query(dataset);
        };
        try {
            engine.execute("CREATE VIEW " + Catalog.NAME + "." + Catalog.SCHEMA + "." + relation.name() + " AS " + query);
        } catch (SQLException e) {
            defined.remove(relation.name());
            throw e;
        }
    }

    private String query(Dataset dataset) {
        List<DataFile> files = snapshot.table(dataset.name()).map(TableVersion::files).orElse(List.of());
        if (files.isEmpty()) {
            return DuckDbSql.noRows(dataset.columns());
        }
        String partition = dataset.partition().isEmpty() ? "hive_partitioning = false"
                : "hive_partitioning = true, hive_types = {" + dataset.partition().stream()
                        .map(name -> DuckDbSql.text(name) + ": " + DuckDbSql.type(dataset.column(name).type()))
                        .collect(Collectors.joining(", ")) + "}";
        return dataset.columns().stream().map(column -> DuckDbSql.name(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", " FROM read_parquet("))
                + DuckDbSql.paths(files.stream().map(DataFile::path).toList()) + ", " + partition + ")";
    }
}
