package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.delta.LogFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a run is about to do to a table, relative to the version that it builds on.
final class TableChange {
    private final Dataset dataset;
    private final Path folder;
    private final int buckets;
    private final boolean rebucketed;
    private final List<NewFile> added = new ArrayList<>();
    private final List<LogFile> removed = new ArrayList<>();
    private final List<NewFile> changeFiles = new ArrayList<>();
    private boolean copiesSurvivors;

    TableChange(Dataset dataset, Path folder, int buckets, boolean rebucketed) {
        this.dataset = dataset;
        this.folder = folder;
        this.buckets = buckets;
        this.rebucketed = rebucketed;
    }

    void add(NewFile file) {
        added.add(file);
    }

    void remove(LogFile file) {
        removed.add(file);
    }

    void addChangeFile(NewFile file) {
        changeFiles.add(file);
    }

    /// Notes that a new file holds rows of a removed one: the files alone no longer tell the real changes.
    void copySurvivors() {
        copiesSurvivors = true;
    }

    boolean copiesSurvivors() {
        return copiesSurvivors;
    }

    Dataset dataset() {
        return dataset;
    }

    Path folder() {
        return folder;
    }

    int buckets() {
        return buckets;
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && !rebucketed;
    }

    List<NewFile> added() {
        return added;
    }

    List<NewFile> changeFiles() {
        return changeFiles;
    }

    /// The live files after the change.
    Map<String, LogFile> applyTo(Map<String, LogFile> base) {
        Map<String, LogFile> files = new TreeMap<>(base);
        removed.forEach(file -> files.remove(file.path()));
        added.forEach(file -> files.put(file.entry().path(), file.entry()));
        return files;
    }

    /// The new files' statistics by path.
    Map<String, String> statistics() {
        Map<String, String> statistics = new LinkedHashMap<>();
        added.forEach(file -> statistics.put(file.entry().path(), file.statistics()));
        return statistics;
    }

    long writtenBytes() {
        return added.stream().mapToLong(file -> file.entry().bytes()).sum();
    }

    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        added.forEach(file -> paths.add(file.path()));
        changeFiles.forEach(file -> paths.add(file.path()));
        return paths;
    }
}
