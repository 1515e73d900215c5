package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

/// What expressions stand for.
final class Evaluation {
    /// A dotted path of more characters is not followed further: paths could grow for ever in a circle.
    private static final int LONGEST_PATH = 400;
    private static final String BUILTINS = "builtins.";

    private final Questions questions;
    private final Values result = new Values();

    Evaluation(Questions questions) {
        this.questions = questions;
    }

    /// The bindings, modules and other things that a name or attribute means.
    long[] located(int file, int value) {
        NameFacts facts = questions.facts(file);
        result.clear();
        switch (facts.ops[value]) {
            case Op.NAME -> questions.names().located(facts, file, value, result);
            case Op.ATTRIBUTE -> {
                String name = facts.names[facts.b[value]];
                for (long object : ask(Questions.EVALUATED, file, facts.a[value])) {
                    attribute(file, object, name);
                }
            }
            default -> throw new IllegalStateException("neither a name nor an attribute");
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    /// @param viewer the file with the expression
    private void attribute(int viewer, long object, String name) {
        int number = Value.number(object);
        long owner = Value.classOf(object);
        switch (Value.kind(object)) {
            case Value.MODULE -> result.addAll(questions.ask(questions.exported(questions.text(number), name)));
            case Value.CLASS -> result.addAll(questions.ask(questions.member(Questions.MEMBER, owner, name)));
            case Value.INSTANCE -> result.addAll(
                    questions.ask(questions.member(Questions.INSTANCE_MEMBER, owner, name)));
            case Value.SOME_CLASS -> result.addAll(
                    questions.ask(questions.someMember(Questions.SOME_MEMBER, owner, viewer, name)));
            case Value.SOME_INSTANCE -> result.addAll(
                    questions.ask(questions.someMember(Questions.SOME_INSTANCE_MEMBER, owner, viewer, name)));
            case Value.SUPER -> result.addAll(
                    questions.ask(questions.someMember(Questions.NEXT_MEMBER, owner, viewer, name)));
            case Value.EXTERNAL, Value.EXTERNAL_INSTANCE -> {
                String path = questions.text(number);
                result.add(path.length() + name.length() > LONGEST_PATH ? Value.unknown(Unresolved.EXTERNAL_VALUE)
                        : questions.external(path + "." + name));
            }
            case Value.DISPLAY -> {
                NameFacts facts = questions.facts(Value.file(object));
                result.add(questions.external(BUILTINS + facts.names[facts.b[number]] + "." + name));
            }
            case Value.FUNCTION -> result.add(Value.unknown(Unresolved.FUNCTION_ATTRIBUTE));
            case Value.COROUTINE -> result.add(questions.external("types.CoroutineType." + name));
            default -> result.add(object);
        }
    }

    /// The values that an expression may have.
    long[] evaluated(int file, int value) {
        NameFacts facts = questions.facts(file);
        result.clear();
        int a = facts.a[value];
        switch (facts.ops[value]) {
            case Op.NAME -> named(file, value, false);
            case Op.ATTRIBUTE -> {
                if (facts.names[facts.b[value]].equals("__class__")) {
                    for (long object : ask(Questions.EVALUATED, file, a)) {
                        typeOf(object);
                    }
                } else {
                    named(file, value, true);
                }
            }
            case Op.OPERATED -> {
                for (long object : ask(Questions.EVALUATED, file, a)) {
                    operated(file, object, facts.names[facts.b[value]]);
                }
            }
            case Op.CALL -> {
                int only = onlyArgument(facts, value);
                for (long callee : ask(Questions.EVALUATED, file, a)) {
                    if (only != NONE && keepsFunction(callee)) {
                        result.addAll(ask(Questions.EVALUATED, file, only));
                    } else if (only != NONE && isBuiltin(callee, "type")) {
                        for (long object : ask(Questions.EVALUATED, file, only)) {
                            typeOf(object);
                        }
                    } else {
                        called(file, callee);
                    }
                }
            }
            case Op.AWAIT -> {
                for (long object : ask(Questions.EVALUATED, file, a)) {
                    awaited(object);
                }
            }
            case Op.ITEM -> {
                for (long object : ask(Questions.EVALUATED, file, a)) {
                    item(object);
                }
            }
            case Op.ONE_OF -> oneOf(facts, file, a);
            case Op.DISPLAY -> result.add(Value.of(Value.DISPLAY, file, value));
            case Op.LITERAL -> result.add(
                    Value.of(Value.EXTERNAL_INSTANCE, questions.number(BUILTINS + facts.names[a])));
            case Op.FUNCTION -> result.add(Value.of(Value.FUNCTION, file, a));
            case Op.INSTANCE -> result.add(Value.of(Value.SOME_INSTANCE, file, a));
            case Op.CLASS -> result.add(Value.of(Value.SOME_CLASS, file, a));
            case Op.PARAMETER -> parameter(file, value, facts.b[value] - 1);
            case Op.SUPER -> superclass(file, a, facts.b[value]);
            case Op.ANNOTATED -> {
                for (long type : ask(Questions.EVALUATED, file, a)) {
                    instance(type);
                }
            }
            case Op.IMPORT -> {
                questions.names().imported(facts, file, a, result);
                follow(result.toList(), false);
            }
            case Op.UNKNOWN -> result.add(Value.of(Value.UNKNOWN, a));
            case Op.NOTHING -> { }
            default -> throw new IllegalStateException("no operation: " + facts.ops[value]);
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    private void named(int file, int value, boolean attribute) {
        follow(ask(Questions.LOCATED, file, value), attribute);
    }

    /// The values that bindings bind; everything else stands for itself.
    private void follow(long[] located, boolean attribute) {
        result.clear();
        for (long found : located) {
            if (Value.kind(found) != Value.SITE) {
                result.add(found);
            } else if (attribute && isProperty(found)) {
                NameFacts facts = questions.facts(Value.file(found));
                returnedBy(Value.file(found), facts.bindingValues[getter(facts, Value.number(found))]);
            } else {
                result.addAll(ask(Questions.BOUND, Value.file(found), Value.number(found)));
            }
        }
    }

    private boolean isProperty(long site) {
        NameFacts facts = questions.facts(Value.file(site));
        int binding = Value.number(site);
        return facts.bindingKind(binding) == BindingKind.FUNCTION
                && (facts.scopeTraits[facts.bindingValues[binding]] & FunctionTraits.PROPERTY) != 0;
    }

    /// The getter of a property that a binding makes or changes.
    private static int getter(NameFacts facts, int binding) {
        int scope = facts.bindingScopes[binding];
        int name = facts.bindingNames[binding];
        for (int earlier = binding; earlier >= 0 && facts.isBinding(earlier, scope, name)
                && facts.bindingKind(earlier) == BindingKind.FUNCTION; earlier--) {
            int traits = facts.scopeTraits[facts.bindingValues[earlier]];
            if ((traits & FunctionTraits.PROPERTY) != 0 && (traits & FunctionTraits.ACCESSOR) == 0) {
                return earlier;
            }
        }
        return binding;
    }

    private void oneOf(NameFacts facts, int file, int list) {
        for (int i = 1; i <= facts.lists[list]; i++) {
            result.addAll(ask(Questions.EVALUATED, file, facts.lists[list + i]));
        }
    }

    /// @param standard the default's value, NONE for none
    private void parameter(int file, int value, int standard) {
        if (standard != NONE) {
            // Functions and classes are called by whoever keeps the default; other values mostly say "none given".
            for (long kept : ask(Questions.EVALUATED, file, standard)) {
                if (Value.kind(kept) == Value.FUNCTION || Value.kind(kept) == Value.CLASS) {
                    result.add(kept);
                }
            }
        }
        result.addAll(ask(Questions.PASSED, file, value));
        result.add(Value.unknown(Unresolved.PARAMETER));
    }

    /// The only argument of a call; NONE where it is none, or one with a name or star.
    private static int onlyArgument(NameFacts facts, int call) {
        int list = facts.b[call] - 1;
        if (list < 0 || facts.lists[list] != 1) {
            return NONE;
        }
        int argument = facts.lists[list + 1];
        return facts.ops[argument] == Op.KEYWORD || facts.ops[argument] == Op.STARRED ? NONE : argument;
    }

    /// Whether a call gives what its argument is.
    private boolean keepsFunction(long callee) {
        return isBuiltin(callee, "staticmethod") || isBuiltin(callee, "classmethod");
    }

    private boolean isBuiltin(long value, String name) {
        if (Value.kind(value) != Value.EXTERNAL) {
            return false;
        }
        String path = questions.text(Value.number(value));
        return path.startsWith(BUILTINS) && path.startsWith(name, BUILTINS.length())
                && path.length() == BUILTINS.length() + name.length();
    }

    /// The class of an object.
    private void typeOf(long object) {
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
    private void operated(int viewer, long object, String method) {
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

    /// `super()` in a class, or `super(X, self)`.
    private void superclass(int file, int around, int argument) {
        if (argument == 0) {
            result.add(Value.of(Value.SUPER, file, around));
            return;
        }
        for (long cls : ask(Questions.EVALUATED, file, argument - 1)) {
            result.add(Value.kind(cls) == Value.CLASS || Value.kind(cls) == Value.SOME_CLASS ? Value.of(Value.SUPER, Value.file(cls), Value.number(cls))
                    : Value.of(Value.SUPER, file, around));
        }
    }

    private void awaited(long object) {
        switch (Value.kind(object)) {
            case Value.COROUTINE -> result.addAll(
                    ask(Questions.RETURNED, Value.file(object), Value.number(object)));
            case Value.UNKNOWN -> result.add(object);
            case Value.EXTERNAL, Value.EXTERNAL_INSTANCE -> result.add(Value.unknown(Unresolved.EXTERNAL_VALUE));
            default -> result.add(Value.unknown(Unresolved.CALL_RESULT));
        }
    }

    /// What a call of a function gives to its caller.
    private void returnedBy(int file, int scope) {
        int kind = questions.facts(file).scopeTraits[scope] & (FunctionTraits.ASYNC | FunctionTraits.GENERATOR);
        if (kind == FunctionTraits.ASYNC) {
            result.add(Value.of(Value.COROUTINE, file, scope));
        } else {
            result.addAll(ask(Questions.RETURNED, file, scope));
        }
    }

    /// @param viewer the file with the call
    private void called(int viewer, long callee) {
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

    private void item(long object) {
        switch (Value.kind(object)) {
            case Value.DISPLAY -> {
                NameFacts facts = questions.facts(Value.file(object));
                oneOf(facts, Value.file(object), facts.a[Value.number(object)]);
            }
            // A generic with its arguments is the class still.
            case Value.CLASS, Value.SOME_CLASS, Value.UNKNOWN -> result.add(object);
            default -> result.add(Value.unknown(Unresolved.ITEM));
        }
    }

    private void instance(long type) {
        switch (Value.kind(type)) {
            case Value.CLASS, Value.SOME_CLASS ->
                    result.add(Value.of(Value.SOME_INSTANCE, Value.file(type), Value.number(type)));
            case Value.EXTERNAL -> result.add(Value.of(Value.EXTERNAL_INSTANCE, Value.number(type)));
            case Value.UNKNOWN -> result.add(type);
            case Value.DISPLAY -> {
                // A tuple of exceptions.
                NameFacts facts = questions.facts(Value.file(type));
                int list = facts.a[Value.number(type)];
                for (int i = 1; i <= facts.lists[list]; i++) {
                    for (long item : ask(Questions.EVALUATED, Value.file(type), facts.lists[list + i])) {
                        if (Value.kind(item) == Value.DISPLAY) {
                            result.add(Value.unknown(Unresolved.ITEM));
                        } else {
                            instance(item);
                        }
                    }
                }
            }
            default -> result.add(Value.unknown(Unresolved.EXPRESSION));
        }
    }

    /// What a binding binds its name to.
    long[] bound(int file, int binding) {
        NameFacts facts = questions.facts(file);
        int value = facts.bindingValues[binding];
        return switch (facts.bindingKind(binding)) {
            case FUNCTION -> facts.scopeDecorators[value] == NONE ? new long[] {Value.of(Value.FUNCTION, file, value)}
                    : decorated(facts, file, value);
            case CLASS -> new long[] {Value.of(Value.CLASS, file, value)};
            default -> value == NONE ? new long[] {Value.unknown(Unresolved.EXPRESSION)}
                    : ask(Questions.EVALUATED, file, value);
        };
    }

    /// A function and what decorators of the repository put around it: a call enters the one and, as a rule, the other.
    private long[] decorated(NameFacts facts, int file, int scope) {
        result.clear();
        int list = facts.scopeDecorators[scope];
        for (int i = 1; i <= facts.lists[list]; i++) {
            for (long decorator : ask(Questions.EVALUATED, file, facts.lists[list + i])) {
                switch (Value.kind(decorator)) {
                    case Value.FUNCTION, Value.CLASS, Value.INSTANCE -> called(file, decorator);
                    default -> { }
                }
            }
        }
        long[] around = result.toList();
        result.clear();
        result.add(Value.of(Value.FUNCTION, file, scope));
        for (long value : around) {
            switch (Value.kind(value)) {
                case Value.FUNCTION, Value.CLASS, Value.INSTANCE, Value.SOME_INSTANCE -> result.add(value);
                default -> { }
            }
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    /// What a call of a function gives: what its annotation says, else what its `return` statements do.
    long[] returned(int file, int scope) {
        NameFacts facts = questions.facts(file);
        result.clear();
        if ((facts.scopeTraits[scope] & FunctionTraits.GENERATOR) != 0) {
            result.add(Value.unknown(Unresolved.CALL_RESULT));
        } else if (facts.scopeTypes[scope] != NONE) {
            for (long type : ask(Questions.EVALUATED, file, facts.scopeTypes[scope])) {
                instance(type);
            }
        } else if (facts.scopeDetails[scope] != NONE) {
            oneOf(facts, file, facts.scopeDetails[scope]);
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    private long[] ask(int kind, int file, int number) {
        return questions.ask(Questions.key(kind, file, number));
    }
}
