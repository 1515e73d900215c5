package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.TreeWalk;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reads from a syntax tree what its file binds and refers to. Reused from file to file; for one thread at a time.
///
/// One walk from the top finds scopes, suites and bindings, each node inheriting scope and suite from the one around it
/// unless a statement says otherwise. The values are then built from the leaves up ([ValueReader]). Nothing recurses;
/// time and memory are linear in the size of the tree.
public final class NameFactsBuilder {
    final NameList names = new NameList();
    final ScopeTable scopes = new ScopeTable();
    final BindingTable bindings = new BindingTable();
    final ValueTable values = new ValueTable();
    final Exports exports = new Exports();
    final Ints imports = new Ints();
    final Ints referenceStarts = new Ints();
    final Ints referenceEnds = new Ints();
    final Ints referenceValues = new Ints();
    final Ints callStarts = new Ints();
    final Ints callEnds = new Ints();
    final Ints callValues = new Ints();

    SyntaxTree tree;
    /// By node: its scope and suite, plus 1 in the first so that 0 is "as around".
    int[] contextScopes = new int[1024];
    int[] contextSuites = new int[1024];
    /// By node: whether it is the target of an assignment or deletion, thus no reference.
    boolean[] isTarget = new boolean[1024];
    /// By node of a function or lambda: its scope.
    int[] functionScopes = new int[1024];
    private final Ints visited = new Ints();
    /// Names that `global` and `nonlocal` statements take away from a scope.
    private final Map<Long, BindingKind> redirections = new HashMap<>();
    /// Scopes with the names bound in them so far.
    private final Set<Long> bound = new HashSet<>();
    private final DefinitionFacts definitions = new DefinitionFacts(this);
    private final TargetFacts targets = new TargetFacts(this);
    private final ValueReader valueReader = new ValueReader(this);
    private final AnnotationReader annotations = new AnnotationReader(this);

    /// @param next a module; other roots have facts, too, of no use to other files
    public NameFacts build(SyntaxTree next) {
        start(next);
        int module = scopes.add(ScopeKind.MODULE, NONE, NONE, 0, NONE);
        setContext(tree.root(), module, scopes.addSuite(NONE, false));
        for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
            int node = walk.node();
            if (contextScopes[node] == 0) {
                contextScopes[node] = contextScopes[walk.parent()];
                contextSuites[node] = contextSuites[walk.parent()];
            }
            visited.add(node);
            visit(node);
        }
        targets.bindFilled();
        valueReader.read(visited);
        targets.finish();
        definitions.finish();
        return new NameFacts(this);
    }

    private void start(SyntaxTree next) {
        tree = next;
        int size = next.arrayLength();
        if (contextScopes.length < size) {
            int length = Math.max(size, contextScopes.length * 2);
            contextScopes = new int[length];
            contextSuites = new int[length];
            isTarget = new boolean[length];
            functionScopes = new int[length];
        } else {
            Arrays.fill(contextScopes, 0, size, 0);
            Arrays.fill(isTarget, 0, size, false);
        }
        redirections.clear();
        bound.clear();
        names.start(next);
        scopes.clear();
        bindings.clear();
        values.clear();
        exports.start(next);
        for (Ints column : new Ints[] {imports, referenceStarts, referenceEnds, referenceValues, callStarts, callEnds,
                callValues, visited}) {
            column.clear();
        }
        definitions.clear();
        targets.clear();
    }

    AnnotationReader annotations() {
        return annotations;
    }

    DefinitionFacts definitions() {
        return definitions;
    }

    /// The value of an expression, after the values have been read.
    int value(int node) {
        return valueReader.value(node);
    }

    /// The value of an item of an expression, likewise.
    ///
    /// @param how as [Items] numbers it
    int item(int node, int how) {
        return valueReader.item(node, how);
    }

    int scope(int node) {
        return contextScopes[node] - 1;
    }

    int suite(int node) {
        return contextSuites[node];
    }

    void setContext(int node, int scope, int suite) {
        if (node != 0) {
            contextScopes[node] = scope + 1;
            contextSuites[node] = suite;
        }
    }

    void setContexts(int list, int scope, int suite) {
        for (int i = 0; i < tree.length(list); i++) {
            setContext(tree.element(list, i), scope, suite);
        }
    }

    /// Adds a binding of a name by a node, in the node's scope or where a `global` or `nonlocal` statement says.
    ///
    /// @param offset from which on it counts
    int bind(BindingKind kind, int node, int name, int offset, int start, int end, int value) {
        int scope = scope(node);
        int suite = suite(node);
        // A walrus binds around comprehensions.
        while (scopes.kind(scope) == ScopeKind.COMPREHENSION && kind == BindingKind.VARIABLE
                && tree.kind(node) == NodeKind.NAMED_EXPRESSION) {
            suite = scopes.suites.get(scope);
            scope = scopes.parents.get(scope);
        }
        BindingKind redirection = redirections.get(key(scope, name));
        if (redirection != null) {
            scope = redirection == BindingKind.GLOBAL_STATEMENT ? 0 : nonlocalScope(scope, name);
            suite = NONE;
        }
        bound.add(key(scope, name));
        return bindings.add(kind, scope, name, suite, offset, start, end, value);
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

    void markBound(int scope, int name) {
        bound.add(key(scope, name));
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

    private void visit(int node) {
        switch (tree.kind(node)) {
            case FUNCTION_DEF -> definitions.function(node);
            case CLASS_DEF -> definitions.classDefinition(node);
            case LAMBDA -> definitions.lambda(node);
            case TYPE_ALIAS -> definitions.typeAlias(node);
            case RETURN -> definitions.returned(node);
            case YIELD, YIELD_FROM -> definitions.yielded(node);
            case LIST_COMPREHENSION, SET_COMPREHENSION, GENERATOR -> comprehension(node, 1);
            case DICT_COMPREHENSION -> comprehension(node, 2);
            case COMPREHENSION_CLAUSE -> targets.iterated(tree.slot(node, 1), tree.slot(node, 2), node);
            case ASSIGN -> targets.assign(node);
            case AUGMENTED_ASSIGN -> targets.augmentedAssign(node);
            case ANNOTATED_ASSIGN -> targets.annotatedAssign(node);
            case NAMED_EXPRESSION -> targets.namedExpression(node);
            case DELETE -> targets.delete(node);
            case FOR -> {
                targets.iterated(tree.slot(node, 1), tree.slot(node, 2), node);
                branch(node, tree.slot(node, 3), true);
                branch(node, tree.slot(node, 4), false);
            }
            case WHILE -> {
                branch(node, tree.slot(node, 1), true);
                branch(node, tree.slot(node, 2), false);
            }
            case IF -> {
                branch(node, tree.slot(node, 1), false);
                if (!isElif(tree.slot(node, 2))) {
                    branch(node, tree.slot(node, 2), false);
                }
            }
            case WITH -> targets.with(node);
            case TRY -> {
                branch(node, tree.slot(node, 0), false);
                branch(node, tree.slot(node, 2), false);
            }
            case EXCEPT_HANDLER -> {
                int suite = branch(node, tree.slot(node, 2), false);
                targets.exceptionName(node, suite);
            }
            case MATCH_CASE -> branch(node, tree.slot(node, 2), false);
            case PATTERN_AS -> targets.patternName(node, tree.slot(node, 1));
            case PATTERN_STAR -> targets.patternName(node, tree.slot(node, 0));
            case PATTERN_MAPPING -> targets.patternName(node, tree.slot(node, 1));
            case IMPORT -> importModules(node);
            case IMPORT_FROM -> importNames(node);
            case GLOBAL -> declare(node, BindingKind.GLOBAL_STATEMENT);
            case NONLOCAL -> declare(node, BindingKind.NONLOCAL_STATEMENT);
            case CALL -> {
                exportCall(node);
                targets.filled(node);
            }
            default -> { }
        }
    }

    /// A suite that need not be executed, or more than once. Returns it.
    private int branch(int node, int statements, boolean loop) {
        int suite = scopes.addSuite(suite(node), loop);
        setContexts(statements, scope(node), suite);
        return suite;
    }

    /// Whether the `else` part is an `elif`: it hangs in the suite around, so that long chains are not deep.
    private boolean isElif(int orElse) {
        return tree.length(orElse) == 1 && tree.kind(tree.element(orElse, 0)) == NodeKind.IF
                && tree.tokens().kind(tree.firstToken(tree.element(orElse, 0))) == TokenKind.KW_ELIF;
    }

    /// The outermost iterable is evaluated around, all else within.
    private void comprehension(int node, int clauseSlot) {
        int scope = scopes.add(ScopeKind.COMPREHENSION, scope(node), suite(node), tree.start(node),
                scopes.className(scope(node)));
        int suite = scopes.addSuite(NONE, true);
        for (int slot = 0; slot < clauseSlot; slot++) {
            setContext(tree.slot(node, slot), scope, suite);
        }
        int clauses = tree.slot(node, clauseSlot);
        setContexts(clauses, scope, suite);
        if (tree.length(clauses) > 0 && tree.kind(tree.element(clauses, 0)) == NodeKind.COMPREHENSION_CLAUSE) {
            setContext(tree.slot(tree.element(clauses, 0), 2), scope(node), suite(node));
        }
    }

    private void importModules(int node) {
        int aliases = tree.slot(node, 0);
        for (int i = 0; i < tree.length(aliases); i++) {
            int alias = tree.element(aliases, i);
            if (tree.kind(alias) != NodeKind.ALIAS) {
                continue;
            }
            int first = tree.slot(alias, 0);
            int last = tree.slot(alias, 1);
            int asName = tree.slot(alias, 2);
            int module = dotted(first, last);
            int bound = asName != 0 ? asName : first;
            if (module != NONE) {
                bindImport(node, alias, bound, module, 0, NONE, asName == 0 && first != last);
            }
        }
    }

    private void importNames(int node) {
        int first = tree.slot(node, 1);
        int module = first == 0 ? NONE : dotted(first, tree.slot(node, 2));
        int level = tree.slot(node, 0);
        if (module == NONE && level == 0) {
            return;
        }
        int aliases = tree.slot(node, 3);
        for (int i = 0; i < tree.length(aliases); i++) {
            int alias = tree.element(aliases, i);
            if (tree.kind(alias) != NodeKind.ALIAS) {
                continue;
            }
            int name = tree.slot(alias, 0);
            if (tree.tokens().kind(name) == TokenKind.STAR) {
                bind(BindingKind.STAR_IMPORT, node, names.of("*"), tree.start(alias), tree.start(alias),
                        tree.end(alias), importValue(alias, module, level, NONE, NameFacts.STAR));
                continue;
            }
            int imported = names.ofToken(name);
            if (imported != NONE) {
                int asName = tree.slot(alias, 2);
                bindImport(node, alias, asName != 0 ? asName : name, module, level, imported, false);
            }
        }
    }

    private void bindImport(int node, int alias, int boundToken, int module, int level, int imported,
            boolean firstOnly) {
        int name = names.ofToken(boundToken, scopes.className(scope(node)));
        if (name != NONE) {
            bind(BindingKind.IMPORT, node, name, tree.start(alias), tree.tokens().start(boundToken), tree.tokens().end(boundToken),
                    importValue(alias, module, level, imported, firstOnly ? NameFacts.FIRST_COMPONENT : 0));
        }
    }

    private int importValue(int alias, int module, int level, int imported, int form) {
        int at = imports.size();
        imports.add(module);
        imports.add(level);
        imports.add(imported);
        imports.add(form);
        imports.add(tree.start(alias));
        imports.add(tree.end(alias));
        return values.add(Op.IMPORT, at, 0);
    }

    /// The name of a module, from its first to its last component; NONE where an error has left a hole.
    private int dotted(int first, int last) {
        if (first == last) {
            return names.ofToken(first);
        }
        StringBuilder text = new StringBuilder();
        for (int token = first; token <= last; token += 2) {
            int name = names.ofToken(token);
            if (name == NONE) {
                return NONE;
            }
            text.append(token == first ? "" : ".").append(names.text(name));
        }
        return names.of(text.toString());
    }

    private void declare(int node, BindingKind kind) {
        int list = tree.slot(node, 0);
        for (int i = 0; i < tree.length(list); i++) {
            int token = tree.element(list, i);
            int name = names.ofToken(token, scopes.className(scope(node)));
            if (name != NONE) {
                bindings.add(kind, scope(node), name, suite(node), tree.start(node), tree.tokens().start(token),
                        tree.tokens().end(token), NONE);
                redirections.put(key(scope(node), name), kind);
            }
        }
    }

    private void exportCall(int node) {
        int callee = tree.slot(node, 0);
        if (scope(node) != 0 || tree.kind(callee) != NodeKind.ATTRIBUTE
                || tree.kind(tree.slot(callee, 0)) != NodeKind.NAME) {
            return;
        }
        int object = names.ofToken(tree.slot(tree.slot(callee, 0), 0));
        int method = names.ofToken(tree.slot(callee, 1));
        if (object != NONE && method != NONE && names.text(object).equals(Exports.ALL)) {
            exports.call(names.text(method), tree.slot(node, 1));
        }
    }
}
