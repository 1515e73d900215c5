package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import dev.quarry.extract.family.Family;
import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.project.DeclaredPython;
import dev.quarry.extract.project.ModuleNames;
import dev.quarry.extract.rows.Texts;
import java.util.Map;

/// Concrete syntax with LibCST's node classes, plus names, definitions and calls.
public final class CstFamily implements Family {
    /// Releases of LibCST whose node classes, attributes and positions are reproduced.
    static final String LIBCST_VERSION = "1.8";
    /// The number is raised with every change of the parser or of these extractors that changes rows: files are then
    /// extracted anew.
    static final String PARSER = "quarry-syntax 2";

    private final DeclaredPython python;
    private final CstOptions options;
    private final ModuleNames modules;
    private final String extractorHash;

    /// @param python grammar
    /// @param modules how files are imported
    public CstFamily(DeclaredPython python, CstOptions options, ModuleNames modules) {
        this.python = python;
        this.options = options;
        this.modules = modules;
        StringBuilder text = new StringBuilder("cst\n").append(PARSER).append("\nlibcst=").append(LIBCST_VERSION)
                .append("\nfeature_version=").append(python.version()).append("\nmax_text_bytes=")
                .append(Texts.MAX_TEXT_BYTES).append('\n');
        options().forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        this.extractorHash = StableId.md5Hex(text.toString());
    }

    @Override
    public Dataset fileTable() {
        return CstDatasets.FILES;
    }

    @Override
    public String extractorHash() {
        return extractorHash;
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> texts = options.texts();
        texts.put("module_roots", modules.roots());
        return texts;
    }

    @Override
    public FamilyExtractor newExtractor() {
        return new CstExtractor(this);
    }

    DeclaredPython python() {
        return python;
    }

    CstOptions rowOptions() {
        return options;
    }

    ModuleNames modules() {
        return modules;
    }
}
