package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// Visits what opens scopes: bodies of functions, classes and lambdas, type parameters, type aliases, annotations.
final class DefinitionCollector {
    private final SymbolCollector out;

    DefinitionCollector(SymbolCollector out) {
        this.out = out;
    }

    void functionBody(int node) {
        SyntaxTree tree = out.tree;
        out.enter(ScopeType.FUNCTION, out.name(tree.slot(node, 2)), node, node);
        if (tree.slot(node, 1) != 0) {
            out.set(ScopeFlags.COROUTINE);
        }
        Parameters.define(out, tree.slot(node, 4));
        out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, 6));
    }

    void classBody(int node) {
        SyntaxTree tree = out.tree;
        int name = out.name(tree.slot(node, 1));
        out.enter(ScopeType.CLASS, name, node, node);
        out.privateName = name;
        if (tree.slot(node, 2) != 0) {
            implicit(ImplicitName.DUNDER_TYPE_PARAMS, SymbolFlags.DEF_LOCAL, node);
            implicit(ImplicitName.TYPE_PARAMS, SymbolFlags.USE, node);
        }
        out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        out.pushAll(SymbolCollector.STATEMENT, tree.slot(node, 4));
    }

    void lambdaBody(int node) {
        SyntaxTree tree = out.tree;
        ImplicitName name = out.isAtLeast(PythonVersion.PY315) ? ImplicitName.ANGLED_LAMBDA : ImplicitName.LAMBDA;
        out.enter(ScopeType.FUNCTION, out.names.id(name), node, node);
        Parameters.define(out, tree.slot(node, 0));
        out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        out.push(SymbolCollector.LOAD, tree.slot(node, 1));
    }

    /// The scope around a generic function, class or type alias.
    void enterTypeParameters(int node) {
        SyntaxTree tree = out.tree;
        boolean inClass = out.currentType() == ScopeType.CLASS;
        NodeKind kind = tree.kind(node);
        int name = switch (kind) {
            case FUNCTION_DEF -> out.name(tree.slot(node, 2));
            case CLASS_DEF -> out.name(tree.slot(node, 1));
            default -> aliasName(out, node);
        };
        out.enter(ScopeType.TYPE_PARAMETERS, name, node, node);
        if (inClass) {
            seeClassScope(node);
        }
        switch (kind) {
            case CLASS_DEF -> {
                implicit(ImplicitName.TYPE_PARAMS, SymbolFlags.DEF_LOCAL, node);
                implicit(ImplicitName.TYPE_PARAMS, SymbolFlags.USE, node);
                implicit(ImplicitName.GENERIC_BASE, SymbolFlags.DEF_LOCAL, node);
                implicit(ImplicitName.GENERIC_BASE, SymbolFlags.USE, node);
                out.privateName = name;
                if (out.isAtLeast(PythonVersion.PY313)) {
                    out.mangleTypeParametersOnly();
                }
            }
            case FUNCTION_DEF -> {
                // CPython asks whether there is a list of defaults, and there is one, be it empty.
                implicit(ImplicitName.DEFAULTS, SymbolFlags.DEF_PARAM, node);
                if (Parameters.hasKeywordDefaults(tree, tree.slot(node, 4))) {
                    implicit(ImplicitName.KWDEFAULTS, SymbolFlags.DEF_PARAM, node);
                }
            }
            default -> { }
        }
    }

    void typeParameter(int node) {
        SyntaxTree tree = out.tree;
        int name = out.name(tree.slot(node, 0));
        if (name == ScopeBuffer.NONE) {
            return;
        }
        out.define(name, SymbolFlags.DEF_TYPE_PARAM | SymbolFlags.DEF_LOCAL, node);
        if (out.isAtLeast(PythonVersion.PY314) && name == out.names.id(ImplicitName.CLASSDICT)) {
            out.errors.reservedTypeParameter(name, node);
        }
        switch (tree.kind(node)) {
            case TYPE_VAR -> {
                if (tree.slot(node, 2) != 0) {
                    out.push(SymbolCollector.TYPE_VARIABLE_DEFAULT, node);
                }
                int bound = tree.slot(node, 1);
                if (bound != 0) {
                    typeVariable(name, node, bound, isTuple(bound) ? "a TypeVar constraint" : "a TypeVar bound");
                }
            }
            case TYPE_VAR_TUPLE -> typeVariable(name, node, tree.slot(node, 1), "a TypeVarTuple default");
            case PARAM_SPEC -> typeVariable(name, node, tree.slot(node, 1), "a ParamSpec default");
            default -> { }
        }
    }

    void typeParameterDefault(int node) {
        typeVariable(out.name(out.tree.slot(node, 0)), node, out.tree.slot(node, 2), "a TypeVar default");
    }

    private void typeVariable(int name, int node, int expression, String description) {
        if (expression == 0) {
            return;
        }
        boolean seesClass = out.has(ScopeFlags.CAN_SEE_CLASS_SCOPE);
        out.enter(ScopeType.TYPE_VARIABLE, name, node, out.isAtLeast(PythonVersion.PY313) ? expression : node);
        if (seesClass) {
            seeClassScope(expression);
        }
        out.scopes.descriptions[out.current] = description;
        out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        out.push(SymbolCollector.LOAD, expression);
    }

    private boolean isTuple(int bound) {
        int inner = bound;
        while (out.tree.kind(inner) == NodeKind.PAREN) {
            inner = out.tree.slot(inner, 0);
        }
        return out.tree.kind(inner) == NodeKind.TUPLE;
    }

    void aliasValue(int node) {
        boolean inClass = out.currentType() == ScopeType.CLASS || out.has(ScopeFlags.CAN_SEE_CLASS_SCOPE);
        int value = out.tree.slot(node, 2);
        out.enter(ScopeType.TYPE_ALIAS, aliasName(out, node), node, node);
        if (inClass) {
            seeClassScope(value);
        }
        out.push(SymbolCollector.LOAD, value);
    }

    /// The name of a type alias, [ScopeBuffer#NONE] where it is missing.
    static int aliasName(SymbolCollector out, int node) {
        int name = out.tree.slot(node, 0);
        return out.tree.kind(name) == NodeKind.NAME ? out.name(out.tree.slot(name, 0)) : ScopeBuffer.NONE;
    }

    /// A function's annotations: one scope for all from 3.14 on; before, the scopes around, unless they are never
    /// evaluated: then a scope for those of the parameters and one for the returned value's.
    void annotations(int node) {
        SyntaxTree tree = out.tree;
        int parameters = tree.slot(node, 4);
        int returns = tree.slot(node, 5);
        if (out.isAtLeast(PythonVersion.PY314)) {
            boolean seesClass = out.currentType() == ScopeType.CLASS || out.has(ScopeFlags.CAN_SEE_CLASS_SCOPE);
            out.enter(ScopeType.ANNOTATION, out.names.id(ImplicitName.ANNOTATE), node, node);
            if (seesClass) {
                seeClassScope(node);
            }
            out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
            out.push(SymbolCollector.LOAD, returns);
            if (Parameters.pushAnnotations(out, parameters) || returns != 0) {
                out.set(ScopeFlags.ANNOTATIONS_USED);
            }
            return;
        }
        out.push(SymbolCollector.RETURN_ANNOTATION, returns);
        if (out.annotationsAreTexts) {
            out.enter(ScopeType.ANNOTATION, out.names.id(ImplicitName.ANNOTATION), node, node);
            out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        }
        Parameters.pushAnnotations(out, parameters);
    }

    void returnAnnotation(int node) {
        if (out.annotationsAreTexts) {
            out.enter(ScopeType.ANNOTATION, out.names.id(ImplicitName.ANNOTATION), node, node);
            out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        }
        out.push(SymbolCollector.LOAD, node);
    }

    /// The annotation of a variable.
    void variableAnnotation(int node) {
        if (!out.isAtLeast(PythonVersion.PY314)) {
            returnAnnotation(node);
            return;
        }
        if (out.tree.kind(node) == NodeKind.ERROR_EXPRESSION) {
            return;
        }
        int owner = out.current;
        ScopeType ownerType = out.currentType();
        // Variables of functions keep no annotations.
        boolean unevaluated = ownerType == ScopeType.FUNCTION;
        // A module may be executed in part, so all of its annotations count as conditional.
        if ((ownerType == ScopeType.MODULE
                || ownerType == ScopeType.CLASS && out.has(ScopeFlags.IN_CONDITIONAL_BLOCK))
                && !out.has(ScopeFlags.HAS_CONDITIONAL_ANNOTATIONS)) {
            out.set(ScopeFlags.HAS_CONDITIONAL_ANNOTATIONS);
            implicit(ImplicitName.CONDITIONAL_ANNOTATIONS, SymbolFlags.USE, node);
        }
        int scope = out.scopes.annotationScope[owner];
        if (scope == ScopeBuffer.NONE) {
            out.enter(ScopeType.ANNOTATION, out.names.id(ImplicitName.ANNOTATE), node, node);
            out.scopes.annotationScope[owner] = out.current;
            if (ownerType == ScopeType.CLASS && !out.annotationsAreTexts) {
                seeClassScope(node);
            }
        } else {
            out.reenter(scope);
        }
        out.scopes.addAnnotation(out.current, node);
        out.pushNumber(SymbolCollector.EXIT_SCOPE, 0);
        if (unevaluated) {
            out.set(ScopeFlags.IN_UNEVALUATED_ANNOTATION);
            out.pushNumber(SymbolCollector.END_UNEVALUATED, 0);
        }
        out.push(SymbolCollector.LOAD, node);
    }

    private void seeClassScope(int node) {
        out.set(ScopeFlags.CAN_SEE_CLASS_SCOPE);
        implicit(ImplicitName.CLASSDICT, SymbolFlags.USE, node);
    }

    private void implicit(ImplicitName name, int flag, int node) {
        out.define(out.names.id(name), flag, node);
    }
}
