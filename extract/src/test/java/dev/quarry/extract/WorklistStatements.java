package dev.quarry.extract;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.RepoDatasets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// Builds the statements of [Worklist] as expression trees and renders them for DuckDB.
///
/// They are rendered when the project is built, into the resource that [Worklist] reads: loading jOOQ at run time
/// took 0.2 to 1.1 s of a start, more than a run that finds nothing to do. [WorklistStatementsTest] fails when the
/// resource is stale.
final class WorklistStatements {
    private static final DSLContext SQL = DSL.using(SQLDialect.DUCKDB,
            new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED));

    private WorklistStatements() {}

    /// All statements by name, in alphabetical order.
    static Map<String, String> all() {
        Map<String, String> statements = new TreeMap<>();
        statements.put("listing_with_previous", render(listingWithPrevious()));
        for (Worklist.Unit unit : Worklist.Unit.values()) {
            statements.put("needed." + unit.id(), render(needed(unit)));
            statements.put("removed." + unit.id(), render(removed(unit)));
            if (unit.isFamily()) {
                statements.put("standing_errors." + unit.id(), render(standingErrors(unit)));
            }
        }
        statements.put("work", render(work()));
        for (ByPath table : ByPath.values()) {
            statements.put("changed." + table.dataset.name(), render(changed(table)));
            statements.put("gone." + table.dataset.name(), render(gone(table)));
        }
        statements.put("differences.python_extensions_v1", render(extensionDifferences()));
        statements.put("all.python_extensions_v1", render(SQL.select(columns(RepoDatasets.PYTHON_EXTENSIONS, "m"))
                .from(staged(Worklist.EXTENSIONS).as("m"))
                .orderBy(field(name("m", "repo_root")), field(name("m", "extension")))));
        return statements;
    }

    /// Every listed file with what the previous manifest knows of it, where size, time and mode are the same and the
    /// time is old enough to be trusted. Parameters: repo, newest trusted modification time in ns (exclusive).
    private static Query listingWithPrevious() {
        Table<?> listing = staged(Worklist.LISTING).as("l");
        Table<?> previous = dataset(RepoDatasets.REPO_FILES).as("p");
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        for (String column : List.of("path", "abs_path", "size_bytes", "mtime_ns", "git_blob_id", "is_tracked", "mode",
                "kind")) {
            columns.add(field(name("l", column)));
        }
        for (String column : List.of("file_sha256", "encoding", "line_count", "kind")) {
            columns.add(field(name("p", column)).as("previous_" + column));
        }
        return SQL.select(columns).from(listing).leftJoin(previous).on(and(
                same("path", "l", "p"), field(name("p", "repo"), String.class).eq(parameter("repo", String.class)),
                same("size_bytes", "l", "p"), same("mtime_ns", "l", "p"), same("mode", "l", "p"),
                field(name("l", "mtime_ns"), Long.class).lt(parameter("trusted_before", Long.class))));
    }

    /// Stages the files for which a unit is missing or stale. Parameters: the extractor hash, where the unit has one.
    private static Query needed(Worklist.Unit unit) {
        Table<?> manifest = staged(Worklist.MANIFEST).as("m");
        Table<?> old = dataset(unit.fileTable()).as("old");
        Condition current = and(same("file_id", "old", "m"), same("file_sha256", "old", "m"));
        if (unit == Worklist.Unit.LINE_INDEX) {
            current = current.and(field(name("old", "line_no"), Integer.class).eq(inline(0)));
        }
        if (unit.isFamily()) {
            current = current.and(field(name("old", "extractor_hash"), String.class)
                    .eq(parameter("extractor_hash", String.class)));
        }
        return SQL.insertInto(staged(Worklist.NEEDED), field(name("path"), String.class), field(name("units"), Integer.class))
                .select(select(field(name("m", "path"), String.class), inline(unit.bit())).from(manifest)
                        .where(applies(unit)).and(notExists(selectOne().from(old).where(current))));
    }

    /// Paths whose rows a unit has and should no longer have. Parameters: repo.
    private static Query removed(Worklist.Unit unit) {
        Table<?> old = dataset(unit.fileTable()).as("old");
        Condition ours = field(name("old", "repo"), String.class).eq(parameter("repo", String.class));
        if (unit == Worklist.Unit.LINE_INDEX) {
            ours = ours.and(field(name("old", "line_no"), Integer.class).eq(inline(0)));
        }
        return SQL.select(field(name("old", "path"))).from(old).where(ours)
                .and(notExists(selectOne().from(staged(Worklist.MANIFEST).as("m"))
                        .where(same("path", "m", "old")).and(applies(unit))))
                .orderBy(field(name("old", "path")));
    }

    /// Files with something to do, each with the bits of its units, in the order in which they are extracted.
    /// Parameters: the bucket count of the order.
    private static Query work() {
        Table<?> needed = select(field(name("path")), bitOrAgg(field(name("units"), Integer.class)).as("units"))
                .from(staged(Worklist.NEEDED)).groupBy(field(name("path"))).asTable("n");
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        for (String column : List.of("path", "abs_path", "file_id", "file_sha256", "size_bytes", "mode", "kind",
                "path_hash")) {
            columns.add(field(name("m", column)));
        }
        columns.add(field(name("n", "units")));
        return SQL.select(columns).from(staged(Worklist.MANIFEST).as("m")).join(needed).on(same("path", "n", "m"))
                .orderBy(field(name("m", "path_hash"), Long.class).mod(parameter("buckets", Long.class)),
                        field(name("m", "path")));
    }

    /// The number of files that a family knows not to parse and that are not extracted in this run. Parameters: repo.
    private static Query standingErrors(Worklist.Unit unit) {
        return SQL.select(count().cast(Long.class)).from(dataset(unit.fileTable()).as("old"))
                .where(field(name("old", "repo"), String.class).eq(parameter("repo", String.class)))
                .and(field(name("old", "parse_status"), String.class).ne(inline("ok")))
                .and(exists(selectOne().from(staged(Worklist.MANIFEST).as("m")).where(same("path", "m", "old"))))
                .and(notExists(selectOne().from(staged(Worklist.NEEDED).as("n")).where(same("path", "n", "old"))
                        .and(field(name("n", "units"), Integer.class).eq(inline(unit.bit())))));
    }

    /// The scan's tables whose rows are compared path by path.
    private enum ByPath {
        REPO_FILES(RepoDatasets.REPO_FILES, Worklist.MANIFEST, List.of("run_id", "hash_reused")),
        SCOPE_MANIFEST(RepoDatasets.SCOPE_MANIFEST, Worklist.SCOPE, List.of("run_id"));

        private final Dataset dataset;
        private final String staged;
        /// Columns that differ from run to run without the file having changed.
        private final List<String> ignored;

        ByPath(Dataset dataset, String staged, List<String> ignored) {
            this.dataset = dataset;
            this.staged = staged;
            this.ignored = ignored;
        }
    }

    /// Rows of a staged table that the dataset does not have in the same form, with all columns, in (bucket, path)
    /// order. Parameters: repo, the bucket count of the order.
    private static Query changed(ByPath table) {
        Condition same = field(name("old", "repo"), String.class).eq(parameter("repo", String.class));
        for (String column : Worklist.stagedColumns(table.dataset)) {
            if (!table.ignored.contains(column)) {
                same = same.and(field(name("old", column)).isNotDistinctFrom(field(name("m", column))));
            }
        }
        Field<Long> hash = field(name("m", "path_hash"), Long.class);
        return SQL.select(columns(table.dataset, "m")).from(staged(table.staged).as("m"))
                .where(notExists(selectOne().from(dataset(table.dataset).as("old")).where(same)))
                .orderBy(hash.mod(parameter("buckets", Long.class)), field(name("m", "path")));
    }

    /// Paths that the dataset has and the staged table does not. Parameters: repo.
    private static Query gone(ByPath table) {
        return SQL.select(field(name("old", "path"))).from(dataset(table.dataset).as("old"))
                .where(field(name("old", "repo"), String.class).eq(parameter("repo", String.class)))
                .and(notExists(selectOne().from(staged(table.staged).as("m")).where(same("path", "m", "old"))));
    }

    /// The number of extensions that are new or gone. Parameters: repo, repo.
    private static Query extensionDifferences() {
        List<SelectFieldOrAsterisk> now = new ArrayList<>();
        List<SelectFieldOrAsterisk> before = new ArrayList<>();
        for (String column : List.of("extension", "source", "repo_root")) {
            now.add(field(name("m", column)));
            before.add(field(name("old", column)));
        }
        Table<?> staged = staged(Worklist.EXTENSIONS).as("m");
        Table<?> old = dataset(RepoDatasets.PYTHON_EXTENSIONS).as("old");
        Condition ours = field(name("old", "repo"), String.class).eq(parameter("repo", String.class));
        Table<?> added = SQL.select(now).from(staged).except(SQL.select(before).from(old).where(ours)).asTable("added");
        Table<?> lost = SQL.select(before).from(old).where(ours).except(SQL.select(now).from(staged)).asTable("lost");
        return SQL.select(field(SQL.selectCount().from(added)).plus(field(SQL.selectCount().from(lost))));
    }

    private static List<SelectFieldOrAsterisk> columns(Dataset dataset, String table) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        for (String column : Worklist.stagedColumns(dataset)) {
            columns.add(field(name(table, column)));
        }
        return columns;
    }

    private static Condition applies(Worklist.Unit unit) {
        return switch (unit) {
            case AST, SYMTABLE, CST, NAMES -> field(name("m", "parsed"), Boolean.class).isTrue();
            case LINE_INDEX -> field(name("m", "has_lines"), Boolean.class).isTrue();
            case BLOBS -> trueCondition();
        };
    }

    private static Condition same(String column, String left, String right) {
        return field(name(left, column)).eq(field(name(right, column)));
    }

    private static <T> Field<T> parameter(String name, Class<T> type) {
        return param(name, type);
    }

    private static Table<?> staged(String table) {
        return table(name("staging", table));
    }

    private static Table<?> dataset(Dataset dataset) {
        return table(name(dataset.name()));
    }

    private static String render(Query query) {
        return SQL.render(query);
    }
}
