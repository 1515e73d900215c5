package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

/// What the items of containers and iterators may be.
final class Containers {
    private static final String BUILTINS = "builtins.";

    private final Questions questions;
    private final Values result;
    private final AnnotatedTypes types;

    /// @param result to which items are added
    Containers(Questions questions, Values result) {
        this.questions = questions;
        this.result = result;
        types = new AnnotatedTypes(questions, result);
    }

    /// What annotations say of items and objects.
    AnnotatedTypes types() {
        return types;
    }

    /// Adds an item of an object.
    ///
    /// @param viewer the file that asks
    /// @param how as [Items] numbers it
    void item(int viewer, long object, int how) {
        int file = Value.file(object);
        int number = Value.number(object);
        switch (Value.kind(object)) {
            case Value.DISPLAY, Value.PART -> display(object, how);
            case Value.CONTAINER -> types.item(object, how);
            case Value.GENERATOR -> {
                if (how == Items.SLICED) {
                    result.add(object);
                } else {
                    result.addAll(ask(Questions.RETURNED, file, number));
                }
            }
            case Value.ITERABLE -> {
                if (how == Items.SLICED) {
                    result.add(object);
                } else {
                    result.addAll(ask(Questions.ITEMS, file, number));
                }
            }
            case Value.ELEMENT -> element(file, number, Items.index(how));
            // A generic with its arguments is the class still; a class that can be iterated is one of constants.
            case Value.CLASS, Value.SOME_CLASS -> result.add(
                    how == Items.ITERATED ? Value.of(Value.SOME_INSTANCE, file, number) : object);
            case Value.INSTANCE, Value.SOME_INSTANCE -> ofInstance(viewer, object, how);
            case Value.UNKNOWN -> result.add(object);
            case Value.EXTERNAL_INSTANCE -> result.add(
                    how == Items.SLICED ? object : Value.unknown(Unresolved.ITEM));
            default -> result.add(Value.unknown(Unresolved.ITEM));
        }
    }

    private void display(long object, int how) {
        int file = Value.file(object);
        if (how == Items.SLICED) {
            result.add(Value.of(Value.PART, file, Value.number(object)));
            return;
        }
        NameFacts facts = questions.facts(file);
        int value = Value.number(object);
        String type = facts.names[facts.b[value]];
        if (how == Items.ITERATED && type.equals("dict")) {
            // Keys are not kept.
            result.add(Value.unknown(Unresolved.ITEM));
            return;
        }
        int list = facts.a[value];
        int index = Items.isTuple(type) && Value.kind(object) == Value.DISPLAY ? Items.index(how) : NONE;
        if (index != NONE && index < facts.lists[list] && !hasStarUpTo(facts, list, index)) {
            result.addAll(ask(Questions.EVALUATED, file, facts.lists[list + 1 + index]));
            return;
        }
        for (int i = 1; i <= facts.lists[list]; i++) {
            result.addAll(ask(Questions.EVALUATED, file, facts.lists[list + i]));
        }
    }

    private static boolean hasStarUpTo(NameFacts facts, int list, int index) {
        for (int i = 0; i <= index; i++) {
            if (facts.ops[facts.lists[list + 1 + i]] == Op.STARRED) {
                return true;
            }
        }
        return false;
    }

    private void ofInstance(int viewer, long object, int how) {
        if (!Items.isIterated(how)) {
            for (long method : questions.ask(questions.memberOf(viewer, object, "__getitem__"))) {
                addReturned(method);
            }
            return;
        }
        long[] methods = questions.ask(questions.memberOf(viewer, object, "__iter__"));
        if (methods.length == 1 && Value.kind(methods[0]) == Value.UNKNOWN) {
            methods = questions.ask(questions.memberOf(viewer, object, "__aiter__"));
        }
        for (long method : methods) {
            for (long function : functions(method)) {
                int file = Value.file(function);
                int scope = Value.number(function);
                long[] returned = ask(Questions.RETURNED, file, scope);
                if ((questions.facts(file).scopeTraits[scope] & FunctionTraits.GENERATOR) != 0) {
                    result.addAll(returned);
                    continue;
                }
                for (long iterator : returned) {
                    iterated(viewer, iterator);
                }
            }
        }
    }

    private void iterated(int viewer, long iterator) {
        switch (Value.kind(iterator)) {
            case Value.INSTANCE, Value.SOME_INSTANCE -> {
                for (String name : new String[] {"__next__", "__anext__"}) {
                    for (long method : questions.ask(questions.memberOf(viewer, iterator, name))) {
                        if (Value.kind(method) == Value.SITE) {
                            addReturned(method);
                        }
                    }
                }
            }
            default -> item(viewer, iterator, Items.ITERATED);
        }
    }

    private void addReturned(long method) {
        for (long function : functions(method)) {
            result.addAll(ask(Questions.RETURNED, Value.file(function), Value.number(function)));
        }
    }

    /// The functions that a method may be; an unknown is added for anything else.
    private long[] functions(long method) {
        long[] bound = Value.kind(method) == Value.SITE
                ? ask(Questions.BOUND, Value.file(method), Value.number(method)) : Values.EMPTY;
        Values functions = new Values();
        for (long value : bound) {
            if (Value.kind(value) == Value.FUNCTION) {
                functions.add(value);
            }
        }
        if (functions.isEmpty()) {
            result.add(Value.unknown(Unresolved.ITEM));
        }
        return functions.toList();
    }

    /// The items of what a call of a builtin such as `sorted` gives, or one of `values()` and the like.
    void items(int file, int call) {
        NameFacts facts = questions.facts(file);
        int callee = facts.a[call];
        if (facts.ops[callee] == Op.ATTRIBUTE && Items.isViewing(facts.names[facts.b[callee]])) {
            switch (facts.names[facts.b[callee]]) {
                case "values" -> itemsOf(file, facts.a[callee], Items.ANY);
                case "keys" -> itemsOf(file, facts.a[callee], Items.ITERATED);
                default -> result.add(Value.of(Value.ELEMENT, file, call));
            }
            return;
        }
        String builtin = builtin(file, callee);
        switch (builtin) {
            case "enumerate", "zip" -> result.add(Value.of(Value.ELEMENT, file, call));
            case "map" -> result.add(Value.unknown(Unresolved.ITEM));
            case "filter" -> argumentItems(facts, file, call, 1);
            default -> argumentItems(facts, file, call, 0);
        }
    }

    /// One part of what comes out of `enumerate`, `zip` or `items()`.
    private void element(int file, int call, int index) {
        NameFacts facts = questions.facts(file);
        int callee = facts.a[call];
        if (index == NONE) {
            result.add(Value.unknown(Unresolved.ITEM));
        } else if (facts.ops[callee] == Op.ATTRIBUTE) {
            itemsOf(file, facts.a[callee], index == 0 ? Items.ITERATED : Items.ANY);
        } else if (!builtin(file, callee).equals("enumerate")) {
            argumentItems(facts, file, call, index);
        } else if (index == 0) {
            result.add(Value.of(Value.EXTERNAL_INSTANCE, questions.number(BUILTINS + "int")));
        } else {
            argumentItems(facts, file, call, 0);
        }
    }

    /// The name of the builtin that a callee is, the first by name where it may be several; empty for none.
    String builtin(int file, int callee) {
        String first = "";
        for (long function : ask(Questions.EVALUATED, file, callee)) {
            if (Value.kind(function) == Value.EXTERNAL) {
                String path = questions.text(Value.number(function));
                String name = path.startsWith(BUILTINS) ? path.substring(BUILTINS.length()) : "";
                if (!name.isEmpty() && (first.isEmpty() || name.compareTo(first) < 0)) {
                    first = name;
                }
            }
        }
        return first;
    }

    private void argumentItems(NameFacts facts, int file, int call, int index) {
        int argument = argument(facts, call, index);
        if (argument == NONE) {
            result.add(Value.unknown(Unresolved.ITEM));
        } else {
            itemsOf(file, argument, Items.ITERATED);
        }
    }

    private void itemsOf(int file, int container, int how) {
        for (long object : ask(Questions.EVALUATED, file, container)) {
            item(file, object, how);
        }
    }

    /// A positional argument of a call; NONE where there is none, or where a star comes before it.
    static int argument(NameFacts facts, int call, int index) {
        int list = facts.b[call] - 1;
        if (list < 0 || facts.lists[list] <= index || hasStarUpTo(facts, list, index)) {
            return NONE;
        }
        int argument = facts.lists[list + 1 + index];
        return facts.ops[argument] == Op.KEYWORD ? NONE : argument;
    }

    private long[] ask(int kind, int file, int number) {
        return questions.ask(Questions.key(kind, file, number));
    }
}
