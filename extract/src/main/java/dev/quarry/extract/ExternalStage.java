package dev.quarry.extract;

import dev.quarry.catalog.NameDatasets;
import dev.quarry.catalog.StableId;
import dev.quarry.extract.names.ExternalRows;
import dev.quarry.extract.names.ExternalRows.External;
import dev.quarry.extract.names.NameFamily;
import dev.quarry.extract.project.Distributions;
import dev.quarry.session.Session;
import dev.quarry.store.TableVersion;
import dev.quarry.store.TableWriter;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.resolve.ImportedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes what the modules outside the repository come from, when the repository imports others than before or its
/// distributions have changed.
final class ExternalStage {
    /// Raised with every change that changes rows.
    private static final String VERSION = "1";

    private final Session session;
    private final String repo;
    private final NameFamily family;
    private final Distributions distributions;
    private final PythonVersion python;

    ExternalStage(Session session, String repo, Families families, Distributions distributions) {
        this.session = session;
        this.repo = repo;
        this.family = families.names();
        this.python = families.python().version();
        this.distributions = distributions;
    }

    /// The virtual environments whose metadata is read, for the record of the run.
    String environments() {
        return String.join(",", distributions.environments());
    }

    /// A hash of everything that the rows depend on, but for the files.
    String hash() {
        return StableId.md5Hex("external\n" + VERSION + "\n" + repo + "\n" + python + "\n" + distributions.fingerprint());
    }

    /// @param base the table in the run that is built on
    /// @param filesGone whether files have disappeared since then
    void run(Plan plan, String runId, Optional<TableVersion> base, boolean filesGone) {
        if (!filesGone && family.changedPaths().isEmpty()
                && base.map(TableVersion::extractorHash).filter(hash()::equals).isPresent()) {
            return;
        }
        List<External> now = imported().stream().map(name -> External.of(name, python, distributions)).toList();
        if (now.stream().map(External::text).toList().equals(before())) {
            return;
        }
        TableWriter writer = plan.writer(NameDatasets.EXTERNALS);
        writer.replaceAll();
        ExternalRows rows = new ExternalRows(repo, runId);
        now.forEach(rows::add);
        ColumnBatch batch = rows.build();
        if (batch != null) {
            writer.append(0, batch);
        }
    }

    /// The top-level modules that files import by absolute names and the repository does not have, in order.
    private Set<String> imported() {
        Set<String> present = new TreeSet<>();
        Set<String> unchanged = new TreeSet<>();
        try (Rows rows = Rows.of(session, "SELECT path FROM staging." + Worklist.MANIFEST + " WHERE parsed")) {
            while (rows.next()) {
                String path = rows.getString(0);
                family.modules().of(path).ifPresent(module -> present.add(ImportedModule.top(module.name())));
                if (!family.changedPaths().contains(path)) {
                    unchanged.add(path);
                }
            }
        }
        Set<String> imported = new TreeSet<>(family.importedModules());
        if (!unchanged.isEmpty()) {
            try (Rows rows = Rows.of(session, "SELECT DISTINCT path, CASE WHEN kind = 'import' THEN name"
                    + " ELSE module END FROM python_imports_v1 WHERE repo = ? AND level = 0", repo)) {
                while (rows.next()) {
                    if (!rows.isNull(1) && unchanged.contains(rows.getString(0))) {
                        imported.add(ImportedModule.top(rows.getString(1)));
                    }
                }
            }
        }
        imported.removeAll(present);
        return imported;
    }

    /// The rows of the run that is built on, as [External#text] writes them.
    private List<String> before() {
        List<String> texts = new ArrayList<>();
        try (Rows rows = Rows.of(session, "SELECT concat_ws(chr(31), name, status, coalesce(origin, ''),"
                + " coalesce(dist_name, ''), coalesce(dist_version, ''), CAST(is_stdlib AS VARCHAR),"
                + " coalesce(dist_source, ''), array_to_string(dist_candidates, ','))"
                + " FROM python_external_interfaces_v1 WHERE repo = ? ORDER BY name", repo)) {
            while (rows.next()) {
                texts.add(rows.getString(0));
            }
        }
        return texts;
    }
}
