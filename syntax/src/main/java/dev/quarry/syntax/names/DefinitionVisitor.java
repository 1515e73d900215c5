package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// Visits what opens scopes: functions, classes, lambdas, type aliases; and type parameters.
final class DefinitionVisitor {
    private final NameCollector out;

    DefinitionVisitor(NameCollector out) {
        this.out = out;
    }

    /// Parameters and body come before decorators and what is returned, as in LibCST.
    void function(int node) {
        SyntaxTree tree = out.tree;
        int name = tree.slot(node, 2);
        int typeParameters = tree.slot(node, 3);
        int parameters = tree.slot(node, 4);
        out.define(name);
        int outer = out.scope;
        int around = typeParameters == 0 ? outer : out.newScope(ScopeClass.ANNOTATION, outer, NameNumbers.NONE);
        int inner = out.newScope(ScopeClass.FUNCTION, around, out.name(name));
        out.typing().enterDefinition(out.name(name));
        defineParameters(parameters, inner);
        out.pushCount();
        if (typeParameters != 0) {
            out.pushNumber(NameCollector.SET_SCOPE, outer);
        }
        out.push(NameCollector.ANNOTATION, tree.slot(node, 5));
        out.pushAll(NameCollector.LOAD, tree.slot(node, 0));
        out.pushNumber(NameCollector.SET_SCOPE, around);
        out.pushAll(NameCollector.STATEMENT, tree.slot(node, 6));
        out.pushNumber(NameCollector.SET_SCOPE, inner);
        pushParameterExpressions(parameters);
        pushTypeParameters(typeParameters, around, true);
    }

    void classStatement(int node) {
        SyntaxTree tree = out.tree;
        int name = tree.slot(node, 1);
        int typeParameters = tree.slot(node, 2);
        out.define(name);
        int outer = out.scope;
        int around = typeParameters == 0 ? outer : out.newScope(ScopeClass.ANNOTATION, outer, NameNumbers.NONE);
        int inner = out.newScope(ScopeClass.CLASS, around, out.name(name));
        out.typing().enterDefinition(out.name(name));
        out.pushCount();
        out.pushNumber(NameCollector.SET_SCOPE, outer);
        out.pushAll(NameCollector.STATEMENT, tree.slot(node, 4));
        out.pushNumber(NameCollector.SET_SCOPE, inner);
        out.pushAll(NameCollector.LOAD, tree.slot(node, 3));
        pushTypeParameters(typeParameters, around, true);
        out.pushAll(NameCollector.LOAD, tree.slot(node, 0));
    }

    void lambda(int node) {
        SyntaxTree tree = out.tree;
        int parameters = tree.slot(node, 0);
        int inner = out.newScope(ScopeClass.FUNCTION, out.scope, NameNumbers.NONE);
        defineParameters(parameters, inner);
        out.pushNumber(NameCollector.SET_SCOPE, out.scope);
        out.push(NameCollector.LOAD, tree.slot(node, 1));
        out.pushNumber(NameCollector.SET_SCOPE, inner);
        pushParameterExpressions(parameters);
    }

    /// The alias is assigned by the statement; LibCST does not visit its name.
    void typeAlias(int node) {
        SyntaxTree tree = out.tree;
        int target = tree.slot(node, 0);
        if (tree.kind(target) == NodeKind.NAME) {
            int token = tree.slot(target, 0);
            out.mention(token, NameCollector.LOAD);
            int name = out.name(token);
            if (name != NameNumbers.NONE && out.scope != Scopes.NONE) {
                out.scopes.assign(out.scope, name);
            }
        }
        int inner = out.newScope(ScopeClass.ANNOTATION, out.scope, NameNumbers.NONE);
        out.pushCount();
        out.pushNumber(NameCollector.SET_SCOPE, out.scope);
        out.push(NameCollector.LOAD, tree.slot(node, 2));
        pushTypeParameters(tree.slot(node, 1), inner, false);
        out.pushNumber(NameCollector.SET_SCOPE, inner);
    }

    /// @param hidden whether LibCST gives no contexts here, as in functions and classes
    private void pushTypeParameters(int list, int scope, boolean hidden) {
        if (list == 0) {
            return;
        }
        if (hidden) {
            out.pushNumber(NameCollector.SET_FLAGS, out.flags);
        }
        out.pushAll(NameCollector.TYPE_PARAMETER, list);
        if (hidden) {
            out.pushNumber(NameCollector.SET_FLAGS, out.flags | NameCollector.NO_CONTEXT);
        }
        out.pushNumber(NameCollector.SET_SCOPE, scope);
    }

    void typeParameter(int node) {
        SyntaxTree tree = out.tree;
        int token = tree.slot(node, 0);
        out.mention(token, NameCollector.LOAD);
        int name = out.name(token);
        if (name != NameNumbers.NONE && out.scope != Scopes.NONE) {
            out.scopes.assign(out.scope, name);
        }
        boolean variable = tree.kind(node) == NodeKind.TYPE_VAR;
        out.push(NameCollector.LOAD, tree.slot(node, variable ? 2 : 1));
        out.pushCount();
        if (variable) {
            out.push(NameCollector.LOAD, tree.slot(node, 1));
        }
    }

    /// Assigns the parameters of a scope, and counts them as one assignment.
    private void defineParameters(int parameters, int scope) {
        SyntaxTree tree = out.tree;
        int items = items(parameters);
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> out.parameter(tree.slot(item, 0), scope);
                default -> { }
            }
        }
        if (scope != Scopes.NONE) {
            out.scopes.countAssignment(scope);
        }
    }

    /// Has defaults and annotations visited, in the scope around; the default comes first.
    private void pushParameterExpressions(int parameters) {
        SyntaxTree tree = out.tree;
        int items = items(parameters);
        for (int i = tree.length(items) - 1; i >= 0; i--) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case PARAMETER -> {
                    out.push(NameCollector.ANNOTATION, tree.slot(item, 1));
                    out.push(NameCollector.LOAD, tree.slot(item, 2));
                }
                case STAR_PARAMETER, DOUBLE_STAR_PARAMETER ->
                        out.push(NameCollector.ANNOTATION, tree.slot(item, 1));
                default -> { }
            }
        }
    }

    /// The list of a PARAMETERS node, which a lambda need not have.
    private int items(int parameters) {
        return parameters == 0 ? 0 : out.tree.slot(parameters, 0);
    }
}
