package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.NodeEnds;

/// Functions, classes, lambdas and generic type aliases: their scopes, their names, their parameters.
final class DefinitionFacts {
    private final NameFactsBuilder out;
    // Until values are known: functions and what they return, functions and their annotations, classes and their bases.
    private final IntStack returnScopes = new IntStack();
    private final IntStack returnNodes = new IntStack();
    private final IntStack yieldScopes = new IntStack();
    private final IntStack yieldNodes = new IntStack();
    private final IntStack annotatedScopes = new IntStack();
    private final IntStack annotationNodes = new IntStack();
    private final IntStack decoratedScopes = new IntStack();
    private final IntStack decoratedNodes = new IntStack();
    private final IntStack classScopes = new IntStack();
    private final IntStack classNodes = new IntStack();
    private final IntStack aliasBindings = new IntStack();
    private final IntStack aliasNodes = new IntStack();
    private final ParameterFacts parameters;
    DefinitionFacts(NameFactsBuilder out) {
        this.out = out;
        parameters = new ParameterFacts(out);
    }

    ParameterFacts parameters() {
        return parameters;
    }

    void clear() {
        for (IntStack column : new IntStack[] {returnScopes, returnNodes, yieldScopes, yieldNodes, annotatedScopes,
                annotationNodes, decoratedScopes, decoratedNodes, classScopes, classNodes, aliasBindings,
                aliasNodes}) {
            column.clear();
        }
        parameters.clear();
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
            decoratedScopes.push(scope);
            decoratedNodes.push(tree.slot(node, 0));
        }
        int classScope = out.scopes.kind(around) == ScopeKind.CLASS ? around : NONE;
        parameters.read(scope, body, tree.slot(node, 4), classScope, traits, name == NONE ? "" : out.names.text(name));
        if (tree.slot(node, 5) != 0) {
            annotatedScopes.push(scope);
            annotationNodes.push(tree.slot(node, 5));
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
        parameters.read(scope, body, tree.slot(node, 0), NONE, 0, "");
        returnScopes.push(scope);
        returnNodes.push(tree.slot(node, 1));
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
        classScopes.push(scope);
        classNodes.push(node);
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
                aliasBindings.push(binding);
                aliasNodes.push(tree.slot(node, 2));
            }
        }
    }

    void returned(int node) {
        int scope = out.scope(node);
        if (out.scopes.kind(scope) == ScopeKind.FUNCTION && out.tree.slot(node, 0) != 0) {
            returnScopes.push(scope);
            returnNodes.push(out.tree.slot(node, 0));
        }
    }

    void yielded(int node) {
        int scope = out.scope(node);
        if (out.scopes.kind(scope) == ScopeKind.FUNCTION) {
            out.scopes.addTrait(scope, FunctionTraits.GENERATOR);
            if (out.tree.slot(node, 0) != 0) {
                yieldScopes.push(scope);
                yieldNodes.push(node);
            }
        }
    }

    /// Sets what could not be known before the values were.
    void finish() {
        IntStack items = new IntStack();
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
                    items.push(out.value(decorator));
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
                    case STARRED -> items.push(out.values.unknown(Unresolved.ITEM));
                    default -> items.push(out.annotations().base(argument));
                }
            }
            out.scopes.types.set(classScopes.get(i), out.values.list(items));
        }
        for (int i = 0; i < aliasBindings.size(); i++) {
            out.bindings.values.set(aliasBindings.get(i), out.annotations().value(aliasNodes.get(i)));
        }
        parameters.finish();
    }

    /// What each function returns, a generator yields, as a list. Statements of one function need not be neighbours.
    private void finishReturns(IntStack items, IntStack scopes, IntStack nodes, boolean ofGenerators) {
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
                items.push(switch (out.tree.kind(node)) {
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
}
