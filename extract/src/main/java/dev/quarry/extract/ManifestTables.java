package dev.quarry.extract;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.catalog.StableId;
import dev.quarry.session.Session;
import dev.quarry.store.TableWriter;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBuilder;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.LongColumn;
import dev.quarry.store.batch.StringColumn;
import java.util.List;

/// Writes the tables of the scan: rows that are not in the previous version in the same form come, rows whose path is
/// gone go, the others stay unwritten.
final class ManifestTables {
    private static final int BATCH_ROWS = 8192;

    private final Session session;
    private final Statements statements;
    private final String repo;

    ManifestTables(Session session, Statements statements, String repo) {
        this.session = session;
        this.statements = statements;
        this.repo = repo;
    }

    /// Writes those of the scan's tables that the plan has.
    void write(Plan plan, int orderBuckets) {
        writeByPath(plan, RepoDatasets.REPO_FILES, orderBuckets);
        writeByPath(plan, RepoDatasets.SCOPE_MANIFEST, orderBuckets);
        writeWhole(plan, RepoDatasets.PYTHON_EXTENSIONS);
    }

    private void writeByPath(Plan plan, Dataset dataset, int orderBuckets) {
        if (!plan.writes(dataset)) {
            return;
        }
        TableWriter writer = plan.writer(dataset);
        try (Rows gone = Rows.of(session, statements.get("gone." + dataset.name()), repo)) {
            while (gone.next()) {
                writer.replace(gone.getString(0));
            }
        }
        int path = dataset.storedColumns().indexOf(dataset.column("path"));
        BatchBuilder builder = new BatchBuilder(dataset);
        int bucket = 0;
        try (Rows changed = Rows.of(session, statements.get("changed." + dataset.name()), repo, (long) orderBuckets)) {
            while (changed.next()) {
                String text = changed.getString(path);
                int next = (int) (StableId.pathHash(text) % orderBuckets);
                if (builder.rows() > 0 && (next != bucket || builder.rows() == BATCH_ROWS)) {
                    writer.append(bucket, builder.build());
                }
                bucket = next;
                writer.replace(text);
                add(builder, dataset.storedColumns(), changed);
            }
        }
        if (builder.rows() > 0) {
            writer.append(bucket, builder.build());
        }
    }

    /// A table without a path is small: it is written anew as a whole when anything in it changed.
    private void writeWhole(Plan plan, Dataset dataset) {
        if (!plan.writes(dataset)) {
            return;
        }
        long changed = Rows.single(session, statements.get("differences." + dataset.name()), repo, repo);
        if (changed == 0) {
            return;
        }
        TableWriter writer = plan.writer(dataset);
        writer.replaceAll();
        BatchBuilder builder = new BatchBuilder(dataset);
        try (Rows rows = Rows.of(session, statements.get("all." + dataset.name()))) {
            while (rows.next()) {
                add(builder, dataset.storedColumns(), rows);
            }
        }
        if (builder.rows() > 0) {
            writer.append(0, builder.build());
        }
    }

    private static void add(BatchBuilder builder, List<Column> columns, Rows row) {
        for (int i = 0; i < columns.size(); i++) {
            ColumnBuilder target = builder.columns().get(i);
            if (row.isNull(i)) {
                target.addNull();
                continue;
            }
            switch (target) {
                case StringColumn text -> text.add(row.getString(i));
                case LongColumn number -> number.add(row.getLong(i));
                case IntColumn number -> number.add(row.getInt(i));
                case BoolColumn truth -> truth.add(row.getBoolean(i));
                default -> throw new IllegalStateException(
                        "no scan table has a column like " + columns.get(i).name());
            }
        }
    }
}
