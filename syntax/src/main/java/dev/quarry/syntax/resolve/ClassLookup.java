package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks attributes up in classes.
final class ClassLookup {
    private static final int LONGEST_ORDER = 256;

    private final Questions questions;
    private final LiveBindings live = new LiveBindings();

    ClassLookup(Questions questions) {
        this.questions = questions;
    }

    /// The class and its bases in method resolution order: C3 where each base is one class, else depth first.
    /// Classes outside the repository are [Value#EXTERNAL], unknown ones [Value#UNKNOWN]; `object` is left out.
    long[] linearized(int file, int scope) {
        NameFacts facts = questions.facts(file);
        long self = Value.of(Value.CLASS, file, scope);
        int list = facts.scopeTypes[scope];
        int count = list == NONE ? 0 : facts.lists[list];
        List<List<Long>> orders = new ArrayList<>();
        List<Long> bases = new ArrayList<>();
        boolean exact = true;
        for (int i = 1; i <= count; i++) {
            long[] base = candidates(file, facts.lists[list + i]);
            exact &= base.length == 1;
            for (long candidate : base) {
                bases.add(candidate);
                orders.add(Value.kind(candidate) == Value.CLASS
                        ? boxed(questions.ask(Questions.key(Questions.LINEARIZED, Value.file(candidate),
                                Value.number(candidate))), candidate)
                        : List.of(candidate));
            }
        }
        List<Long> merged = exact ? merge(orders, bases) : null;
        if (merged == null) {
            merged = new ArrayList<>();
            for (List<Long> order : orders) {
                for (Long item : order) {
                    if (!merged.contains(item) && merged.size() < LONGEST_ORDER) {
                        merged.add(item);
                    }
                }
            }
        }
        merged.remove(self);
        long[] result = new long[merged.size() + 1];
        result[0] = self;
        for (int i = 0; i < merged.size(); i++) {
            result[i + 1] = merged.get(i);
        }
        return result;
    }

    /// What a base may be, in an order that doesn't depend on that of the questions.
    private long[] candidates(int file, int value) {
        long[] values = questions.ask(Questions.key(Questions.EVALUATED, file, value));
        Long[] sorted = new Long[values.length];
        int size = 0;
        for (long candidate : values) {
            switch (Value.kind(candidate)) {
                case Value.CLASS, Value.UNKNOWN -> sorted[size++] = candidate;
                case Value.SOME_CLASS -> sorted[size++] = Value.classOf(candidate);
                case Value.EXTERNAL -> {
                    if (!questions.text(Value.number(candidate)).equals("builtins.object")) {
                        sorted[size++] = candidate;
                    }
                }
                default -> sorted[size++] = Value.unknown(Unresolved.UNKNOWN_BASE);
            }
        }
        Arrays.sort(sorted, 0, size, (one, other) -> {
            boolean external = Value.kind(one) == Value.EXTERNAL && Value.kind(other) == Value.EXTERNAL;
            return external ? questions.text(Value.number(one)).compareTo(questions.text(Value.number(other)))
                    : Long.compare(one, other);
        });
        long[] result = new long[size];
        for (int i = 0; i < size; i++) {
            result[i] = sorted[i];
        }
        return result;
    }

    private static List<Long> boxed(long[] order, long self) {
        List<Long> list = new ArrayList<>(order.length + 1);
        for (long item : order) {
            list.add(item);
        }
        // What is not known yet consists of the class itself at least.
        if (list.isEmpty()) {
            list.add(self);
        }
        return list;
    }

    /// The C3 merge (Python's data model, "The Python 2.3 Method Resolution Order"); null where there is none.
    private static List<Long> merge(List<List<Long>> orders, List<Long> bases) {
        List<List<Long>> rest = new ArrayList<>();
        orders.forEach(order -> rest.add(new ArrayList<>(order)));
        rest.add(new ArrayList<>(bases));
        List<Long> merged = new ArrayList<>();
        while (true) {
            rest.removeIf(List::isEmpty);
            if (rest.isEmpty() || merged.size() >= LONGEST_ORDER) {
                return merged;
            }
            Long next = null;
            for (List<Long> order : rest) {
                Long head = order.getFirst();
                if (rest.stream().noneMatch(other -> other.subList(1, other.size()).contains(head))) {
                    next = head;
                    break;
                }
            }
            if (next == null) {
                return null;
            }
            merged.add(next);
            for (List<Long> order : rest) {
                if (order.getFirst().equals(next)) {
                    order.removeFirst();
                }
            }
        }
    }

    /// The bindings that the class has for an attribute.
    long[] member(long owner, String text) {
        Values result = new Values();
        find(order(owner), 0, text, result);
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    /// The bindings that `super()` finds.
    long[] baseMember(long owner, String text) {
        Values result = new Values();
        find(order(owner), 1, text, result);
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    /// The bindings that `super()` finds from a class on, in an object of a class below it.
    ///
    /// @param below a [Value#CLASS]
    /// @param owner likewise
    long[] memberAfter(long below, long owner, String text) {
        Values result = new Values();
        long[] order = order(below);
        for (int i = 0; i < order.length; i++) {
            if (order[i] == owner) {
                find(order, i + 1, text, result);
            }
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    /// The bindings that an instance has: what methods assign, and what the class has.
    long[] instanceMember(long owner, String text) {
        Values result = new Values();
        long[] order = order(owner);
        for (long cls : order) {
            if (Value.kind(cls) == Value.CLASS) {
                NameFacts facts = questions.facts(Value.file(cls));
                int instances = facts.scopeDetails[Value.number(cls)];
                int name = instances == NONE ? NONE : facts.name(text);
                if (name != NONE) {
                    add(facts, Value.file(cls), live.atEnd(facts, instances, name), result);
                }
            }
        }
        boolean assigned = !result.isEmpty();
        Values inherited = new Values();
        find(order, 0, text, inherited);
        for (long value : inherited.toList()) {
            if (!assigned || Value.kind(value) == Value.SITE) {
                result.add(value);
            }
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    private long[] order(long owner) {
        long[] order = questions.ask(
                Questions.key(Questions.LINEARIZED, Value.file(owner), Value.number(owner)));
        return order.length == 0 ? new long[] {owner} : order;
    }

    /// Goes along the order to the first class that binds the attribute. A class that cannot be looked into may have
    /// it, too, and is then one of the answers.
    private void find(long[] order, int from, String text, Values result) {
        boolean getattr = false;
        for (int i = from; i < order.length; i++) {
            long cls = order[i];
            switch (Value.kind(cls)) {
                case Value.EXTERNAL -> result.add(questions.external(questions.text(Value.number(cls)) + "." + text));
                case Value.UNKNOWN -> result.add(Value.unknown(Unresolved.UNKNOWN_BASE));
                default -> {
                    NameFacts facts = questions.facts(Value.file(cls));
                    int name = facts.name(text);
                    IntStack found = name == NONE ? null : live.atEnd(facts, Value.number(cls), name);
                    if (found != null && found.size() > 0) {
                        add(facts, Value.file(cls), found, result);
                        return;
                    }
                    int hook = facts.name("__getattr__");
                    getattr |= hook != NONE && live.atEnd(facts, Value.number(cls), hook).size() > 0;
                }
            }
        }
        if (result.isEmpty()) {
            if (ImplicitNames.isObjectAttribute(text)) {
                result.add(questions.external("builtins.object." + text));
            } else if (ImplicitNames.isTypeAttribute(text)) {
                result.add(questions.external("builtins.type." + text));
            } else {
                result.add(Value.unknown(getattr ? Unresolved.GETATTR : Unresolved.NO_ATTRIBUTE));
            }
        }
    }

    private void add(NameFacts facts, int file, IntStack found, Values result) {
        for (int i = 0; i < found.size(); i++) {
            questions.names().add(facts, file, found.get(i), result);
        }
    }
}
