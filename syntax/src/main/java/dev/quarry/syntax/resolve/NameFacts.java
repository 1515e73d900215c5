package dev.quarry.syntax.resolve;

import dev.quarry.syntax.SourceText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one file binds and refers to: the part of it that [NameResolver] needs, in flat arrays, without source text.
///
/// Scopes, suites, bindings, values and references are numbered from 0; scope 0 and suite 0 are the module's. Offsets
/// are bytes of the raw file. Immutable; any number of threads may read it.
public final class NameFacts {
    static final int NONE = -1;
    /// Forms of imports: `import a.b` binds `a` alone; `from a import *`.
    static final int FIRST_COMPONENT = 1;
    static final int STAR = 2;
    static final int IMPORT_LENGTH = 6;

    /// Identifiers, mangled as the compiler does, and dotted names of modules.
    final String[] names;

    // Scopes.
    final byte[] scopeKinds;
    final int[] scopeParents;
    /// The suite and the offset at which the scope's construct stands.
    final int[] scopeSuites;
    final int[] scopeOffsets;
    /// Of a class: its instances' scope. Of a function: a list of the values that it returns. NONE where there is none.
    final int[] scopeDetails;
    /// Of a class: a list of its bases. Of a function: the value of its return annotation. NONE where there is none.
    final int[] scopeTypes;
    /// Of a function: a list of its decorators other than those that [FunctionTraits] stand for; NONE where there are none.
    final int[] scopeDecorators;
    /// [FunctionTraits] bits.
    final byte[] scopeTraits;
    /// The binding of a function's or class's name, NONE for others.
    final int[] scopeBindings;

    // Suites: lists of statements.
    final int[] suiteParents;
    /// The outermost loop around, within the scope; NONE where there is none.
    final int[] suiteLoops;

    // Bindings, by scope, then name, then the offset from which they count.
    final int[] bindingScopes;
    final int[] bindingNames;
    final byte[] bindingKinds;
    final int[] bindingOffsets;
    final int[] bindingSuites;
    /// Span: a function's or class's definition, else the name.
    final int[] bindingStarts;
    final int[] bindingEnds;
    /// Value that the name gets; of a function or class its scope.
    final int[] bindingValues;

    // Values, see Op.
    final byte[] ops;
    final int[] a;
    final int[] b;
    final int[] lists;

    /// Places of variables' uses: scope, suite, offset.
    final int[] places;
    /// Imports, [#IMPORT_LENGTH] numbers each: module's name (NONE in `from . import`), level, imported name (NONE for the
    /// module itself), form, span of the alias.
    final int[] imports;

    // References in source order, and calls.
    final int[] referenceStarts;
    final int[] referenceEnds;
    final int[] referenceValues;
    final int[] callStarts;
    final int[] callEnds;
    final int[] callValues;

    /// The strings in `__all__`; null where the module has none.
    final String[] exported;
    /// Whether `__all__` has more than those.
    final boolean exportsMore;

    /// [#names] by text: made when another file asks first; racing threads make equal ones.
    private volatile Map<String, Integer> numbers;

    private volatile CallIndex calls;

    NameFacts(NameFactsBuilder from) {
        names = from.names.toArray();
        scopeKinds = from.scopes.kinds();
        scopeParents = from.scopes.parents.toArray();
        scopeSuites = from.scopes.suites.toArray();
        scopeOffsets = from.scopes.offsets.toArray();
        scopeDetails = from.scopes.details.toArray();
        scopeTypes = from.scopes.types.toArray();
        scopeDecorators = from.scopes.decorators.toArray();
        scopeTraits = from.scopes.traits();
        suiteParents = from.scopes.suiteParents.toArray();
        suiteLoops = from.scopes.suiteLoops.toArray();
        int[] order = from.bindings.order();
        bindingScopes = pick(from.bindings.scopes, order);
        bindingNames = pick(from.bindings.names, order);
        bindingKinds = bytes(pick(from.bindings.kinds, order));
        bindingOffsets = pick(from.bindings.offsets, order);
        bindingSuites = pick(from.bindings.suites, order);
        bindingStarts = pick(from.bindings.starts, order);
        bindingEnds = pick(from.bindings.ends, order);
        bindingValues = pick(from.bindings.values, order);
        ops = bytes(from.values.ops.toArray());
        a = from.values.a.toArray();
        b = from.values.b.toArray();
        lists = from.values.lists.toArray();
        places = from.values.places.toArray();
        imports = from.imports.toArray();
        referenceStarts = from.referenceStarts.toArray();
        referenceEnds = from.referenceEnds.toArray();
        referenceValues = from.referenceValues.toArray();
        callStarts = from.callStarts.toArray();
        callEnds = from.callEnds.toArray();
        callValues = from.callValues.toArray();
        toRaw(from.tree.source());
        exported = from.exports.names();
        exportsMore = from.exports.hasMore();
        scopeBindings = new int[scopeKinds.length];
        Arrays.fill(scopeBindings, NONE);
        for (int binding = 0; binding < bindingKinds.length; binding++) {
            BindingKind kind = bindingKind(binding);
            if (kind == BindingKind.FUNCTION || kind == BindingKind.CLASS) {
                scopeBindings[bindingValues[binding]] = binding;
            }
        }
    }

    /// Facts in the order of [#byteColumns] and [#intColumns].
    NameFacts(NameFactsFormat.Reader in) {
        names = in.texts();
        scopeKinds = in.bytes();
        scopeTraits = in.bytes();
        bindingKinds = in.bytes();
        ops = in.bytes();
        scopeParents = in.ints();
        scopeSuites = in.ints();
        scopeOffsets = in.ints();
        scopeDetails = in.ints();
        scopeTypes = in.ints();
        scopeDecorators = in.ints();
        scopeBindings = in.ints();
        suiteParents = in.ints();
        suiteLoops = in.ints();
        bindingScopes = in.ints();
        bindingNames = in.ints();
        bindingOffsets = in.ints();
        bindingSuites = in.ints();
        bindingStarts = in.ints();
        bindingEnds = in.ints();
        bindingValues = in.ints();
        a = in.ints();
        b = in.ints();
        lists = in.ints();
        places = in.ints();
        imports = in.ints();
        referenceStarts = in.ints();
        referenceEnds = in.ints();
        referenceValues = in.ints();
        callStarts = in.ints();
        callEnds = in.ints();
        callValues = in.ints();
        exported = in.flag() ? in.texts() : null;
        exportsMore = in.flag();
    }

    byte[][] byteColumns() {
        return new byte[][] {scopeKinds, scopeTraits, bindingKinds, ops};
    }

    int[][] intColumns() {
        return new int[][] {scopeParents, scopeSuites, scopeOffsets, scopeDetails, scopeTypes, scopeDecorators,
                scopeBindings, suiteParents, suiteLoops, bindingScopes, bindingNames, bindingOffsets, bindingSuites,
                bindingStarts, bindingEnds, bindingValues, a, b, lists, places, imports, referenceStarts, referenceEnds, referenceValues,
                callStarts, callEnds, callValues};
    }

    /// About how many bytes of memory the facts take.
    public int weight() {
        int weight = 0;
        for (byte[] column : byteColumns()) {
            weight += column.length;
        }
        for (int[] column : intColumns()) {
            weight += column.length * Integer.BYTES;
        }
        for (String name : names) {
            weight += 48 + name.length();
        }
        return weight;
    }

    /// Turns offsets of the parsed text into those of the raw file.
    private void toRaw(SourceText source) {
        for (int[] offsets : new int[][] {scopeOffsets, bindingOffsets, bindingStarts, bindingEnds, referenceStarts,
                referenceEnds, callStarts, callEnds}) {
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = source.rawOffset(offsets[i]);
            }
        }
        for (int place = 2; place < places.length; place += 3) {
            places[place] = places[place] == Integer.MAX_VALUE ? Integer.MAX_VALUE : source.rawOffset(places[place]);
        }
        for (int at = 0; at < imports.length; at += IMPORT_LENGTH) {
            imports[at + 4] = source.rawOffset(imports[at + 4]);
            imports[at + 5] = source.rawOffset(imports[at + 5]);
        }
    }

    private static int[] pick(Ints items, int[] order) {
        int[] picked = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = items.get(order[i]);
        }
        return picked;
    }

    private static byte[] bytes(int[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }

    /// Names read and attributes read, in source order.
    public int referenceCount() {
        return referenceStarts.length;
    }

    public int referenceStart(int reference) {
        return referenceStarts[reference];
    }

    public int referenceEnd(int reference) {
        return referenceEnds[reference];
    }

    public int callCount() {
        return callStarts.length;
    }

    public int callStart(int call) {
        return callStarts[call];
    }

    public int callEnd(int call) {
        return callEnds[call];
    }

    /// Aliases of import statements, in source order.
    public int importCount() {
        return imports.length / IMPORT_LENGTH;
    }

    /// Start of the alias.
    public int importStart(int number) {
        return imports[number * IMPORT_LENGTH + 4];
    }

    public int importEnd(int number) {
        return imports[number * IMPORT_LENGTH + 5];
    }

    /// The module as written, without the dots of a relative import; null in `from . import x`.
    public String importModule(int number) {
        int module = imports[number * IMPORT_LENGTH];
        return module == NONE ? null : names[module];
    }

    /// Dots before the module; 0 for an absolute import.
    public int importLevel(int number) {
        return imports[number * IMPORT_LENGTH + 1];
    }

    /// The name after `import` in a from-import; null for a module and for `*`.
    public String importName(int number) {
        int name = imports[number * IMPORT_LENGTH + 2];
        return name == NONE ? null : names[name];
    }

    public boolean isStarImport(int number) {
        return imports[number * IMPORT_LENGTH + 3] == STAR;
    }

    /// The strings in `__all__`; empty where the module has none.
    public List<String> exportedNames() {
        return exported == null ? List.of() : List.of(exported);
    }

    public BindingKind bindingKind(int binding) {
        return BindingKind.of(bindingKinds[binding]);
    }

    public String bindingName(int binding) {
        return names[bindingNames[binding]];
    }

    /// Start of the definition of a function (its `def` or `async`) or class, else of the name.
    public int bindingStart(int binding) {
        return bindingStarts[binding];
    }

    /// End of the definition of a function or class, else of the name.
    public int bindingEnd(int binding) {
        return bindingEnds[binding];
    }

    /// The file's calls by name, made when first asked for, as [#name] does.
    CallIndex calls() {
        CallIndex known = calls;
        if (known == null) {
            known = new CallIndex(this);
            calls = known;
        }
        return known;
    }

    ScopeKind scopeKind(int scope) {
        return ScopeKind.of(scopeKinds[scope]);
    }

    /// The number of a name, NONE where the file has none of that spelling.
    int name(String text) {
        Map<String, Integer> known = numbers;
        if (known == null) {
            known = HashMap.newHashMap(names.length);
            for (int name = 0; name < names.length; name++) {
                known.put(names[name], name);
            }
            numbers = known;
        }
        return known.getOrDefault(text, NONE);
    }

    /// The first binding of a name in a scope, or where it would be.
    int firstBinding(int scope, int name) {
        int low = 0;
        int high = bindingKinds.length;
        while (low < high) {
            int middle = low + high >>> 1;
            int order = Integer.compare(bindingScopes[middle], scope);
            if (order == 0) {
                order = Integer.compare(bindingNames[middle], name);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isBinding(int binding, int scope, int name) {
        return binding < bindingKinds.length && bindingScopes[binding] == scope && bindingNames[binding] == name;
    }
}
