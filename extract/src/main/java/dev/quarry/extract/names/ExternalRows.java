package dev.quarry.extract.names;

import dev.quarry.catalog.NameDatasets;
import dev.quarry.extract.project.Distribution;
import dev.quarry.extract.project.Distributions;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.names.StandardLibrary;
import java.util.List;

/// Rows of `python_external_interfaces_v1`.
public final class ExternalRows {
    private final String repo;
    private final String runId;
    private final BatchBuilder rows = new BatchBuilder(NameDatasets.EXTERNALS);

    public ExternalRows(String repo, String runId) {
        this.repo = repo;
        this.runId = runId;
    }

    /// What a row says of one top-level module.
    ///
    /// @param distribution null when none or several are known
    /// @param candidates names of several distributions; empty for one or none
    public record External(String name, boolean resolved, String origin, Distribution distribution, boolean isStandard,
            List<String> candidates) {

        /// @param module top-level module that the repository imports and does not have
        public static External of(String module, PythonVersion python, Distributions distributions) {
            if (StandardLibrary.contains(python, module)) {
                return new External(module, true, "stdlib", null, true, List.of());
            }
            Distributions.Match match = distributions.of(module);
            boolean one = match.found().size() == 1;
            return new External(module, one, match.origin(), one ? match.found().getFirst() : null, false,
                    one ? List.of() : match.found().stream().map(Distribution::name).toList());
        }

        /// All columns but those that say which repository and run.
        public String text() {
            return String.join("\u001f", name, resolved ? "resolved" : "unresolved", origin,
                    distribution == null ? "" : distribution.name(),
                    distribution == null || distribution.version() == null ? "" : distribution.version(),
                    Boolean.toString(isStandard), distribution == null ? "" : distribution.source().label(),
                    String.join(",", candidates));
        }
    }

    public void add(External external) {
        Distribution distribution = external.distribution();
        rows.strings("repo").add(repo);
        rows.strings("run_id").add(runId);
        rows.strings("name").add(external.name());
        rows.strings("status").add(external.resolved() ? "resolved" : "unresolved");
        rows.strings("origin").add(external.origin());
        rows.strings("dist_name").add(distribution == null ? null : distribution.name());
        rows.strings("dist_version").add(distribution == null ? null : distribution.version());
        rows.bools("is_stdlib").add(external.isStandard());
        rows.strings("dist_source").add(distribution == null ? null : distribution.source().label());
        ListColumn candidates = rows.list("dist_candidates");
        external.candidates().forEach(candidates.texts()::add);
        candidates.endList();
    }

    /// The rows in one batch; null when there are none.
    public ColumnBatch build() {
        return rows.rows() == 0 ? null : rows.build();
    }
}
