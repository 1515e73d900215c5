package dev.quarry.syntax.resolve;

/// The scopes and suites of the file that is being read.
final class ScopeTable {
    private final Ints kinds = new Ints();
    private final Ints traits = new Ints();
    final Ints parents = new Ints();
    final Ints suites = new Ints();
    final Ints offsets = new Ints();
    final Ints details = new Ints();
    final Ints types = new Ints();
    final Ints decorators = new Ints();
    /// The name of the innermost class around or at the scope, for mangling.
    private final Ints classNames = new Ints();
    final Ints suiteParents = new Ints();
    final Ints suiteLoops = new Ints();

    void clear() {
        for (Ints column : new Ints[] {kinds, traits, parents, suites, offsets, details, types, decorators, classNames,
                suiteParents, suiteLoops}) {
            column.clear();
        }
    }

    /// @param suite in which the construct stands
    int add(ScopeKind kind, int parent, int suite, int offset, int className) {
        kinds.add(kind.ordinal());
        traits.add(0);
        parents.add(parent);
        suites.add(suite);
        offsets.add(offset);
        details.add(NameFacts.NONE);
        types.add(NameFacts.NONE);
        decorators.add(NameFacts.NONE);
        classNames.add(className);
        return kinds.size() - 1;
    }

    /// A suite of a scope's own, or within another.
    ///
    /// @param parent NONE for a scope's first
    int addSuite(int parent, boolean loop) {
        int suite = suiteParents.size();
        suiteParents.add(parent);
        int around = parent == NameFacts.NONE ? NameFacts.NONE : suiteLoops.get(parent);
        suiteLoops.add(around != NameFacts.NONE ? around : loop ? suite : NameFacts.NONE);
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

    private static byte[] bytes(Ints numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers.get(i);
        }
        return bytes;
    }
}
