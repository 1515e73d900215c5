package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which scopes of the file that is being read bind which names.
final class BoundNames {
    private final ScopeTable scopes;
    /// Names that `global` and `nonlocal` statements take away from a scope.
    private final Map<Long, BindingKind> redirections = new HashMap<>();
    /// Scopes with the names bound in them so far.
    private final Set<Long> bound = new HashSet<>();

    BoundNames(ScopeTable scopes) {
        this.scopes = scopes;
    }

    void clear() {
        redirections.clear();
        bound.clear();
    }

    /// The scope in which a name that is used in a scope is bound; NONE where the file does not bind it.
    int bindingScope(int scope, int name) {
        boolean seesClass = true;
        for (int at = scope; at != NONE; at = scopes.parents.get(at)) {
            ScopeKind kind = scopes.kind(at);
            BindingKind redirection = redirections.get(key(at, name));
            if (redirection == BindingKind.GLOBAL_STATEMENT) {
                return 0;
            }
            if ((kind != ScopeKind.CLASS || seesClass) && redirection == null && bound.contains(key(at, name))) {
                return at;
            }
            seesClass &= kind == ScopeKind.TYPE_PARAMETERS;
        }
        return NONE;
    }

    /// Notes a binding of a name by code in a scope, and returns the scope that it is in by `global` and `nonlocal`.
    int bind(int scope, int name) {
        BindingKind redirection = redirections.get(key(scope, name));
        int owner = redirection == null ? scope
                : redirection == BindingKind.GLOBAL_STATEMENT ? 0 : nonlocalScope(scope, name);
        bound.add(key(owner, name));
        return owner;
    }

    /// Notes a `global` or `nonlocal` statement.
    void redirect(int scope, int name, BindingKind statement) {
        redirections.put(key(scope, name), statement);
    }

    /// The nearest function around that binds a name.
    private int nonlocalScope(int scope, int name) {
        int nearest = NONE;
        for (int at = scopes.parents.get(scope); at != NONE; at = scopes.parents.get(at)) {
            if (scopes.kind(at) == ScopeKind.FUNCTION) {
                if (bound.contains(key(at, name))) {
                    return at;
                }
                nearest = nearest == NONE ? at : nearest;
            }
        }
        return nearest == NONE ? scope : nearest;
    }

    private static long key(int scope, int name) {
        return (long) scope << Integer.SIZE | name;
    }
}
