package dev.quarry.extract;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.CstDatasets;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.NameDatasets;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.extract.family.OptionException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which datasets a run writes.
final class ChosenDatasets {
    private ChosenDatasets() {}

    /// The datasets that are written: those asked for, by default every core dataset but the files' content; and the
    /// manifest, which every run needs.
    static List<Dataset> of(ExtractionRequest request) {
        Catalog catalog = Catalog.standard();
        List<Dataset> chosen = new ArrayList<>();
        if (request.datasets().isEmpty()) {
            chosen.addAll(catalog.datasets());
            chosen.removeIf(dataset -> dataset.stage() != Dataset.Stage.CORE);
            if (!request.scan().emitBlobs()) {
                chosen.remove(RepoDatasets.REPO_FILE_BLOBS);
            }
        } else {
            Set<Dataset> named = new LinkedHashSet<>();
            named.add(RepoDatasets.REPO_FILES);
            for (Dataset dataset : catalog.resolve(request.datasets())) {
                // A file's facts are replaced together, or the file table would call facts current that are not there.
                named.addAll(dataset.family() == null ? List.of(dataset) : catalog.family(dataset.family()));
            }
            chosen.addAll(named);
            if (request.scan().emitBlobs() && !chosen.contains(RepoDatasets.REPO_FILE_BLOBS)) {
                chosen.add(RepoDatasets.REPO_FILE_BLOBS);
            }
        }
        if (chosen.contains(NameDatasets.EXTERNALS) || chosen.contains(NameDatasets.FILES)) {
            catalog.family(NameDatasets.FILES.family()).stream().filter(each -> !chosen.contains(each))
                    .forEach(chosen::add);
            if (!chosen.contains(NameDatasets.EXTERNALS)) {
                chosen.add(NameDatasets.EXTERNALS);
            }
        }
        if (!request.options().cst().templates().isEmpty() && !chosen.contains(CstDatasets.FILES)) {
            throw new OptionException("templates match concrete syntax, which the named datasets leave out:"
                    + " add cst_matches");
        }
        chosen.removeIf(dataset -> dataset.role() == Dataset.Role.RUN);
        return List.copyOf(chosen);
    }
}
