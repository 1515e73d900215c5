package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.NameResolver;
import dev.quarry.syntax.resolve.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Compares what calls were seen to call, as `trace_library.py` writes it, with what the resolver says.
final class CallComparison {
    private static final String OUTSIDE = "outside";

    /// A call expression, with what it was seen to call: `path:line` of functions and classes, or [#OUTSIDE].
    private record Seen(int file, int call, int line, Set<String> targets) {}

    private final LibraryModules modules;
    private final NameResolver resolver;
    private final Map<Long, Seen> seen = new LinkedHashMap<>();
    /// By file: calls by their span.
    private final Map<Integer, Map<Long, Integer>> spans = new HashMap<>();

    CallComparison(LibraryModules modules) {
        this.modules = modules;
        resolver = new NameResolver(modules, PythonVersion.PY313);
    }

    /// Adds a line of the recording.
    void add(String recorded) {
        String[] fields = recorded.split("\t", -1);
        int file = modules.file(fields[0]);
        int line = Integer.parseInt(fields[1]);
        int start = modules.lineStart(file, line) + Integer.parseInt(fields[2]);
        int end = modules.lineStart(file, Integer.parseInt(fields[3])) + Integer.parseInt(fields[4]);
        Integer call = spans.computeIfAbsent(file, this::calls).get(span(start, end));
        if (call == null) {
            throw new IllegalArgumentException("no call at " + recorded);
        }
        seen.computeIfAbsent(span(file, call), key -> new Seen(file, call, line, new LinkedHashSet<>())).targets()
                .add(fields[5].isEmpty() ? OUTSIDE : fields[5] + ":" + fields[6]);
    }

    private Map<Long, Integer> calls(int file) {
        NameFacts facts = modules.facts(file);
        Map<Long, Integer> calls = new HashMap<>();
        for (int call = 0; call < facts.callCount(); call++) {
            calls.put(span(facts.callStart(call), facts.callEnd(call)), call);
        }
        return calls;
    }

    private static long span(int start, int end) {
        return (long) start << Integer.SIZE | end;
    }

    /// Counts of a part of the files.
    static final class Figures {
        /// Calls that reached functions or classes of the library.
        int seen;
        /// Of these, the sum of the shares of them that the answers name.
        double named;
        int resolved;
        int right;
        int candidates;
        double candidatesNamed;
        /// Calls of which something is not named, by kind of the answer.
        final Map<String, List<String>> missed = new TreeMap<>();
        /// Answers with status `resolved` that are not all that was called, by what else was.
        final Map<String, List<String>> wrong = new TreeMap<>();

        double recall() {
            return seen == 0 ? 1 : named / seen;
        }

        double precision() {
            return resolved == 0 ? 1 : (double) right / resolved;
        }

        /// A row of a table.
        String row(String title) {
            return "| %s | %d | %.1f %% | %d | %.1f %% | %d | %.1f %% |".formatted(title, seen, 100 * recall(),
                    resolved, 100 * precision(), candidates, candidates == 0 ? 100 : 100 * candidatesNamed / candidates);
        }

        /// The row, the kinds of what is wrong and missed with their counts, most first, and all findings.
        String report(String title) {
            return "%s\nwrong:\n%s\nmissed:\n%s\n%s%s".formatted(row(title), rows(wrong), rows(missed),
                    findings("wrong", wrong), findings("missed", missed));
        }

        private static String rows(Map<String, List<String>> kinds) {
            return kinds.entrySet().stream()
                    .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                    .map(entry -> "| " + entry.getKey() + " | " + entry.getValue().size() + " |")
                    .collect(Collectors.joining("\n"));
        }

        private static String findings(String what, Map<String, List<String>> kinds) {
            StringBuilder lines = new StringBuilder();
            kinds.forEach((kind, places) -> places.stream().sorted().forEach(
                    place -> lines.append(what).append(": ").append(kind).append(" # ").append(place).append('\n')));
            return lines.toString();
        }
    }

    /// Counts the calls seen in files whose path is of a kind.
    Figures figures(Predicate<String> ofKind) {
        Figures figures = new Figures();
        for (Seen call : seen.values()) {
            if (ofKind.test(modules.path(call.file()))) {
                count(call, figures);
            }
        }
        return figures;
    }

    private void count(Seen call, Figures figures) {
        List<Target> answer = resolver.callees(call.file(), call.call());
        Set<String> shown = new TreeSet<>();
        answer.forEach(target -> shown.add(show(target)));
        String place = modules.path(call.file()) + ":" + call.line() + " " + shown + ", called " + call.targets();
        boolean isHere = answer.stream().anyMatch(CallComparison::isHere);
        if (isHere && answer.size() == 1) {
            figures.resolved++;
            if (call.targets().equals(shown)) {
                figures.right++;
            } else {
                figures.wrong.computeIfAbsent(cause(call, shown), key -> new ArrayList<>()).add(place);
            }
        }
        Set<String> here = new TreeSet<>(call.targets());
        here.remove(OUTSIDE);
        if (here.isEmpty()) {
            return;
        }
        int all = here.size();
        here.removeAll(shown);
        double named = (double) (all - here.size()) / all;
        figures.seen++;
        figures.named += named;
        if (isHere && answer.size() > 1) {
            figures.candidates++;
            figures.candidatesNamed += named;
        }
        if (!here.isEmpty()) {
            figures.missed.computeIfAbsent(kind(answer), key -> new ArrayList<>()).add(place);
        }
    }

    /// What other than the answer was called.
    private String cause(Seen call, Set<String> shown) {
        Set<String> others = new TreeSet<>(call.targets());
        others.removeAll(shown);
        if (others.contains(OUTSIDE)) {
            return "not Python";
        }
        if (others.stream().anyMatch(other -> other.startsWith("unittest/mock.py"))) {
            return "a mock";
        }
        String own = modules.path(call.file()) + ":";
        String answered = shown.iterator().next();
        String there = answered.substring(0, answered.indexOf(':') + 1);
        return others.stream().allMatch(other -> other.startsWith(own) || other.startsWith(there))
                ? "in the same file or the answer's" : "in other files";
    }

    /// `resolved`, or the reasons for which it isn't.
    private static String kind(List<Target> answer) {
        String reasons = answer.stream().map(target -> switch (target) {
            case Target.Unknown unknown -> unknown.reason().label();
            case Target.External _ -> "external";
            default -> "";
        }).filter(reason -> !reason.isEmpty()).distinct().sorted().collect(Collectors.joining(", "));
        boolean here = answer.stream().anyMatch(CallComparison::isHere);
        return reasons.isEmpty() ? answer.size() > 1 ? "candidates" : "resolved"
                : here ? "candidates, " + reasons : reasons;
    }

    private static boolean isHere(Target target) {
        return target instanceof Target.Definition || target instanceof Target.Lambda;
    }

    private String show(Target target) {
        return switch (target) {
            case Target.Definition(int file, int binding) ->
                    modules.path(file) + ":" + modules.line(file, modules.facts(file).bindingStart(binding));
            case Target.Lambda(int file, int start) -> modules.path(file) + ":" + modules.line(file, start);
            case Target.Module(String name) -> "module " + name;
            case Target.External(String path) -> "external " + path;
            case Target.Unknown(var reason) -> "unresolved " + reason.label();
        };
    }
}
