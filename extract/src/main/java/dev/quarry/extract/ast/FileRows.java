package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.FileRow;
import dev.quarry.store.batch.BatchBuilder;

/// Rows of `ast_files_v1`: identity and parse manifest, one for each parsed file.
final class FileRows {
    final BatchBuilder rows = new BatchBuilder(AstDatasets.FILES);

    void add(FileRow file, AstOptions options, String parseStatus) {
        rows.strings("repo").add(file.repo());
        rows.strings("path").add(file.path());
        rows.strings("file_id").add(file.fileId());
        rows.strings("file_sha256").add(file.sha256());
        rows.strings("run_id").add(file.runId());
        rows.strings("extractor_hash").add(options.extractorHash());
        rows.strings("parse_mode").add("exec");
        rows.strings("feature_version").add(options.version().toString());
        rows.bools("type_comments").add(true);
        rows.ints("optimize").add(0);
        rows.bools("allow_top_level_await").add(false);
        rows.bools("dont_inherit").add(true);
        rows.strings("python_version_source").add(options.versionSource());
        rows.strings("reference_python").add(options.version().toString());
        rows.strings("parser_name").add(AstOptions.PARSER_NAME);
        rows.strings("parser_version").add(AstOptions.PARSER_VERSION);
        rows.strings("parse_status").add(parseStatus);
        rows.map("attrs").addEmpty();
    }
}
