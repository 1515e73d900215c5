package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

/// What calls give to their callers.
final class Calls {
    private static final String BUILTINS = "builtins.";

    private final Questions questions;
    private final Values result;
    private final Containers containers;

    /// @param result to which values are added
    Calls(Questions questions, Values result, Containers containers) {
        this.questions = questions;
        this.result = result;
        this.containers = containers;
    }

    /// Adds what a call gives.
    ///
    /// @param value an [Op#CALL]
    void call(NameFacts facts, int file, int value) {
        int callee = facts.a[value];
        boolean ofContainer = facts.ops[callee] == Op.ATTRIBUTE && containerMethod(facts, file, value, callee);
        for (long function : ask(Questions.EVALUATED, file, callee)) {
            if (Value.kind(function) != Value.EXTERNAL) {
                called(file, function);
            } else if (!ofContainer && !external(facts, file, value, questions.text(Value.number(function)))) {
                called(file, function);
            }
        }
    }

    /// What methods of containers and generators give. Whether the object may be one of them.
    private boolean containerMethod(NameFacts facts, int file, int call, int callee) {
        String name = facts.names[facts.b[callee]];
        boolean enters = name.equals("__enter__") || name.equals("__aenter__");
        if (!enters && !Items.isTaking(name) && !Items.isViewing(name) && !name.equals("copy")) {
            return false;
        }
        boolean some = false;
        for (long object : ask(Questions.EVALUATED, file, facts.a[callee])) {
            if (!isContainer(object)) {
                continue;
            }
            some = true;
            if (name.equals("__aenter__")) {
                result.add(Value.of(Value.COROUTINE, Value.file(object), Value.number(object)));
            } else if (Items.isViewing(name)) {
                result.add(Value.of(Value.ITERABLE, file, call));
            } else if (name.equals("copy")) {
                result.add(object);
            } else {
                containers.item(file, object, Items.ANY);
            }
        }
        int standard = some && Items.isTaking(name) ? Containers.argument(facts, call, 1) : NONE;
        if (standard != NONE) {
            result.addAll(ask(Questions.EVALUATED, file, standard));
        }
        return some;
    }

    private static boolean isContainer(long object) {
        return switch (Value.kind(object)) {
            case Value.DISPLAY, Value.PART, Value.CONTAINER, Value.ITERABLE, Value.GENERATOR -> true;
            default -> false;
        };
    }

    /// What functions outside the repository give of which that is known. Whether it is.
    private boolean external(NameFacts facts, int file, int call, String path) {
        int first = Containers.argument(facts, call, 0);
        if (first == NONE) {
            return false;
        }
        boolean only = facts.lists[facts.b[call] - 1] == 1;
        if (path.endsWith(".__new__")) {
            for (long cls : ask(Questions.EVALUATED, file, first)) {
                called(file, cls);
            }
            return true;
        }
        switch (path) {
            case "builtins.type" -> {
                if (!only) {
                    return false;
                }
                for (long object : ask(Questions.EVALUATED, file, first)) {
                    typeOf(object);
                }
                return true;
            }
            case "builtins.staticmethod", "builtins.classmethod", "functools.partial", "functools.partialmethod",
                    "copy.copy", "copy.deepcopy" -> {
                result.addAll(ask(Questions.EVALUATED, file, first));
                return true;
            }
            default -> { }
        }
        String builtin = path.startsWith(BUILTINS) ? path.substring(BUILTINS.length()) : "";
        if (Items.isCopying(builtin) || Items.isIterating(builtin)) {
            result.add(Value.of(Value.ITERABLE, file, call));
            return true;
        }
        int standard = Containers.argument(facts, call, 1);
        if (Items.isChoosing(builtin) && (standard == NONE || builtin.equals("next"))) {
            for (long object : ask(Questions.EVALUATED, file, first)) {
                containers.item(file, object, Items.ITERATED);
            }
            if (standard != NONE) {
                result.addAll(ask(Questions.EVALUATED, file, standard));
            }
            return true;
        }
        return false;
    }

    /// The class of an object.
    void typeOf(long object) {
        switch (Value.kind(object)) {
            case Value.INSTANCE -> result.add(Value.classOf(object));
            case Value.SOME_INSTANCE -> result.add(
                    Value.of(Value.SOME_CLASS, Value.file(object), Value.number(object)));
            case Value.EXTERNAL_INSTANCE -> result.add(Value.of(Value.EXTERNAL, Value.number(object)));
            case Value.UNKNOWN -> result.add(object);
            default -> result.add(Value.unknown(Unresolved.EXTERNAL_VALUE));
        }
    }

    /// What an operator gives with an object on its left.
    void operated(int viewer, long object, String method) {
        switch (Value.kind(object)) {
            case Value.INSTANCE, Value.SOME_INSTANCE -> {
                for (long found : questions.ask(questions.memberOf(viewer, object, method))) {
                    returnedBy(found);
                }
            }
            case Value.UNKNOWN -> result.add(object);
            default -> result.add(Value.unknown(Unresolved.EXPRESSION));
        }
    }

    /// What `await` gives.
    void awaited(long object) {
        switch (Value.kind(object)) {
            case Value.COROUTINE -> result.addAll(
                    ask(Questions.RETURNED, Value.file(object), Value.number(object)));
            case Value.UNKNOWN -> result.add(object);
            case Value.EXTERNAL, Value.EXTERNAL_INSTANCE -> result.add(Value.unknown(Unresolved.EXTERNAL_VALUE));
            default -> result.add(Value.unknown(Unresolved.CALL_RESULT));
        }
    }

    /// What a call of an object gives.
    ///
    /// @param viewer the file with the call
    void called(int viewer, long callee) {
        int file = Value.file(callee);
        int number = Value.number(callee);
        switch (Value.kind(callee)) {
            case Value.CLASS -> result.add(Value.of(Value.INSTANCE, file, number));
            case Value.SOME_CLASS -> result.add(Value.of(Value.SOME_INSTANCE, file, number));
            case Value.FUNCTION -> returnedBy(file, number);
            case Value.INSTANCE, Value.SOME_INSTANCE -> {
                for (long method : questions.ask(questions.memberOf(viewer, callee, "__call__"))) {
                    returnedBy(method);
                }
            }
            case Value.EXTERNAL -> {
                String path = questions.text(number);
                boolean isClass = path.startsWith(BUILTINS) && ImplicitNames.isClass(path.substring(BUILTINS.length()));
                result.add(isClass ? Value.of(Value.EXTERNAL_INSTANCE, number)
                        : Value.unknown(Unresolved.EXTERNAL_VALUE));
            }
            case Value.UNKNOWN -> result.add(callee);
            default -> result.add(Value.unknown(Unresolved.CALL_RESULT));
        }
    }

    /// What a call of a function gives.
    void returnedBy(int file, int scope) {
        int traits = questions.facts(file).scopeTraits[scope];
        if ((traits & FunctionTraits.GENERATOR) != 0) {
            result.add(Value.of(Value.GENERATOR, file, scope));
        } else if ((traits & FunctionTraits.ASYNC) != 0) {
            result.add(Value.of(Value.COROUTINE, file, scope));
        } else {
            result.addAll(ask(Questions.RETURNED, file, scope));
        }
    }

    private void returnedBy(long method) {
        if (Value.kind(method) != Value.SITE) {
            result.add(method);
            return;
        }
        for (long function : ask(Questions.BOUND, Value.file(method), Value.number(method))) {
            if (Value.kind(function) == Value.FUNCTION) {
                returnedBy(Value.file(function), Value.number(function));
            } else {
                result.add(Value.unknown(Unresolved.CALL_RESULT));
            }
        }
    }

    /// What a call of a function gives in the end, a generator's items: what its annotation says, else what its
    /// `return` and `yield` do.
    void returned(int file, int scope) {
        NameFacts facts = questions.facts(file);
        if (facts.scopeTypes[scope] != NONE) {
            boolean isGenerator = (facts.scopeTraits[scope] & FunctionTraits.GENERATOR) != 0;
            for (long type : ask(Questions.EVALUATED, file, facts.scopeTypes[scope])) {
                if (!isGenerator) {
                    containers.types().instance(type);
                } else if (Value.kind(type) == Value.GENERIC) {
                    containers.item(file, Value.of(Value.CONTAINER, Value.file(type), Value.number(type)),
                            Items.ITERATED);
                } else {
                    result.add(Value.unknown(Unresolved.ITEM));
                }
            }
        } else if (facts.scopeDetails[scope] != NONE) {
            int list = facts.scopeDetails[scope];
            for (int i = 1; i <= facts.lists[list]; i++) {
                result.addAll(ask(Questions.EVALUATED, file, facts.lists[list + i]));
            }
        }
    }

    private long[] ask(int kind, int file, int number) {
        return questions.ask(Questions.key(kind, file, number));
    }
}
