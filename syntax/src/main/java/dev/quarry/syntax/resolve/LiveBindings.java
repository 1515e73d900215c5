package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;

/// Finds the bindings of a name that may be in force at a place in its scope.
///
/// A binding is gone where a later one, before the place, is made in the same suite or one around: then every way leads
/// through the later one. Bindings in a loop around the place count wherever they stand in it. Bindings made by other
/// scopes (`global`, attributes of `self`) are always in force.
final class LiveBindings {
    private final IntStack found = new IntStack();
    private boolean[] replaced = new boolean[256];
    private final IntStack marked = new IntStack();
    private boolean deleted;

    /// Those at the end of the scope, which is what other scopes and files see.
    IntStack atEnd(NameFacts facts, int scope, int name) {
        return at(facts, scope, name, NONE, Integer.MAX_VALUE);
    }

    /// Those at a place, in descending order. The result is valid until the next call.
    ///
    /// @param suite of the place, NONE for the end of the scope
    /// @param offset of the place
    IntStack at(NameFacts facts, int scope, int name, int suite, int offset) {
        found.clear();
        deleted = false;
        int first = facts.firstBinding(scope, name);
        int end = first;
        while (facts.isBinding(end, scope, name)) {
            end++;
        }
        int loop = suite == NONE ? NONE : facts.suiteLoops[suite];
        if (replaced.length < facts.suiteParents.length) {
            replaced = new boolean[Math.max(facts.suiteParents.length, replaced.length * 2)];
        }
        for (int binding = end - 1; binding >= first; binding--) {
            int at = facts.bindingSuites[binding];
            boolean before = facts.bindingOffsets[binding] <= offset;
            boolean own = at != NONE;
            boolean inLoop = own && loop != NONE && isWithin(facts, at, loop);
            if (own && before && isReplaced(facts, at) || !before && !inLoop) {
                continue;
            }
            BindingKind kind = facts.bindingKind(binding);
            if (kind.isDefinition()) {
                found.push(binding);
            } else {
                deleted |= kind == BindingKind.DELETION;
            }
            if (own && before && kind.replaces()) {
                replaced[at] = true;
                marked.push(at);
            }
        }
        while (marked.size() > 0) {
            replaced[marked.pop()] = false;
        }
        return found;
    }

    /// Whether a star import is still what a name of its module may come from: not where a later binding of the name,
    /// in the same suite or one around, has replaced it.
    ///
    /// @param star a binding of `*` in the module's scope
    static boolean isStarInForce(NameFacts facts, int star, int name) {
        for (int binding = facts.firstBinding(0, name); facts.isBinding(binding, 0, name); binding++) {
            int suite = facts.bindingSuites[binding];
            if (facts.bindingOffsets[binding] > facts.bindingOffsets[star] && suite != NONE
                    && facts.bindingKind(binding).replaces() && isWithin(facts, facts.bindingSuites[star], suite)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the last search met a deletion that is in force.
    boolean isDeleted() {
        return deleted;
    }

    private boolean isReplaced(NameFacts facts, int suite) {
        for (int around = suite; around != NONE; around = facts.suiteParents[around]) {
            if (replaced[around]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(NameFacts facts, int suite, int outer) {
        for (int around = suite; around != NONE; around = facts.suiteParents[around]) {
            if (around == outer) {
                return true;
            }
        }
        return false;
    }
}
