package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.NodeEnds;

/// Functions, classes, lambdas and generic type aliases: their scopes, their names, their parameters.
final class DefinitionFacts {
    private final NameFactsBuilder out;
    /// By scope: the class of a method; the name of its first parameter, and whether that is the class, as `cls`. NONE
    /// for others.
    private final Ints methodClasses = new Ints();
    private final Ints selfNames = new Ints();
    private final Ints selfIsClass = new Ints();
    // Until values are known: functions and what they return, functions and their annotations, classes and their bases.
    private final Ints returnScopes = new Ints();
    private final Ints returnNodes = new Ints();
    private final Ints yieldScopes = new Ints();
    private final Ints yieldNodes = new Ints();
    private final Ints annotatedScopes = new Ints();
    private final Ints annotationNodes = new Ints();
    private final Ints decoratedScopes = new Ints();
    private final Ints decoratedNodes = new Ints();
    private final Ints classScopes = new Ints();
    private final Ints classNodes = new Ints();
    private final Ints parameterBindings = new Ints();
    private final Ints parameterAnnotations = new Ints();
    private final Ints defaultedBindings = new Ints();
    private final Ints defaultNodes = new Ints();

    DefinitionFacts(NameFactsBuilder out) {
        this.out = out;
    }

    void clear() {
        for (Ints column : new Ints[] {methodClasses, selfNames, selfIsClass, returnScopes, returnNodes, yieldScopes, yieldNodes, annotatedScopes,
                annotationNodes, decoratedScopes, decoratedNodes, classScopes, classNodes, parameterBindings, parameterAnnotations,
                defaultedBindings, defaultNodes}) {
            column.clear();
        }
    }

    void function(int node) {
        SyntaxTree tree = out.tree;
        int around = out.scope(node);
        int suite = out.suite(node);
        int outer = typeParameters(node, tree.slot(node, 3));
        if (outer != around) {
            int outerSuite = out.scopes.addSuite(NONE, false);
            out.setContext(tree.slot(node, 4), outer, outerSuite);
            out.setContext(tree.slot(node, 5), outer, outerSuite);
        }
        int scope = addScope(ScopeKind.FUNCTION, outer, suite, node, out.scopes.className(around));
        out.functionScopes[node] = scope;
        int body = out.scopes.addSuite(NONE, false);
        out.setContexts(tree.slot(node, 6), scope, body);
        int name = out.names.ofToken(tree.slot(node, 2), out.scopes.className(around));
        if (name != NONE) {
            out.bind(BindingKind.FUNCTION, node, name, tree.start(node), tree.start(node), NodeEnds.of(tree, node),
                    scope);
        }
        int traits = DecoratorNames.traits(tree, tree.slot(node, 0));
        if (out.scopes.kind(around) == ScopeKind.CLASS && isLeftToSubclasses(tree.slot(node, 6))) {
            traits |= FunctionTraits.ABSTRACT;
        }
        out.scopes.addTrait(scope, tree.slot(node, 1) != 0 ? traits | FunctionTraits.ASYNC : traits);
        if (tree.length(tree.slot(node, 0)) > 0) {
            decoratedScopes.add(scope);
            decoratedNodes.add(tree.slot(node, 0));
        }
        int classScope = out.scopes.kind(around) == ScopeKind.CLASS ? around : NONE;
        parameters(scope, body, tree.slot(node, 4), classScope, traits, name == NONE ? "" : out.names.text(name));
        if (tree.slot(node, 5) != 0) {
            annotatedScopes.add(scope);
            annotationNodes.add(tree.slot(node, 5));
        }
    }

    /// Whether all that a body does is to raise `NotImplementedError`.
    private boolean isLeftToSubclasses(int body) {
        SyntaxTree tree = out.tree;
        int length = tree.length(body);
        if (length == 0 || tree.kind(tree.element(body, length - 1)) != NodeKind.RAISE) {
            return false;
        }
        boolean afterText = length == 2 && tree.kind(tree.element(body, 0)) == NodeKind.EXPRESSION_STATEMENT
                && tree.kind(tree.slot(tree.element(body, 0), 0)) == NodeKind.STRINGS;
        int raised = tree.slot(tree.element(body, length - 1), 0);
        if (raised != 0 && tree.kind(raised) == NodeKind.CALL) {
            raised = tree.slot(raised, 0);
        }
        if (raised == 0 || tree.kind(raised) != NodeKind.NAME || length != 1 && !afterText) {
            return false;
        }
        int name = out.names.ofToken(tree.slot(raised, 0));
        return name != NONE && out.names.text(name).equals("NotImplementedError");
    }

    void lambda(int node) {
        SyntaxTree tree = out.tree;
        int scope = addScope(ScopeKind.FUNCTION, out.scope(node), out.suite(node), node,
                out.scopes.className(out.scope(node)));
        out.functionScopes[node] = scope;
        int body = out.scopes.addSuite(NONE, false);
        out.setContext(tree.slot(node, 1), scope, body);
        parameters(scope, body, tree.slot(node, 0), NONE, 0, "");
        returnScopes.add(scope);
        returnNodes.add(tree.slot(node, 1));
    }

    void classDefinition(int node) {
        SyntaxTree tree = out.tree;
        int around = out.scope(node);
        int suite = out.suite(node);
        int outer = typeParameters(node, tree.slot(node, 2));
        if (outer != around) {
            out.setContexts(tree.slot(node, 3), outer, out.scopes.addSuite(NONE, false));
        }
        int ownName = out.names.ofToken(tree.slot(node, 1));
        int scope = addScope(ScopeKind.CLASS, outer, suite, node, ownName);
        out.setContexts(tree.slot(node, 4), scope, out.scopes.addSuite(NONE, false));
        int name = out.names.ofToken(tree.slot(node, 1), out.scopes.className(around));
        if (name != NONE) {
            out.bind(BindingKind.CLASS, node, name, tree.start(node), tree.start(node), NodeEnds.of(tree, node),
                    scope);
        }
        classScopes.add(scope);
        classNodes.add(node);
    }

    void typeAlias(int node) {
        SyntaxTree tree = out.tree;
        int outer = typeParameters(node, tree.slot(node, 1));
        if (outer != out.scope(node)) {
            out.setContext(tree.slot(node, 2), outer, out.scopes.addSuite(NONE, false));
        }
        int target = tree.slot(node, 0);
        out.isTarget[target] = true;
        if (tree.kind(target) == NodeKind.NAME) {
            int name = out.names.ofToken(tree.slot(target, 0), out.scopes.className(out.scope(node)));
            if (name != NONE) {
                int binding = out.bind(BindingKind.TYPE_ALIAS, node, name, tree.end(node), tree.start(target),
                        tree.end(target), NONE);
                parameterBindings.add(binding);
                parameterAnnotations.add(-tree.slot(node, 2));
            }
        }
    }

    void returned(int node) {
        int scope = out.scope(node);
        if (out.scopes.kind(scope) == ScopeKind.FUNCTION && out.tree.slot(node, 0) != 0) {
            returnScopes.add(scope);
            returnNodes.add(out.tree.slot(node, 0));
        }
    }

    void yielded(int node) {
        int scope = out.scope(node);
        if (out.scopes.kind(scope) == ScopeKind.FUNCTION) {
            out.scopes.addTrait(scope, FunctionTraits.GENERATOR);
            if (out.tree.slot(node, 0) != 0) {
                yieldScopes.add(scope);
                yieldNodes.add(node);
            }
        }
    }

    /// The scope in which `name.attribute = …` binds: that of the instances where the name is a method's `self`, the
    /// class where it is `cls`. NONE where it is neither.
    int attributeScope(int scope, int name) {
        if (name == NONE || scope >= selfNames.size() || selfNames.get(scope) != name) {
            return NONE;
        }
        int owner = methodClasses.get(scope);
        return selfIsClass.get(scope) != 0 ? owner : out.scopes.instanceScope(owner);
    }

    /// The class around a scope whose code may say `super()`; NONE where there is none.
    int classAround(int scope) {
        for (int at = scope; at != NONE; at = out.scopes.parents.get(at)) {
            if (at < methodClasses.size() && methodClasses.get(at) != NONE) {
                return methodClasses.get(at);
            }
            if (out.scopes.kind(at) == ScopeKind.CLASS) {
                return NONE;
            }
        }
        return NONE;
    }

    /// Sets what could not be known before the values were.
    void finish() {
        Ints items = new Ints();
        finishReturns(items, returnScopes, returnNodes, false);
        finishReturns(items, yieldScopes, yieldNodes, true);
        for (int i = 0; i < annotatedScopes.size(); i++) {
            out.scopes.types.set(annotatedScopes.get(i),
                    out.annotations().value(annotationNodes.get(i)));
        }
        for (int i = 0; i < decoratedScopes.size(); i++) {
            items.clear();
            int decorators = decoratedNodes.get(i);
            for (int k = 0; k < out.tree.length(decorators); k++) {
                int decorator = out.tree.element(decorators, k);
                if (DecoratorNames.trait(out.tree, decorator) == 0) {
                    items.add(out.value(decorator));
                }
            }
            if (items.size() > 0) {
                out.scopes.decorators.set(decoratedScopes.get(i), out.values.list(items));
            }
        }
        for (int i = 0; i < classScopes.size(); i++) {
            items.clear();
            int arguments = out.tree.slot(classNodes.get(i), 3);
            for (int k = 0; k < out.tree.length(arguments); k++) {
                int argument = out.tree.element(arguments, k);
                switch (out.tree.kind(argument)) {
                    case KEYWORD_ARGUMENT -> { }
                    case STARRED -> items.add(out.values.unknown(Unresolved.ITEM));
                    default -> items.add(out.annotations().base(argument));
                }
            }
            out.scopes.types.set(classScopes.get(i), out.values.list(items));
        }
        for (int i = 0; i < defaultedBindings.size(); i++) {
            int standard = defaultNodes.get(i);
            switch (out.tree.kind(standard)) {
                case NAME, ATTRIBUTE, LAMBDA -> out.values.b.set(
                        out.bindings.values.get(defaultedBindings.get(i)), out.value(standard) + 1);
                default -> { }
            }
        }
        for (int i = 0; i < parameterBindings.size(); i++) {
            int node = parameterAnnotations.get(i);
            out.bindings.values.set(parameterBindings.get(i), node < 0 ? out.annotations().value(-node)
                    : out.annotations().instance(node));
        }
    }

    /// What each function returns, a generator yields, as a list. Statements of one function need not be neighbours.
    private void finishReturns(Ints items, Ints scopes, Ints nodes, boolean ofGenerators) {
        int[] next = new int[scopes.size()];
        int[] first = new int[out.scopes.size()];
        for (int i = scopes.size() - 1; i >= 0; i--) {
            int scope = scopes.get(i);
            next[i] = first[scope];
            first[scope] = i + 1;
        }
        for (int scope = 0; scope < first.length; scope++) {
            if (first[scope] == 0 || out.scopes.hasTrait(scope, FunctionTraits.GENERATOR) != ofGenerators) {
                continue;
            }
            items.clear();
            for (int i = first[scope]; i != 0; i = next[i - 1]) {
                int node = nodes.get(i - 1);
                items.add(switch (out.tree.kind(node)) {
                    case YIELD -> out.value(out.tree.slot(node, 0));
                    case YIELD_FROM -> out.item(out.tree.slot(node, 0), Items.ITERATED);
                    default -> out.value(node);
                });
            }
            out.scopes.details.set(scope, out.values.list(items));
        }
    }

    private int addScope(ScopeKind kind, int parent, int suite, int node, int className) {
        return out.scopes.add(kind, parent, suite, out.tree.start(node), className);
    }

    /// The scope of type parameters, or the scope around where there are none.
    private int typeParameters(int node, int list) {
        SyntaxTree tree = out.tree;
        int around = out.scope(node);
        if (tree.length(list) == 0) {
            return around;
        }
        int scope = addScope(ScopeKind.TYPE_PARAMETERS, around, out.suite(node), node, out.scopes.className(around));
        int suite = out.scopes.addSuite(NONE, false);
        out.setContexts(list, scope, suite);
        for (int i = 0; i < tree.length(list); i++) {
            int token = tree.slot(tree.element(list, i), 0);
            int name = out.names.ofToken(token, out.scopes.className(around));
            if (name != NONE) {
                out.bindings.add(BindingKind.TYPE_PARAMETER, scope, name, suite, tree.start(node),
                        tree.tokens().start(token), tree.tokens().end(token),
                        out.values.unknown(Unresolved.PARAMETER));
            }
        }
        return scope;
    }

    private void parameters(int scope, int suite, int parameters, int classScope, int traits,
            String functionName) {
        SyntaxTree tree = out.tree;
        int items = parameters == 0 ? 0 : tree.slot(parameters, 0);
        boolean first = true;
        boolean byName = false;
        int position = NONE;
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            NodeKind kind = tree.kind(item);
            if (kind == NodeKind.POSITIONAL_ONLY_MARKER) {
                position--;
            }
            byName |= kind == NodeKind.STAR_PARAMETER || kind == NodeKind.KEYWORD_ONLY_MARKER;
            position++;
            if (kind != NodeKind.PARAMETER && kind != NodeKind.STAR_PARAMETER
                    && kind != NodeKind.DOUBLE_STAR_PARAMETER) {
                continue;
            }
            int token = tree.slot(item, 0);
            int name = out.names.ofToken(token, out.scopes.className(scope));
            if (name == NONE) {
                continue;
            }
            int value;
            boolean self = first && kind == NodeKind.PARAMETER && classScope != NONE
                    && (traits & FunctionTraits.STATIC) == 0;
            if (self) {
                boolean takesClass = (traits & FunctionTraits.CLASS_METHOD) != 0 || functionName.equals("__new__")
                        || functionName.equals("__init_subclass__") || functionName.equals("__class_getitem__");
                value = out.values.add(takesClass ? Op.CLASS : Op.INSTANCE, classScope, 0);
                remember(scope, classScope, name, takesClass);
            } else if (kind == NodeKind.PARAMETER) {
                value = out.values.parameter(scope, byName ? NONE : position, name);
            } else {
                value = out.values.unknown(Unresolved.ITEM);
            }
            out.markBound(scope, name);
            int binding = out.bindings.add(BindingKind.PARAMETER, scope, name, suite, tree.start(parameters),
                    tree.tokens().start(token), tree.tokens().end(token), value);
            if (!self && kind == NodeKind.PARAMETER && tree.slot(item, 1) != 0) {
                parameterBindings.add(binding);
                parameterAnnotations.add(tree.slot(item, 1));
            } else if (!self && kind == NodeKind.PARAMETER && tree.slot(item, 2) != 0) {
                defaultedBindings.add(binding);
                defaultNodes.add(tree.slot(item, 2));
            }
            first = false;
        }
        if (classScope != NONE && scope >= methodClasses.size()) {
            remember(scope, classScope, NONE, false);
        }
    }

    private void remember(int scope, int classScope, int selfName, boolean isClass) {
        while (methodClasses.size() <= scope) {
            methodClasses.add(NONE);
            selfNames.add(NONE);
            selfIsClass.add(0);
        }
        methodClasses.set(scope, classScope);
        selfNames.set(scope, selfName);
        selfIsClass.set(scope, isClass ? 1 : 0);
    }
}
