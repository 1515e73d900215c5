package dev.quarry.syntax.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one file binds and refers to: the part of it that [NameResolver] needs, in flat arrays, without source text.
///
/// Scopes, suites, bindings, values and references are numbered from 0; scope 0 and suite 0 are the module's. Offsets
/// are bytes of the raw file. Immutable; any number of threads may read it.
public final class NameFacts extends NameColumns {
    static final int NONE = -1;
    /// Forms of imports: `import a.b` binds `a` alone; `from a import *`.
    static final int FIRST_COMPONENT = 1;
    static final int STAR = 2;
    static final int IMPORT_LENGTH = 6;

    /// [#names] by text: made when another file asks first; racing threads make equal ones.
    private volatile Map<String, Integer> numbers;

    private volatile CallIndex calls;

    NameFacts(NameFactsBuilder from) {
        super(from);
    }

    NameFacts(NameFactsFormat.Reader in) {
        super(in);
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
