package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

/// What the calls of a function in its own file pass for a parameter.
///
/// Calls in other files may pass more: whoever asks adds that this is not all.
final class Arguments {
    /// Calls of one name in a file: those of names that are called more often are not looked at.
    private static final int MOST_CALLS = 64;
    private static final int MOST_VALUES = 32;
    private static final String INITIALISER = "__init__";

    private final Questions questions;

    Arguments(Questions questions) {
        this.questions = questions;
    }

    /// The functions, classes and objects that are passed; none where there are too many.
    ///
    /// @param value an [Op#PARAMETER]
    long[] passed(int file, int value) {
        NameFacts facts = questions.facts(file);
        int parameter = facts.a[value];
        int scope = facts.lists[parameter + Op.PARAMETER_SCOPE];
        Values result = new Values();
        int binding = facts.scopeBindings[scope];
        if (binding == NONE) {
            return Values.EMPTY;
        }
        int owner = facts.bindingScopes[binding];
        boolean isMethod = facts.scopeKind(owner) == ScopeKind.CLASS;
        addCalls(facts, file, facts.bindingNames[binding], parameter, result);
        if (isMethod && facts.bindingName(binding).equals(INITIALISER) && facts.scopeBindings[owner] != NONE) {
            addCalls(facts, file, facts.bindingNames[facts.scopeBindings[owner]], parameter, result);
        }
        // A decorator that takes arguments returns a function within it, which gets what is decorated.
        if (facts.scopeKind(owner) == ScopeKind.FUNCTION && facts.scopeBindings[owner] != NONE) {
            addCalls(facts, file, facts.bindingNames[facts.scopeBindings[owner]], parameter, result);
        }
        long[] all = result.toSet(NameResolver.MOST_TARGETS);
        return all.length > MOST_VALUES ? Values.EMPTY : all;
    }

    private void addCalls(NameFacts facts, int file, int name, int parameter, Values result) {
        int[] calls = facts.calls().of(name, MOST_CALLS);
        if (calls == null) {
            return;
        }
        int scope = facts.lists[parameter + Op.PARAMETER_SCOPE];
        for (int call : calls) {
            if (call < 0) {
                addDecorated(facts, file, ~call, parameter, result);
                continue;
            }
            int callee = facts.a[call];
            for (long function : ask(file, callee)) {
                if (function == Value.of(Value.FUNCTION, file, scope)) {
                    addArgument(facts, file, call, skipped(facts, file, callee, scope), parameter, result);
                } else if (Value.kind(function) == Value.CLASS && isInitialiserOf(facts, file, scope, function)) {
                    addArgument(facts, file, call, 1, parameter, result);
                }
            }
        }
    }

    /// Whether a call of a class runs a function.
    private boolean isInitialiserOf(NameFacts facts, int file, int scope, long cls) {
        int binding = facts.scopeBindings[scope];
        if (!facts.bindingName(binding).equals(INITIALISER)) {
            return false;
        }
        for (long found : questions.ask(questions.member(Questions.MEMBER, cls, INITIALISER))) {
            if (found == Value.of(Value.SITE, file, binding)) {
                return true;
            }
        }
        return false;
    }

    /// How many parameters come before those that the call's arguments are for: `self` and `cls`.
    private int skipped(NameFacts facts, int file, int callee, int scope) {
        int owner = facts.bindingScopes[facts.scopeBindings[scope]];
        if (facts.scopeKind(owner) != ScopeKind.CLASS || facts.ops[callee] != Op.ATTRIBUTE
                || (facts.scopeTraits[scope] & FunctionTraits.STATIC) != 0) {
            return 0;
        }
        if ((facts.scopeTraits[scope] & FunctionTraits.CLASS_METHOD) != 0) {
            return 1;
        }
        for (long object : ask(file, facts.a[callee])) {
            if (Value.kind(object) == Value.CLASS || Value.kind(object) == Value.SOME_CLASS) {
                return 0;
            }
        }
        return 1;
    }

    private void addArgument(NameFacts facts, int file, int call, int skipped, int parameter, Values result) {
        int list = facts.b[call] - 1;
        int position = facts.lists[parameter + Op.PARAMETER_POSITION] - skipped;
        int name = facts.lists[parameter + Op.PARAMETER_NAME];
        boolean isPlain = true;
        for (int i = 0; list >= 0 && i < facts.lists[list]; i++) {
            int argument = facts.lists[list + 1 + i];
            switch (facts.ops[argument]) {
                case Op.KEYWORD -> {
                    if (facts.b[argument] == name) {
                        addValues(file, facts.a[argument], result);
                    }
                }
                case Op.STARRED -> isPlain = false;
                default -> {
                    if (isPlain && i == position) {
                        addValues(file, argument, result);
                    }
                }
            }
        }
    }

    private void addValues(int file, int argument, Values result) {
        for (long passed : ask(file, argument)) {
            switch (Value.kind(passed)) {
                case Value.UNKNOWN, Value.EXTERNAL_INSTANCE -> { }
                default -> result.add(passed);
            }
        }
    }

    /// What is decorated is the first argument of the decorator.
    private void addDecorated(NameFacts facts, int file, int decorated, int parameter, Values result) {
        int position = facts.lists[parameter + Op.PARAMETER_POSITION];
        int scope = facts.lists[parameter + Op.PARAMETER_SCOPE];
        long function = Value.of(Value.FUNCTION, file, scope);
        int list = facts.scopeDecorators[decorated];
        for (int i = 1; i <= facts.lists[list]; i++) {
            for (long decorator : ask(file, facts.lists[list + i])) {
                if (position == 0 && decorator == function || position == 1 && Value.kind(decorator) == Value.CLASS
                        && isInitialiserOf(facts, file, scope, decorator)) {
                    result.add(Value.of(Value.FUNCTION, file, decorated));
                }
            }
        }
    }

    private long[] ask(int file, int value) {
        return questions.ask(Questions.key(Questions.EVALUATED, file, value));
    }
}
