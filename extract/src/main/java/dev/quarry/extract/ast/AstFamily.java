package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import dev.quarry.extract.family.Family;
import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.project.DeclaredPython;
import dev.quarry.extract.rows.Texts;
import java.util.Map;

/// CPython's abstract syntax trees.
public final class AstFamily implements Family {
    static final String PARSER_NAME = "quarry-syntax";
    /// Raised with every change of the parser or of these extractors that changes rows: files are then extracted anew.
    static final String PARSER_VERSION = "2";

    private final DeclaredPython python;
    private final String extractorHash;

    /// @param python grammar and AST shape
    public AstFamily(DeclaredPython python) {
        this.python = python;
        this.extractorHash = StableId.md5Hex("ast\n" + PARSER_NAME + " " + PARSER_VERSION
                + "\nparse_mode=exec\nfeature_version=" + python.version()
                + "\ntype_comments=true\noptimize=0\nmax_nodes=" + AstExtractor.MAX_NODES
                + "\nmax_value_bytes=" + NodeRows.MAX_VALUE_BYTES + "\nmax_text_bytes=" + Texts.MAX_TEXT_BYTES + "\n");
    }

    @Override
    public Dataset fileTable() {
        return AstDatasets.FILES;
    }

    @Override
    public String extractorHash() {
        return extractorHash;
    }

    @Override
    public Map<String, String> options() {
        return Map.of("type_comments", "true", "parse_mode", "exec", "optimize", "0");
    }

    @Override
    public FamilyExtractor newExtractor() {
        return new AstExtractor(this);
    }

    DeclaredPython python() {
        return python;
    }
}
