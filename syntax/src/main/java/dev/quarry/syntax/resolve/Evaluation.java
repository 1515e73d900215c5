package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

/// What expressions stand for.
final class Evaluation {
    /// A dotted path of more characters is not followed further: paths could grow for ever in a circle.
    private static final int LONGEST_PATH = 400;
    private static final String BUILTINS = "builtins.";

    private final Questions questions;
    private final Values result = new Values();
    private final Containers containers;
    private final Calls calls;

    Evaluation(Questions questions) {
        this.questions = questions;
        containers = new Containers(questions, result);
        calls = new Calls(questions, result, containers);
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
            case Value.DISPLAY, Value.PART -> {
                NameFacts facts = questions.facts(Value.file(object));
                result.add(questions.external(BUILTINS + facts.names[facts.b[number]] + "." + name));
            }
            case Value.FUNCTION -> result.add(Value.unknown(Unresolved.FUNCTION_ATTRIBUTE));
            case Value.COROUTINE -> result.add(questions.external("types.CoroutineType." + name));
            case Value.GENERATOR -> result.add(questions.external("types.GeneratorType." + name));
            case Value.ELEMENT -> result.add(questions.external("builtins.tuple." + name));
            case Value.ITERABLE -> {
                int file = Value.file(object);
                String builtin = containers.builtin(file, questions.facts(file).a[number]);
                result.add(builtin.isEmpty() ? Value.unknown(Unresolved.EXTERNAL_VALUE)
                        : questions.external(BUILTINS + (builtin.equals("sorted") ? "list" : builtin) + "." + name));
            }
            case Value.CONTAINER -> {
                int file = Value.file(object);
                NameFacts facts = questions.facts(file);
                for (long origin : ask(Questions.EVALUATED, file, facts.lists[facts.a[number] + 1])) {
                    attribute(viewer, Value.kind(origin) == Value.EXTERNAL
                            ? Value.of(Value.EXTERNAL_INSTANCE, Value.number(origin)) : origin, name);
                }
            }
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
                        calls.typeOf(object);
                    }
                } else {
                    named(file, value, true);
                }
            }
            case Op.OPERATED -> {
                for (long object : ask(Questions.EVALUATED, file, a)) {
                    calls.operated(file, object, facts.names[facts.b[value]]);
                }
            }
            case Op.CALL -> calls.call(facts, file, value);
            case Op.AWAIT -> {
                for (long object : ask(Questions.EVALUATED, file, a)) {
                    calls.awaited(object);
                }
            }
            case Op.ITEM -> {
                for (long object : ask(Questions.EVALUATED, file, a)) {
                    containers.item(file, object, facts.b[value]);
                }
            }
            case Op.ONE_OF -> oneOf(facts, file, a);
            case Op.DISPLAY -> result.add(Value.of(Value.DISPLAY, file, value));
            case Op.LITERAL -> result.add(
                    Value.of(Value.EXTERNAL_INSTANCE, questions.number(BUILTINS + facts.names[a])));
            case Op.FUNCTION -> result.add(Value.of(Value.FUNCTION, file, a));
            case Op.INSTANCE -> result.add(Value.of(Value.SOME_INSTANCE, file, a));
            case Op.CLASS -> result.add(Value.of(Value.SOME_CLASS, file, a));
            case Op.STARRED -> {
                for (long object : ask(Questions.EVALUATED, file, a)) {
                    containers.item(file, object, Items.ITERATED);
                }
            }
            case Op.GENERIC -> generic(facts, file, value);
            case Op.FILLED -> {
                for (long item : ask(Questions.EVALUATED, file, a)) {
                    if (Value.kind(item) != Value.UNKNOWN) {
                        result.add(item);
                    }
                }
                result.add(Value.unknown(Unresolved.ITEM));
            }
            case Op.PARAMETER -> parameter(file, value, facts.b[value] - 1);
            case Op.SUPER -> superclass(file, a, facts.b[value]);
            case Op.ANNOTATED -> {
                for (long type : ask(Questions.EVALUATED, file, a)) {
                    containers.types().instance(type);
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
                calls.returnedBy(Value.file(found), facts.bindingValues[getter(facts, Value.number(found))]);
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

    /// A type with arguments: the class itself where it is of the repository.
    private void generic(NameFacts facts, int file, int value) {
        for (long origin : ask(Questions.EVALUATED, file, facts.lists[facts.a[value] + 1])) {
            result.add(Value.kind(origin) == Value.CLASS ? origin : Value.of(Value.GENERIC, file, value));
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

    /// `super()` in a class, or `super(X, self)`.
    private void superclass(int file, int around, int argument) {
        if (argument == 0) {
            result.add(Value.of(Value.SUPER, file, around));
            return;
        }
        for (long cls : ask(Questions.EVALUATED, file, argument - 1)) {
            boolean isClass = Value.kind(cls) == Value.CLASS || Value.kind(cls) == Value.SOME_CLASS;
            result.add(isClass ? Value.of(Value.SUPER, Value.file(cls), Value.number(cls))
                    : Value.of(Value.SUPER, file, around));
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
                    case Value.FUNCTION, Value.CLASS, Value.INSTANCE -> calls.called(file, decorator);
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

    /// What a call of a function gives in the end, see [Calls#returned].
    long[] returned(int file, int scope) {
        result.clear();
        calls.returned(file, scope);
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    /// The items of what a call gives, see [Containers#items].
    long[] items(int file, int call) {
        result.clear();
        containers.items(file, call);
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    private long[] ask(int kind, int file, int number) {
        return questions.ask(Questions.key(kind, file, number));
    }
}
