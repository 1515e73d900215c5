package dev.quarry.extract;

import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.syntax.PythonVersion;
import java.nio.file.Path;
import java.util.List;

/// What to extract, from where, to where.
///
/// @param root folder that is the root of what is extracted and of all paths
/// @param store folder of the store; null for `.quarry` inside the root
/// @param datasets datasets, families or views by any of their names; empty for every core dataset
/// @param python grammar and AST shape; null for the default
/// @param moduleRoots folders below the root that modules are imported from; empty for what the repository says
/// @param scan which files count
/// @param options what the families extract
/// @param jobs worker threads, at least 1
/// @param label a name for the run, null for none
/// @param version version of Quarry, which is recorded with the run
public record ExtractionRequest(Path root, Path store, List<String> datasets, PythonVersion python,
        List<String> moduleRoots, ScanOptions scan, FamilyOptions options, int jobs, String label,
        String version) {

    /// The folder inside a repository that holds its store unless another place is named.
    public static final String DEFAULT_STORE = ".quarry";

    public ExtractionRequest {
        datasets = List.copyOf(datasets);
        moduleRoots = List.copyOf(moduleRoots);
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, not " + jobs);
        }
    }

    /// A request for everything that the families can extract, with the module roots that the repository says.
    public ExtractionRequest(Path root, Path store, List<String> datasets, PythonVersion python, ScanOptions scan,
            int jobs, String label, String version) {
        this(root, store, datasets, python, List.of(), scan, FamilyOptions.defaults(), jobs, label, version);
    }

    /// Where the store is.
    public Path storeFolder() {
        return store == null ? root.resolve(DEFAULT_STORE) : store;
    }
}
