package dev.quarry.syntax.resolve;

import java.util.Arrays;

/// Looks attributes up in objects whose class may be one below that which is known.
///
/// Classes below are those of the class's own file and of the file that asks: others a file does not see, and what it
/// does not see must not change its answers.
final class Overrides {
    /// More targets in classes below than that are one unknown.
    private static final int MOST_OVERRIDES = 64;

    private final Questions questions;

    Overrides(Questions questions) {
        this.questions = questions;
    }

    /// The classes of a file by the classes above them: pairs of the one above and the one below, in ascending order.
    long[] hierarchy(int file) {
        NameFacts facts = questions.facts(file);
        long[][] pairs = new long[16][];
        int size = 0;
        for (int scope = 0; scope < facts.scopeKinds.length; scope++) {
            if (facts.scopeKind(scope) != ScopeKind.CLASS) {
                continue;
            }
            long below = Value.of(Value.CLASS, file, scope);
            for (long above : questions.ask(Questions.key(Questions.LINEARIZED, file, scope))) {
                if (Value.kind(above) == Value.CLASS && above != below) {
                    if (size == pairs.length) {
                        pairs = Arrays.copyOf(pairs, size * 2);
                    }
                    pairs[size++] = new long[] {above, below};
                }
            }
        }
        Arrays.sort(pairs, 0, size, Arrays::compare);
        long[] hierarchy = new long[size * 2];
        for (int i = 0; i < size; i++) {
            hierarchy[2 * i] = pairs[i][0];
            hierarchy[2 * i + 1] = pairs[i][1];
        }
        return hierarchy;
    }

    /// The classes below a class that a file sees; one unknown in place of too many.
    ///
    /// @param owner a [Value#CLASS]
    long[] below(long owner, int viewer) {
        Values result = new Values();
        addBelow(owner, viewer, result);
        return result.toSet(MOST_OVERRIDES);
    }

    private void addBelow(long owner, int viewer, Values result) {
        addBelow(owner, questions.ask(Questions.key(Questions.HIERARCHY, Value.file(owner), 0)), result);
        if (viewer != Value.file(owner)) {
            addBelow(owner, questions.ask(Questions.key(Questions.HIERARCHY, viewer, 0)), result);
        }
    }

    private static void addBelow(long owner, long[] hierarchy, Values result) {
        int low = 0;
        int high = hierarchy.length / 2;
        while (low < high) {
            int middle = low + high >>> 1;
            if (hierarchy[2 * middle] < owner) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < hierarchy.length / 2 && hierarchy[2 * i] == owner; i++) {
            result.add(hierarchy[2 * i + 1]);
        }
    }

    /// The bindings that an object of the class, or of one below it, has for an attribute.
    ///
    /// @param kind SOME_INSTANCE_MEMBER, SOME_MEMBER or NEXT_MEMBER
    /// @param owner a [Value#CLASS]
    /// @param viewer the file that asks
    long[] member(int kind, long owner, int viewer, String text) {
        long[] own = questions.ask(questions.member(exactly(kind), owner, text));
        Values below = new Values();
        addBelow(owner, viewer, below);
        long[] classes = below.toList();
        Values found = new Values();
        for (long value : own) {
            if (isAbstract(value)) {
                found.add(Value.unknown(Unresolved.ABSTRACT));
            }
        }
        for (long cls : classes) {
            long[] there = kind == Questions.NEXT_MEMBER ? questions.members().memberAfter(cls, owner, text)
                    : questions.ask(questions.member(exactly(kind), cls, text));
            for (long value : there) {
                if (!isMissing(value)) {
                    found.add(value);
                }
            }
        }
        if (found.isEmpty()) {
            return own;
        }
        long[] overriding = found.toSet(MOST_OVERRIDES);
        Values result = new Values();
        result.addAll(overriding);
        for (long value : own) {
            // What only classes below have is asked of their objects alone.
            if (!isMissing(value)) {
                result.add(value);
            }
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    private static int exactly(int kind) {
        return switch (kind) {
            case Questions.SOME_INSTANCE_MEMBER -> Questions.INSTANCE_MEMBER;
            case Questions.SOME_MEMBER -> Questions.MEMBER;
            default -> Questions.BASE_MEMBER;
        };
    }

    private static boolean isMissing(long value) {
        return value == Value.unknown(Unresolved.NO_ATTRIBUTE);
    }

    /// Whether a binding is of a method that classes below must define.
    private boolean isAbstract(long site) {
        if (Value.kind(site) != Value.SITE) {
            return false;
        }
        NameFacts facts = questions.facts(Value.file(site));
        int binding = Value.number(site);
        return facts.bindingKind(binding) == BindingKind.FUNCTION
                && (facts.scopeTraits[facts.bindingValues[binding]] & FunctionTraits.ABSTRACT) != 0;
    }
}
