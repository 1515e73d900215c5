package dev.quarry.extract.symtable;

import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import dev.quarry.catalog.SymtableDatasets;
import dev.quarry.extract.family.Family;
import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.project.DeclaredPython;
import java.util.Map;

/// CPython's symbol tables: scopes, and the names in them.
public final class SymtableFamily implements Family {
    /// Raised with every change of the parser or of these extractors that changes rows: files are then extracted anew.
    static final String PARSER_VERSION = "1";

    private final DeclaredPython python;
    private final String extractorHash;

    /// @param python grammar, and release whose scopes and symbols are reproduced
    public SymtableFamily(DeclaredPython python) {
        this.python = python;
        this.extractorHash = StableId.md5Hex("symtable\n" + PARSER_VERSION + "\ncompile_type=exec\nfeature_version="
                + python.version() + "\ninclude_synthetic=true\nmax_qualpath_length=" + SymtableExtractor.MAX_QUALPATH_LENGTH + "\n");
    }

    @Override
    public Dataset fileTable() {
        return SymtableDatasets.FILES;
    }

    @Override
    public String extractorHash() {
        return extractorHash;
    }

    @Override
    public Map<String, String> options() {
        return Map.of("compile_type", "exec", "include_synthetic", "true");
    }

    @Override
    public FamilyExtractor newExtractor() {
        return new SymtableExtractor(this);
    }

    DeclaredPython python() {
        return python;
    }
}
