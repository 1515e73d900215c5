package dev.quarry.extract.ast;

import dev.quarry.catalog.StableId;
import dev.quarry.syntax.PythonVersion;

/// What decides the rows of the AST family, beside the files' bytes.
///
/// @param version grammar and AST shape
/// @param versionSource where the version comes from, as [dev.quarry.extract.project.DeclaredPython#source] says
public record AstOptions(PythonVersion version, String versionSource) {
    static final String PARSER_NAME = "quarry-syntax";
    /// Raised with every change of the parser or of these extractors that changes rows: files are then extracted anew.
    static final String PARSER_VERSION = "2";

    /// Hash of the extractor's version and its effective options.
    public String extractorHash() {
        return StableId.md5Hex("ast\n" + PARSER_NAME + " " + PARSER_VERSION + "\nparse_mode=exec\nfeature_version="
                + version + "\ntype_comments=true\noptimize=0\nmax_nodes=" + AstExtractor.MAX_NODES
                + "\nmax_value_bytes=" + NodeRows.MAX_VALUE_BYTES + "\nmax_text_bytes=" + Texts.MAX_TEXT_BYTES + "\n");
    }
}
