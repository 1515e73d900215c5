package dev.quarry.syntax.names;

import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;

/// Tells what a name stands for in a scope, by all that has been assigned so far: LibCST's
/// `Scope.get_qualified_names_for` and `Access.record_assignments`. Any number of threads may ask, once nothing is
/// assigned any more.
final class ScopeLookup {
    private static final QualifiedName NO_BUILTIN = new QualifiedName("", QualifiedNameSource.BUILTIN);

    private final PythonVersion version;
    private final NameNumbers names;
    private final Scopes scopes;
    private final ImportTargets targets;
    /// By scope, made on demand; racing threads store equal texts.
    private String[] prefixes = new String[0];
    /// By name, NO_BUILTIN for one that is none; made on demand as well.
    private QualifiedName[] builtins = new QualifiedName[0];
    /// By symbol, what it is by itself and not imported; made on demand as well.
    private QualifiedName[] locals = new QualifiedName[0];

    ScopeLookup(PythonVersion version, NameNumbers names, Scopes scopes, ImportTargets targets) {
        this.version = version;
        this.names = names;
        this.scopes = scopes;
        this.targets = targets;
    }

    /// What a dotted name stands for, wherever the scope assigns it.
    ///
    /// @param parts numbers of its parts
    void addAll(int scope, int[] parts, FoundNames out) {
        int name = parts[0];
        int longest = scopes.contains(scope, name) || isBuiltin(name) ? name : NameNumbers.NONE;
        for (int i = 1; i < parts.length && names.hasDotted(); i++) {
            name = names.findDotted(name, parts[i]);
            if (name == NameNumbers.NONE) {
                break;
            }
            if (scopes.contains(scope, name)) {
                longest = name;
            }
        }
        if (longest != NameNumbers.NONE) {
            addSymbol(scopes.find(scope, longest), longest, parts, Integer.MAX_VALUE, out);
        }
    }

    /// What a name stands for that is read when its scope has seen a number of assignments.
    ///
    /// @param name may be a dotted one
    void addRead(int scope, int place, int name, FoundNames out) {
        int symbol = scopes.find(scope, name);
        int[] parts = names.parts(name);
        if (symbol == Scopes.UNASSIGNED || scopes.symbolScope(symbol) != scope) {
            addSymbol(symbol, name, parts, Integer.MAX_VALUE, out);
            return;
        }
        if (!addSymbol(symbol, name, parts, place, out)) {
            int parent = scopes.parent(scope);
            addSymbol(parent == Scopes.NONE ? Scopes.UNASSIGNED : scopes.find(parent, name, scope), name, parts,
                    Integer.MAX_VALUE, out);
        }
    }

    /// What is defined by a statement under a name.
    ///
    /// @param assigned the symbol that it assigns
    void addAssigned(int scope, int name, int assigned, FoundNames out) {
        int symbol = scopes.find(scope, name);
        int[] parts = {name};
        if (symbol == assigned) {
            out.add(local(symbol, parts));
        } else {
            addSymbol(symbol, name, parts, Integer.MAX_VALUE, out);
        }
    }

    /// Adds what was assigned before a place; returns whether anything was.
    private boolean addSymbol(int symbol, int name, int[] parts, int place, FoundNames out) {
        if (symbol == Scopes.UNASSIGNED) {
            boolean builtin = isBuiltin(name);
            if (builtin) {
                out.add(builtin(name));
            }
            return builtin;
        }
        boolean some = false;
        if (scopes.firstPlace(symbol) < place) {
            out.add(local(symbol, parts));
            some = true;
        }
        for (int entry = scopes.firstImport(symbol); entry != Scopes.NONE && scopes.importPlace(entry) < place;
                entry = scopes.nextImport(entry)) {
            out.add(imported(scopes.importTarget(entry), parts));
            some = true;
        }
        return some;
    }

    private boolean isBuiltin(int name) {
        return names.isSimple(name) && builtin(name) != NO_BUILTIN;
    }

    private QualifiedName builtin(int name) {
        QualifiedName[] known = builtins;
        if (name >= known.length) {
            known = Arrays.copyOf(known, Math.max(name + 1, names.count()));
            builtins = known;
        }
        QualifiedName builtin = known[name];
        if (builtin == null) {
            String text = names.text(name);
            builtin = BuiltinNames.contains(version, text)
                    ? new QualifiedName("builtins." + text, QualifiedNameSource.BUILTIN) : NO_BUILTIN;
            known[name] = builtin;
        }
        return builtin;
    }

    private QualifiedName local(int symbol, int[] parts) {
        if (parts.length > 1) {
            return makeLocal(symbol, parts);
        }
        QualifiedName[] known = locals;
        if (symbol >= known.length) {
            known = Arrays.copyOf(known, Math.max(symbol + 1, scopes.symbolCount()));
            locals = known;
        }
        QualifiedName local = known[symbol];
        if (local == null) {
            local = makeLocal(symbol, parts);
            known[symbol] = local;
        }
        return local;
    }

    private QualifiedName makeLocal(int symbol, int[] parts) {
        String prefix = prefix(scopes.symbolScope(symbol));
        StringBuilder text = new StringBuilder(prefix);
        if (!prefix.isEmpty()) {
            text.append('.');
        }
        return new QualifiedName(join(parts, 0, text), QualifiedNameSource.LOCAL);
    }

    private QualifiedName imported(int target, int[] parts) {
        StringBuilder text = new StringBuilder(targets.text(target));
        if (!targets.isRenamed(target)) {
            return new QualifiedName(join(parts, 0, text), QualifiedNameSource.IMPORT);
        }
        if (parts.length > 1) {
            text.append('.');
        }
        return new QualifiedName(join(parts, 1, text), QualifiedNameSource.IMPORT);
    }

    private String join(int[] parts, int from, StringBuilder text) {
        for (int i = from; i < parts.length; i++) {
            if (i > from) {
                text.append('.');
            }
            text.append(names.text(parts[i]));
        }
        return text.toString();
    }

    /// What the local names of a scope begin with, without the dot; empty for the module.
    String prefix(int scope) {
        String[] known = prefixes;
        if (scope < known.length && known[scope] != null) {
            return known[scope];
        }
        String text = makePrefix(scope);
        if (scope >= known.length) {
            known = Arrays.copyOf(known, Math.max(scope + 1, scopes.count()));
            prefixes = known;
        }
        known[scope] = text;
        return text;
    }

    private String makePrefix(int scope) {
        int depth = 0;
        for (int current = scope; current != Scopes.NONE; current = scopes.parent(current)) {
            depth++;
        }
        int[] path = new int[depth];
        for (int current = scope; current != Scopes.NONE; current = scopes.parent(current)) {
            path[--depth] = current;
        }
        StringBuilder text = new StringBuilder();
        for (int current : path) {
            if (scopes.name(current) != NameNumbers.NONE) {
                append(names.text(scopes.name(current)), text);
            }
            switch (scopes.kind(current)) {
                case FUNCTION -> append("<locals>", text);
                case COMPREHENSION -> append("<comprehension>", text);
                default -> { }
            }
        }
        return text.toString();
    }

    private static void append(String part, StringBuilder text) {
        if (!text.isEmpty()) {
            text.append('.');
        }
        text.append(part);
    }
}
