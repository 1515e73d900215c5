package dev.quarry.extract;

import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.NameDatasets;
import dev.quarry.extract.ast.AstFamily;
import dev.quarry.extract.cst.CstFamily;
import dev.quarry.extract.family.Family;
import dev.quarry.extract.names.NameFactsStore;
import dev.quarry.extract.names.NameFamily;
import dev.quarry.extract.project.DeclaredPython;
import dev.quarry.extract.project.ModuleNames;
import dev.quarry.extract.symtable.SymtableFamily;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The families that this version of Quarry extracts, with the options of one run.
///
/// @param python the release of Python that all of them read
/// @param all in the order in which a file's facts are extracted
record Families(DeclaredPython python, List<Family> all) {

    /// @param modules how files are imported
    /// @param names takes what files bind and refer to
    /// @param options what is extracted
    static Families of(DeclaredPython python, ModuleNames modules, NameFactsStore names, FamilyOptions options) {
        return new Families(python, List.of(new AstFamily(python), new SymtableFamily(python),
                new CstFamily(python, options.cst(), modules), new NameFamily(python, modules, names)));
    }

    /// The family of names across files.
    NameFamily names() {
        return (NameFamily) of(NameDatasets.FILES);
    }

    /// The family that a table belongs to.
    ///
    /// @throws IllegalArgumentException if it belongs to none
    Family of(Dataset dataset) {
        return all.stream().filter(family -> family.fileTable().family().equals(dataset.family())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(dataset.name() + " belongs to no family"));
    }

    /// The effective value of every option by name.
    Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("feature_version", python.version().toString());
        options.put("python_version_source", python.source());
        all.forEach(family -> options.putAll(family.options()));
        return options;
    }
}
