package dev.quarry.syntax.resolve;

import dev.quarry.syntax.PythonVersion;
import java.util.ArrayList;
import java.util.List;

/// Says where references and calls lead. One for a repository; for one thread at a time.
///
/// The answers do not depend on the order of the questions. They follow Python's rules for scopes, imports, classes
/// (C3) and attributes, and take the bindings that may be in force where a name is used: of two that are made in the
/// branches of an `if` or `try` both, of two in a row the second. What runs in which order beyond that is not followed.
public final class NameResolver {
    /// More targets than that are one unknown, [Unresolved#TOO_MANY].
    public static final int MOST_TARGETS = 256;
    /// Answers that are kept for later questions, about 100 bytes each.
    private static final int MOST_ANSWERS = 1_000_000;

    private final Questions questions;

    /// @param version which builtins there are
    public NameResolver(ModuleIndex index, PythonVersion version) {
        this.questions = new Questions(index, version);
    }

    /// The definitions that a reference means: where the name or attribute is bound. Never empty; in no order.
    ///
    /// @param reference as numbered by the file's [NameFacts]
    public List<Target> definitions(int file, int reference) {
        int value = questions.facts(file).referenceValues[reference];
        return targets(questions.solve(Questions.key(Questions.LOCATED, file, value)));
    }

    /// The functions and classes that a call may call. Never empty; in no order.
    ///
    /// @param call as numbered by the file's [NameFacts]
    public List<Target> callees(int file, int call) {
        int value = questions.facts(file).callValues[call];
        Values callees = new Values();
        for (long callee : questions.solve(Questions.key(Questions.EVALUATED, file, value))) {
            switch (Value.kind(callee)) {
                case Value.INSTANCE, Value.SOME_INSTANCE -> addCallMethod(file, callee, callees);
                case Value.SOME_CLASS -> addClasses(file, Value.classOf(callee), callees);
                default -> callees.add(callee);
            }
        }
        return targets(callees.toSet(MOST_TARGETS));
    }

    /// What the call of an instance calls.
    private void addCallMethod(int viewer, long instance, Values callees) {
        for (long method : questions.solve(questions.memberOf(viewer, instance, "__call__"))) {
            switch (Value.kind(method)) {
                case Value.SITE -> callees.addAll(questions.solve(
                        Questions.key(Questions.BOUND, Value.file(method), Value.number(method))));
                // The class has none of its own, and that of its own class is not meant.
                case Value.EXTERNAL -> callees.add(questions.text(Value.number(method)).equals("builtins.type.__call__")
                        ? Value.unknown(Unresolved.NO_ATTRIBUTE) : method);
                default -> callees.add(method);
            }
        }
    }

    /// A class and those below it.
    private void addClasses(int viewer, long owner, Values callees) {
        callees.add(owner);
        for (long below : questions.solve(questions.someMember(Questions.BELOW, owner, viewer, ""))) {
            callees.add(below);
        }
    }

    /// What an import names: `a.b` in `import a.b`, `x` of `a` in `from a import x`, `a` in `from a import *`. Never
    /// empty; in no order.
    ///
    /// @param number as numbered by the file's [NameFacts]
    public List<Target> imports(int file, int number) {
        return targets(questions.solve(Questions.key(Questions.IMPORTED, file, number * NameFacts.IMPORT_LENGTH)));
    }

    /// The module that an import names, as [ModuleIndex#seen] has it; null where a relative one leads out of the top package.
    public String importedModule(int file, int number) {
        return questions.names().module(questions.facts(file), file, number * NameFacts.IMPORT_LENGTH);
    }

    private List<Target> targets(long[] values) {
        List<Target> targets = new ArrayList<>(values.length);
        for (long value : values) {
            Target target = target(value);
            if (!targets.contains(target)) {
                targets.add(target);
            }
        }
        if (targets.isEmpty()) {
            targets.add(new Target.Unknown(Unresolved.NO_VALUE));
        }
        if (questions.size() > MOST_ANSWERS) {
            questions.forget();
        }
        return targets;
    }

    private Target target(long value) {
        int file = Value.file(value);
        int number = Value.number(value);
        return switch (Value.kind(value)) {
            case Value.SITE -> new Target.Definition(file, number);
            case Value.FUNCTION, Value.CLASS, Value.SOME_CLASS -> {
                NameFacts facts = questions.facts(file);
                int binding = facts.scopeBindings[number];
                yield binding == NameFacts.NONE ? new Target.Lambda(file, facts.scopeOffsets[number])
                        : new Target.Definition(file, binding);
            }
            case Value.MODULE -> new Target.Module(questions.text(number));
            case Value.EXTERNAL -> new Target.External(questions.text(number));
            case Value.EXTERNAL_INSTANCE -> new Target.External(questions.text(number));
            case Value.UNKNOWN -> new Target.Unknown(Unresolved.of(number));
            case Value.INSTANCE, Value.SOME_INSTANCE, Value.SUPER, Value.DISPLAY, Value.PART, Value.COROUTINE,
                    Value.GENERIC, Value.CONTAINER, Value.ITERABLE, Value.ELEMENT, Value.GENERATOR ->
                    new Target.Unknown(Unresolved.EXPRESSION);
            default -> throw new IllegalStateException("no kind of value: " + value);
        };
    }
}
