package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// The parameters of functions: their annotations and defaults, and which of them are `self` or `cls`.
final class ParameterFacts {
    private final NameFactsBuilder out;
    /// By scope: the class of a method; the name of its first parameter, and whether that is the class, as `cls`. NONE
    /// for others.
    private final IntStack methodClasses = new IntStack();
    private final IntStack selfNames = new IntStack();
    private final IntStack selfIsClass = new IntStack();
    private final IntStack parameterBindings = new IntStack();
    private final IntStack parameterAnnotations = new IntStack();
    private final IntStack defaultedBindings = new IntStack();
    private final IntStack defaultNodes = new IntStack();

    ParameterFacts(NameFactsBuilder out) {
        this.out = out;
    }

    void clear() {
        for (IntStack column : new IntStack[] {methodClasses, selfNames, selfIsClass, parameterBindings,
                parameterAnnotations, defaultedBindings, defaultNodes}) {
            column.clear();
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

    /// Binds the parameters of a function.
    ///
    /// @param parameters node of the list, 0 for none
    /// @param classScope the class of a method, NONE for other functions
    /// @param traits [FunctionTraits] bits
    void read(int scope, int suite, int parameters, int classScope, int traits,
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
            out.boundNames.bind(scope, name);
            int binding = out.bindings.add(BindingKind.PARAMETER, scope, name, suite, tree.start(parameters),
                    tree.tokens().start(token), tree.tokens().end(token), value);
            if (!self && kind == NodeKind.PARAMETER && tree.slot(item, 1) != 0) {
                parameterBindings.push(binding);
                parameterAnnotations.push(tree.slot(item, 1));
            } else if (!self && kind == NodeKind.PARAMETER && tree.slot(item, 2) != 0) {
                defaultedBindings.push(binding);
                defaultNodes.push(tree.slot(item, 2));
            }
            first = false;
        }
        if (classScope != NONE && scope >= methodClasses.size()) {
            remember(scope, classScope, NONE, false);
        }
    }

    private void remember(int scope, int classScope, int selfName, boolean isClass) {
        while (methodClasses.size() <= scope) {
            methodClasses.push(NONE);
            selfNames.push(NONE);
            selfIsClass.push(0);
        }
        methodClasses.set(scope, classScope);
        selfNames.set(scope, selfName);
        selfIsClass.set(scope, isClass ? 1 : 0);
    }

    /// Gives the parameters their values, now that expressions have some.
    void finish() {
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
            out.bindings.values.set(parameterBindings.get(i), out.annotations().instance(node));
        }
    }
}
