package dev.quarry.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A table at one version.
///
/// @param dataset name of the dataset
/// @param folder the table's folder, absolute
/// @param version version in the Delta log
/// @param schemaFingerprint MD5 of the schema, as in `runs_v1.datasets`
/// @param extractorHash of the run that wrote it last; null where a dataset has none
/// @param buckets number of buckets by `repo_key`; empty for tables without partitions
/// @param files all live files, sorted by path
public record TableVersion(String dataset, Path folder, long version, String schemaFingerprint, String extractorHash,
        Map<String, Integer> buckets, List<DataFile> files) {

    public TableVersion {
        buckets = Map.copyOf(buckets);
        files = List.copyOf(files);
    }

    public long rows() {
        return files.stream().mapToLong(DataFile::rows).sum();
    }

    public long bytes() {
        return files.stream().mapToLong(DataFile::bytes).sum();
    }

    /// The files of one repository.
    public List<DataFile> files(String repoKey) {
        return files.stream().filter(file -> repoKey.equals(file.repoKey())).toList();
    }
}
