package dev.quarry.syntax.resolve;

import dev.quarry.syntax.IntStack;

/// The scopes and suites of the file that is being read.
final class ScopeTable {
    private final IntStack kinds = new IntStack();
    private final IntStack traits = new IntStack();
    final IntStack parents = new IntStack();
    final IntStack suites = new IntStack();
    final IntStack offsets = new IntStack();
    final IntStack details = new IntStack();
    final IntStack types = new IntStack();
    final IntStack decorators = new IntStack();
    /// The name of the innermost class around or at the scope, for mangling.
    private final IntStack classNames = new IntStack();
    final IntStack suiteParents = new IntStack();
    final IntStack suiteLoops = new IntStack();

    void clear() {
        for (IntStack column : new IntStack[] {kinds, traits, parents, suites, offsets, details, types, decorators,
                classNames, suiteParents, suiteLoops}) {
            column.clear();
        }
    }

    /// @param suite in which the construct stands
    int add(ScopeKind kind, int parent, int suite, int offset, int className) {
        kinds.push(kind.ordinal());
        traits.push(0);
        parents.push(parent);
        suites.push(suite);
        offsets.push(offset);
        details.push(NameFacts.NONE);
        types.push(NameFacts.NONE);
        decorators.push(NameFacts.NONE);
        classNames.push(className);
        return kinds.size() - 1;
    }

    /// A suite of a scope's own, or within another.
    ///
    /// @param parent NONE for a scope's first
    int addSuite(int parent, boolean loop) {
        int suite = suiteParents.size();
        suiteParents.push(parent);
        int around = parent == NameFacts.NONE ? NameFacts.NONE : suiteLoops.get(parent);
        suiteLoops.push(around != NameFacts.NONE ? around : loop ? suite : NameFacts.NONE);
        return suite;
    }

    int size() {
        return kinds.size();
    }

    ScopeKind kind(int scope) {
        return ScopeKind.of((byte) kinds.get(scope));
    }

    int className(int scope) {
        return classNames.get(scope);
    }

    void addTrait(int scope, int trait) {
        traits.set(scope, traits.get(scope) | trait);
    }

    boolean hasTrait(int scope, int trait) {
        return (traits.get(scope) & trait) != 0;
    }

    /// The scope that instances of a class have, made when it is first asked for.
    int instanceScope(int classScope) {
        if (details.get(classScope) == NameFacts.NONE) {
            int scope = add(ScopeKind.INSTANCE, classScope, suites.get(classScope), offsets.get(classScope),
                    className(classScope));
            details.set(classScope, scope);
        }
        return details.get(classScope);
    }

    byte[] kinds() {
        return bytes(kinds);
    }

    byte[] traits() {
        return bytes(traits);
    }

    private static byte[] bytes(IntStack numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers.get(i);
        }
        return bytes;
    }
}
