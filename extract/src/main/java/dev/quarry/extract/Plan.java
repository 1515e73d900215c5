package dev.quarry.extract;

import dev.quarry.catalog.Dataset;
import dev.quarry.session.Session;
import dev.quarry.store.RunWriter;
import dev.quarry.store.TableWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a run has to do: which units are missing or stale for which files, which paths lose their rows, and the opened
/// tables that will hold the rows.
final class Plan {
    private final Session session;
    private final Statements statements;
    private final String repo;
    private final List<Worklist.Unit> units = new ArrayList<>();
    private final Map<String, TableWriter> writers = new LinkedHashMap<>();
    private final long filesToExtract;
    private long removedFiles;

    /// @param sourceBytes bytes of the repository's files in scope
    Plan(RunWriter run, Session session, Statements statements, String repo, List<Dataset> datasets, Families families,
            long sourceBytes) {
        this.session = session;
        this.statements = statements;
        this.repo = repo;
        for (Worklist.Unit unit : Worklist.Unit.values()) {
            if (datasets.stream().anyMatch(unit::writes)) {
                units.add(unit);
                stageNeeded(unit, families);
            }
        }
        this.filesToExtract = Rows.single(session, "SELECT count(DISTINCT path) FROM staging." + Worklist.NEEDED);
        for (Dataset dataset : datasets) {
            int buckets = dataset.pathColumn() != null
                    ? BucketPlan.buckets(dataset, run.base(), run.repoKey(), sourceBytes) : 1;
            writers.put(dataset.name(), run.table(dataset, buckets));
        }
    }

    private void stageNeeded(Worklist.Unit unit, Families families) {
        String statement = statements.get("needed." + unit.id());
        if (unit.isFamily()) {
            session.execute(statement, families.of(unit.fileTable()).extractorHash());
        } else {
            session.execute(statement);
        }
    }

    String repo() {
        return repo;
    }

    /// Bits of the units that this run writes.
    int enabledUnits() {
        int bits = 0;
        for (Worklist.Unit unit : units) {
            bits |= unit.bit();
        }
        return bits;
    }

    /// Files that are read to extract something.
    long filesToExtract() {
        return filesToExtract;
    }

    /// Files that did not parse in an earlier run and have not changed since.
    long filesWithStandingErrors() {
        // All families find the same errors.
        return units.stream().filter(Worklist.Unit::isFamily).findFirst()
                .map(unit -> Rows.single(session, statements.get("standing_errors." + unit.id()), repo)).orElse(0L);
    }

    /// Files that had rows and are gone.
    long removedFiles() {
        return removedFiles;
    }

    /// Whether the run writes a dataset.
    boolean writes(Dataset dataset) {
        return writers.containsKey(dataset.name());
    }

    /// The opened table of a dataset that the run writes.
    TableWriter writer(Dataset dataset) {
        return writers.get(dataset.name());
    }

    /// Drops the rows of files that are extracted again or are gone. Tables that hold nothing of the repository yet
    /// have nothing to drop.
    void dropReplaced() {
        for (Worklist.Unit unit : units) {
            try (Rows stale = Rows.of(session, "SELECT path FROM staging." + Worklist.NEEDED + " WHERE units = ?",
                    unit.bit())) {
                while (stale.next()) {
                    replace(unit, stale.getString(0));
                }
            }
            long removed = 0;
            try (Rows gone = Rows.of(session, statements.get("removed." + unit.id()), repo)) {
                while (gone.next()) {
                    replace(unit, gone.getString(0));
                    removed++;
                }
            }
            removedFiles = Math.max(removedFiles, removed);
        }
    }

    /// Drops the rows of a file from every table that the run writes by file.
    void replaceEverywhere(String path) {
        for (Worklist.Unit unit : units) {
            replace(unit, path);
        }
    }

    private void replace(Worklist.Unit unit, String path) {
        for (TableWriter writer : writers.values()) {
            if (unit.writes(writer.dataset())) {
                writer.replace(path);
            }
        }
    }
}
