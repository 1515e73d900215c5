package dev.quarry.syntax.compile;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.symtable.FutureStatements;
import java.util.HashMap;
import java.util.Map;

/// Whatever has a scope of its own: functions, classes, lambdas, comprehensions and type parameters; and arguments,
/// which calls and classes share. In the order of CPython's code generator.
final class DefinitionReader {
    /// Up to this many keyword arguments, comparing each with each is faster than a map.
    private static final int FEW = 12;

    private final SyntaxTree tree;
    private final Work work;
    private final Scopes scopes;
    private final Blocks blocks;
    private final FinallyExits exits;
    private final FutureStatements future;
    private final ReservedNames names;
    private final Findings findings;

    DefinitionReader(SyntaxTree tree, Work work, Scopes scopes, Blocks blocks, FinallyExits exits,
            FutureStatements future, ReservedNames names, Findings findings) {
        this.tree = tree;
        this.work = work;
        this.scopes = scopes;
        this.blocks = blocks;
        this.exits = exits;
        this.future = future;
        this.names = names;
        this.findings = findings;
    }

    void step(int code, int number) {
        switch (code) {
            case Work.FUNCTION_BODY -> functionBody(number);
            case Work.LEAVE_FUNCTION -> leaveFunction();
            case Work.CLASS_BODY -> {
                scopes.enter(Scopes.CLASS, number);
                blocks.enterScope(false);
                work.step(Work.LEAVE_CLASS, number);
                work.nodes(tree.slot(number, 4));
            }
            case Work.LEAVE_CLASS -> {
                blocks.leaveScope(false);
                scopes.leave();
            }
            case Work.CLASS_ARGUMENTS -> arguments(tree.slot(number, 3));
            case Work.LAMBDA_BODY -> {
                scopes.enter(Scopes.LAMBDA, number);
                work.step(Work.LEAVE_LAMBDA, number);
                work.node(tree.slot(number, 1));
            }
            case Work.ENTER_ANNOTATION -> scopes.enter(Scopes.ANNOTATION, number);
            case Work.COMPREHENSION_BODY -> comprehensionBody(number);
            case Work.LEAVE_COMPREHENSION -> scopes.leaveComprehension();
            default -> scopes.leave();
        }
    }

    /// Decorators, defaults, type parameters, annotations, body.
    void function(int node) {
        int parameters = tree.slot(node, 4);
        int typeParameters = tree.slot(node, 3);
        if (names.hasDebug()) {
            names.parameters(parameters);
            work.step(Work.BOUND_NAMES, node);
        }
        if (typeParameters != 0) {
            work.step(Work.LEAVE_ANNOTATION, 0);
        }
        work.step(Work.FUNCTION_BODY, node);
        if (!future.annotations()) {
            annotations(parameters, tree.slot(node, 5));
        }
        typeParameters(typeParameters, node);
        defaults(parameters);
        work.nodes(tree.slot(node, 0));
    }

    private void functionBody(int node) {
        boolean asynchronous = tree.slot(node, 1) != 0;
        scopes.enter(asynchronous ? Scopes.ASYNC_FUNCTION : Scopes.FUNCTION, node);
        blocks.enterScope(asynchronous);
        if (exits.applies) {
            exits.enter(FinallyExits.FUNCTION);
        }
        work.step(Work.LEAVE_FUNCTION, node);
        work.nodes(tree.slot(node, 6));
    }

    private void leaveFunction() {
        boolean asynchronous = scopes.kind == Scopes.ASYNC_FUNCTION;
        boolean generator = scopes.leaveFunction();
        blocks.leaveScope(generator && !asynchronous);
        if (exits.applies) {
            exits.leave();
        }
    }

    /// Annotations, pushed from the last to the first: `return`, `**`, keyword-only, `*`, positional-only, others.
    private void annotations(int parameters, int returns) {
        work.node(returns);
        int items = tree.slot(parameters, 0);
        int count = tree.length(items);
        int slash = -1;
        int star = count;
        for (int i = 0; i < count; i++) {
            switch (tree.kind(tree.element(items, i))) {
                case POSITIONAL_ONLY_MARKER -> slash = i;
                case KEYWORD_ONLY_MARKER, STAR_PARAMETER -> star = i;
                default -> { }
            }
        }
        annotations(items, star, count);
        annotations(items, 0, slash);
        annotations(items, slash + 1, star);
    }

    private void annotations(int items, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            int item = tree.element(items, i);
            switch (tree.kind(item)) {
                case PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> {
                    if (tree.slot(item, 1) != 0) {
                        work.element(tree.slot(item, 1));
                    }
                }
                default -> { }
            }
        }
    }

    private void defaults(int parameters) {
        int items = tree.slot(parameters, 0);
        for (int i = tree.length(items) - 1; i >= 0; i--) {
            int item = tree.element(items, i);
            if (tree.kind(item) == NodeKind.PARAMETER) {
                work.node(tree.slot(item, 2));
            }
        }
    }

    void lambda(int node) {
        names.parameters(tree.slot(node, 0));
        work.step(Work.LAMBDA_BODY, node);
        defaults(tree.slot(node, 0));
    }

    /// Decorators, type parameters, body, bases.
    void classDefinition(int node) {
        int typeParameters = tree.slot(node, 2);
        if (names.hasDebug()) {
            work.step(Work.BOUND_NAMES, node);
        }
        if (typeParameters != 0) {
            work.step(Work.LEAVE_ANNOTATION, 0);
        }
        if (tree.slot(node, 3) != 0) {
            work.step(Work.CLASS_ARGUMENTS, node);
        }
        work.step(Work.CLASS_BODY, node);
        typeParameters(typeParameters, node);
        work.nodes(tree.slot(node, 0));
    }

    void typeAlias(int node) {
        if (names.hasDebug()) {
            work.step(Work.BOUND_NAMES, node);
        }
        work.step(Work.LEAVE_ANNOTATION, 0);
        work.node(tree.slot(node, 2));
        int typeParameters = tree.slot(node, 1);
        if (typeParameters == 0) {
            work.step(Work.ENTER_ANNOTATION, node);
        } else {
            typeParameters(typeParameters, node);
        }
    }

    /// Type parameters and the scope around them; nothing when there are none.
    private void typeParameters(int list, int owner) {
        int firstDefault = 0;
        while (firstDefault < tree.length(list) && !hasDefault(tree.element(list, firstDefault))) {
            firstDefault++;
        }
        for (int i = tree.length(list) - 1; i >= 0; i--) {
            int parameter = tree.element(list, i);
            if (i > firstDefault && !hasDefault(parameter)) {
                work.step(Work.NON_DEFAULT_TYPE_PARAMETER, parameter);
            }
            if (names.hasDebug()) {
                work.step(Work.BOUND_NAMES, parameter);
            }
            switch (tree.kind(parameter)) {
                case TYPE_VAR -> {
                    work.node(tree.slot(parameter, 2));
                    work.node(tree.slot(parameter, 1));
                }
                case TYPE_VAR_TUPLE, PARAM_SPEC -> {
                    if (tree.slot(parameter, 1) != 0) {
                        work.element(tree.slot(parameter, 1));
                    }
                }
                default -> { }
            }
        }
        if (list != 0) {
            work.step(Work.ENTER_ANNOTATION, owner);
        }
    }

    private boolean hasDefault(int typeParameter) {
        return tree.slot(typeParameter, tree.kind(typeParameter) == NodeKind.TYPE_VAR ? 2 : 1) != 0;
    }

    // Comprehensions.

    /// The first iterable belongs to the scope around; a generator expression reads it last.
    void comprehension(int node) {
        boolean generator = tree.kind(node) == NodeKind.GENERATOR;
        int iterable = tree.slot(tree.element(clauses(node), 0), 2);
        if (generator) {
            work.node(iterable);
        }
        work.step(Work.COMPREHENSION_BODY, node);
        if (!generator) {
            work.node(iterable);
        }
    }

    private int clauses(int node) {
        return tree.slot(node, tree.kind(node) == NodeKind.DICT_COMPREHENSION ? 2 : 1);
    }

    private void comprehensionBody(int node) {
        boolean generator = tree.kind(node) == NodeKind.GENERATOR;
        scopes.enterComprehension(generator ? Scopes.GENERATOR : Scopes.COMPREHENSION, node);
        work.step(Work.LEAVE_COMPREHENSION, node);
        if (tree.kind(node) == NodeKind.DICT_COMPREHENSION) {
            work.node(tree.slot(node, 1));
        }
        if (tree.slot(node, 0) != 0) {
            work.element(tree.slot(node, 0));
        }
        int clauses = clauses(node);
        for (int i = tree.length(clauses) - 1; i >= 0; i--) {
            int clause = tree.element(clauses, i);
            if (tree.slot(clause, 0) != 0) {
                scopes.asynchronousClause();
            }
            work.nodes(tree.slot(clause, 3));
            int target = tree.slot(clause, 1);
            if (names.hasDebug() || tree.kind(target) != NodeKind.NAME) {
                work.step(Work.STORE, target);
            }
            if (i > 0) {
                work.node(tree.slot(clause, 2));
            }
        }
    }

    // Arguments.

    /// Positional arguments first, then those with keywords, whatever the order in which they are written.
    void arguments(int list) {
        int count = tree.length(list);
        int keywords = 0;
        boolean mixed = false;
        for (int i = 0; i < count; i++) {
            if (tree.kind(tree.element(list, i)) == NodeKind.KEYWORD_ARGUMENT) {
                keywords++;
            } else {
                mixed |= keywords > 0;
            }
        }
        if (keywords > 1 || keywords == 1 && names.hasDebug()) {
            checkKeywords(list, keywords);
        }
        if (!mixed) {
            for (int i = count - 1; i >= 0; i--) {
                argument(tree.element(list, i));
            }
            return;
        }
        for (int i = count - 1; i >= 0; i--) {
            if (tree.kind(tree.element(list, i)) == NodeKind.KEYWORD_ARGUMENT) {
                argument(tree.element(list, i));
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            if (tree.kind(tree.element(list, i)) != NodeKind.KEYWORD_ARGUMENT) {
                argument(tree.element(list, i));
            }
        }
    }

    private void argument(int node) {
        switch (tree.kind(node)) {
            case KEYWORD_ARGUMENT -> work.node(tree.slot(node, 1));
            case STARRED -> work.node(tree.slot(node, 0));
            default -> work.node(node);
        }
    }

    /// The first name that comes twice, and `__debug__`.
    private void checkKeywords(int list, int keywords) {
        int count = tree.length(list);
        Map<Integer, Integer> later = keywords > FEW ? laterOccurrences(list) : null;
        for (int i = 0; i < count; i++) {
            int name = keyword(list, i);
            if (name < 0) {
                continue;
            }
            int argument = tree.element(list, i);
            if (names.isDebug(tree.slot(argument, 0))) {
                names.assigned(tree.start(argument), tree.end(argument));
                return;
            }
            int other = later == null ? next(list, i, name) : later.getOrDefault(i, -1);
            if (other >= 0) {
                int repeated = tree.element(list, other);
                findings.error("keyword argument repeated: " + tree.names().text(name), tree.start(repeated),
                        tree.end(repeated));
                return;
            }
        }
    }

    /// The name of a keyword argument; -1 for positional ones and `**`.
    private int keyword(int list, int index) {
        int argument = tree.element(list, index);
        if (tree.kind(argument) != NodeKind.KEYWORD_ARGUMENT || tree.slot(argument, 0) == 0) {
            return -1;
        }
        return tree.tokens().payload(tree.slot(argument, 0));
    }

    private int next(int list, int from, int name) {
        for (int i = from + 1; i < tree.length(list); i++) {
            if (keyword(list, i) == name) {
                return i;
            }
        }
        return -1;
    }

    /// For each argument whose name comes again, where it does next.
    private Map<Integer, Integer> laterOccurrences(int list) {
        Map<Integer, Integer> seen = new HashMap<>();
        Map<Integer, Integer> later = new HashMap<>();
        for (int i = tree.length(list) - 1; i >= 0; i--) {
            int name = keyword(list, i);
            if (name >= 0) {
                Integer next = seen.put(name, i);
                if (next != null) {
                    later.put(i, next);
                }
            }
        }
        return later;
    }
}
