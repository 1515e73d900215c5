package dev.quarry.extract.family;

import dev.quarry.catalog.Dataset;
import java.util.Map;

/// A family of datasets that is extracted from syntax trees: what a run has to know of it.
public interface Family {
    /// The dataset with one row per parsed file, which gives the family its name.
    Dataset fileTable();

    /// Hash of the extractor's version and its effective options. Rows made under another one are stale.
    String extractorHash();

    /// The effective value of every option by name, for the record of the run; those of the language's version, which
    /// all families share, are not among them.
    Map<String, String> options();

    /// An extractor for one worker.
    FamilyExtractor newExtractor();
}
