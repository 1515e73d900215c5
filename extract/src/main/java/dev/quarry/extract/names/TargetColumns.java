package dev.quarry.extract.names;

import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.resolve.BindingKind;
import dev.quarry.syntax.resolve.ModuleIndex;
import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The columns that say where something leads, of tables that have all of them.
final class TargetColumns {
    /// What a row says of one target.
    ///
    /// @param file number of the target's file, -1 for none
    /// @param start offset in that file, -1 for none
    record Described(String status, String reason, String kind, int file, int start, int end, String name) {
        /// The same as the only target.
        private Described alone() {
            return status.equals("candidates") ? new Described("resolved", reason, kind, file, start, end, name) : this;
        }
    }

    private static final Comparator<Described> ORDER = Comparator
            .comparing((Described target) -> target.file < 0).thenComparingInt(Described::file)
            .thenComparingInt(Described::start).thenComparing(Described::kind)
            .thenComparing(Described::name, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Described::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final IntColumn index;
    private final DictionaryColumn status;
    private final DictionaryColumn reason;
    private final DictionaryColumn kind;
    private final DictionaryColumn file;
    private final IntColumn start;
    private final IntColumn end;
    private final DictionaryColumn name;

    TargetColumns(BatchBuilder rows) {
        index = rows.ints("target_index");
        status = rows.dictionary("status");
        reason = rows.dictionary("reason");
        kind = rows.dictionary("target_kind");
        file = rows.dictionary("target_file_id");
        start = rows.ints("target_bstart");
        end = rows.ints("target_bend");
        name = rows.dictionary("target_name");
    }

    /// Adds one row.
    void add(RepositoryModules modules, Described target, int place) {
        index.add(place);
        status.add(target.status());
        reason.add(target.reason());
        kind.add(target.kind());
        file.add(target.file() < 0 ? null : modules.file(target.file()).fileId());
        add(start, target.start());
        add(end, target.end());
        name.add(target.name());
    }

    private static void add(IntColumn column, int offset) {
        if (offset < 0) {
            column.addNull();
        } else {
            column.add(offset);
        }
    }

    /// The targets in the order of the rows: by file and place, then what is outside, then what is not known.
    static List<Described> describe(List<Target> targets, RepositoryModules modules, ModuleIndex index) {
        boolean alone = targets.size() == 1
                && !(targets.getFirst() instanceof Target.Module(String name) && modules.main(name).length > 1);
        String found = alone ? "resolved" : "candidates";
        List<Described> described = new ArrayList<>(targets.size());
        for (Target target : targets) {
            switch (target) {
                case Target.Definition(int file, int binding) -> {
                    NameFacts facts = index.facts(file);
                    described.add(new Described(found, null, label(facts.bindingKind(binding)), file,
                            facts.bindingStart(binding), facts.bindingEnd(binding), facts.bindingName(binding)));
                }
                case Target.Lambda(int file, int start) ->
                        described.add(new Described(found, null, "lambda", file, start, -1, null));
                case Target.Module(String name) -> {
                    int[] files = modules.main(name);
                    for (int file : files) {
                        described.add(new Described(found, null, "module", file, 0, -1, SamePackages.dotted(name)));
                    }
                    if (files.length == 0) {
                        described.add(new Described(found, null, "module", -1, -1, -1, SamePackages.dotted(name)));
                    }
                }
                case Target.External(String path) ->
                        described.add(new Described("external", null, "external", -1, -1, -1, path));
                case Target.Unknown(var reason) ->
                        described.add(new Described("unresolved", reason.label(), "unknown", -1, -1, -1, null));
            }
        }
        return described.size() == 1 ? described : distinct(described);
    }

    /// In order, each once: a module can be found by more than one name.
    private static List<Described> distinct(List<Described> described) {
        described.sort(ORDER);
        List<Described> distinct = new ArrayList<>(described.size());
        for (Described target : described) {
            if (distinct.isEmpty() || !distinct.getLast().equals(target)) {
                distinct.add(target);
            }
        }
        return distinct.size() == 1 ? List.of(distinct.getFirst().alone()) : distinct;
    }

    private static String label(BindingKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
