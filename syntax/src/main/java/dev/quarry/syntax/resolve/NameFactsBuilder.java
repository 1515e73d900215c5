package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.TreeWalk;
import java.util.Arrays;

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
    final IntStack imports = new IntStack();
    final IntStack referenceStarts = new IntStack();
    final IntStack referenceEnds = new IntStack();
    final IntStack referenceValues = new IntStack();
    final IntStack callStarts = new IntStack();
    final IntStack callEnds = new IntStack();
    final IntStack callValues = new IntStack();

    SyntaxTree tree;
    /// By node: its scope and suite, plus 1 in the first so that 0 is "as around".
    int[] contextScopes = new int[1024];
    int[] contextSuites = new int[1024];
    /// By node: whether it is the target of an assignment or deletion, thus no reference.
    boolean[] isTarget = new boolean[1024];
    /// By node of a function or lambda: its scope.
    int[] functionScopes = new int[1024];
    private final IntStack visited = new IntStack();
    final BoundNames boundNames = new BoundNames(scopes);
    private final DefinitionFacts definitions = new DefinitionFacts(this);
    private final TargetFacts targets = new TargetFacts(this);
    private final BoundValues boundValues = new BoundValues(this);
    private final FilledContainers filled = new FilledContainers(this);
    private final ImportFacts importFacts = new ImportFacts(this);
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
            visited.push(node);
            visit(node);
        }
        filled.bind();
        valueReader.read(visited);
        boundValues.finish();
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
        boundNames.clear();
        names.start(next);
        scopes.clear();
        bindings.clear();
        values.clear();
        exports.start(next);
        for (IntStack column : new IntStack[] {imports, referenceStarts, referenceEnds, referenceValues, callStarts,
                callEnds, callValues, visited}) {
            column.clear();
        }
        definitions.clear();
        filled.clear();
        boundValues.clear();
    }

    AnnotationReader annotations() {
        return annotations;
    }

    BoundValues bound() {
        return boundValues;
    }

    FilledContainers filled() {
        return filled;
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
        int owner = boundNames.bind(scope, name);
        if (owner != scope) {
            scope = owner;
            suite = NONE;
        }
        return bindings.add(kind, scope, name, suite, offset, start, end, value);
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
            case IMPORT -> importFacts.modules(node);
            case IMPORT_FROM -> importFacts.names(node);
            case GLOBAL -> declare(node, BindingKind.GLOBAL_STATEMENT);
            case NONLOCAL -> declare(node, BindingKind.NONLOCAL_STATEMENT);
            case CALL -> {
                exportCall(node);
                filled.call(node);
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

    private void declare(int node, BindingKind kind) {
        int list = tree.slot(node, 0);
        for (int i = 0; i < tree.length(list); i++) {
            int token = tree.element(list, i);
            int name = names.ofToken(token, scopes.className(scope(node)));
            if (name != NONE) {
                bindings.add(kind, scope(node), name, suite(node), tree.start(node), tree.tokens().start(token),
                        tree.tokens().end(token), NONE);
                boundNames.redirect(scope(node), name, kind);
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
