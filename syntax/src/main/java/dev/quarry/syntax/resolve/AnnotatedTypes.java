package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

/// What annotations say of objects and of the items of containers.
final class AnnotatedTypes {
    private final Questions questions;
    private final Values result;

    /// @param result to which objects are added
    AnnotatedTypes(Questions questions, Values result) {
        this.questions = questions;
        this.result = result;
    }

    /// What the arguments of an annotation's generic say.
    ///
    /// @param container a [Value#CONTAINER]
    /// @param how as [Items] numbers it
    void item(long container, int how) {
        int file = Value.file(container);
        NameFacts facts = questions.facts(file);
        int value = Value.number(container);
        String type = facts.names[facts.b[value]];
        int arguments = facts.a[value] + 1;
        int count = facts.lists[facts.a[value]] - 1;
        if (how == Items.SLICED) {
            result.add(Items.isTuple(type) ? Value.unknown(Unresolved.ITEM) : container);
        } else if (Items.hasItems(type) && count > 0) {
            instances(file, facts.lists[arguments + 1]);
        } else if (Items.hasKeysAndValues(type) && count > 1) {
            instances(file, facts.lists[arguments + (how == Items.ITERATED ? 1 : 2)]);
        } else if (Items.isTuple(type) && count > 0) {
            int index = Items.index(how);
            if (index != NONE && index < count) {
                instances(file, facts.lists[arguments + 1 + index]);
            } else {
                for (int i = 1; i <= count; i++) {
                    instances(file, facts.lists[arguments + i]);
                }
            }
        } else {
            result.add(Value.unknown(Unresolved.ITEM));
        }
    }

    private void instances(int file, int type) {
        for (long one : ask(Questions.EVALUATED, file, type)) {
            instance(one);
        }
    }

    /// Adds an object of an annotated type.
    void instance(long type) {
        int file = Value.file(type);
        int number = Value.number(type);
        switch (Value.kind(type)) {
            case Value.CLASS, Value.SOME_CLASS -> result.add(Value.of(Value.SOME_INSTANCE, file, number));
            case Value.EXTERNAL -> result.add(Value.of(Value.EXTERNAL_INSTANCE, number));
            case Value.UNKNOWN -> result.add(type);
            case Value.GENERIC -> {
                NameFacts facts = questions.facts(file);
                if (!Items.isClass(facts.names[facts.b[number]])) {
                    result.add(Value.of(Value.CONTAINER, file, number));
                } else if (facts.lists[facts.a[number]] > 1) {
                    classes(file, facts.lists[facts.a[number] + 2]);
                }
            }
            case Value.DISPLAY -> {
                // A tuple of exceptions.
                NameFacts facts = questions.facts(file);
                int list = facts.a[number];
                for (int i = 1; i <= facts.lists[list]; i++) {
                    for (long item : ask(Questions.EVALUATED, file, facts.lists[list + i])) {
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

    /// What is of type `type[X]`.
    private void classes(int file, int type) {
        for (long one : ask(Questions.EVALUATED, file, type)) {
            switch (Value.kind(one)) {
                case Value.CLASS -> result.add(Value.of(Value.SOME_CLASS, Value.file(one), Value.number(one)));
                case Value.SOME_CLASS, Value.EXTERNAL, Value.UNKNOWN -> result.add(one);
                default -> result.add(Value.unknown(Unresolved.EXPRESSION));
            }
        }
    }

    private long[] ask(int kind, int file, int number) {
        return questions.ask(Questions.key(kind, file, number));
    }
}
