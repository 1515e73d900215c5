package dev.quarry.syntax.resolve;

import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;

/// The questions that [NameResolver] asks itself, each kind answered from the facts of one file and other questions.
final class Questions extends Answers {
    /// Which bindings, modules or other things a name or attribute means. file, value.
    static final int LOCATED = 0;
    /// What an expression may stand for. file, value.
    static final int EVALUATED = 1;
    /// What a binding binds its name to. file, binding.
    static final int BOUND = 2;
    /// What a call of a function gives. file, scope.
    static final int RETURNED = 3;
    /// A class and its bases in the order in which attributes are looked up. file, scope.
    static final int LINEARIZED = 4;
    /// Which bindings a module has for a name. module, name.
    static final int EXPORTED = 5;
    /// Which bindings a class has for an attribute, its bases included. class, name.
    static final int MEMBER = 6;
    /// The same for instances of the class.
    static final int INSTANCE_MEMBER = 7;
    /// The same for the bases alone.
    static final int BASE_MEMBER = 8;

    /// What an import names. file, place in the imports.
    static final int IMPORTED = 9;
    /// As INSTANCE_MEMBER and MEMBER, for objects that may be of a class below. view, name.
    static final int SOME_INSTANCE_MEMBER = 10;
    static final int SOME_MEMBER = 11;
    /// As BASE_MEMBER, where the object may be of a class below. view, name.
    static final int NEXT_MEMBER = 12;
    /// The classes of a file by the classes above them: pairs, in order. file.
    static final int HIERARCHY = 13;
    /// The classes below one. view.
    static final int BELOW = 14;
    /// What calls in the file pass for a parameter. file, value.
    static final int PASSED = 15;
    /// The items of what a call gives. file, value.
    static final int ITEMS = 16;

    final ModuleIndex index;
    final PythonVersion version;
    private final TextTable texts = new TextTable();
    private final LongIntMap classes = new LongIntMap();
    private long[] classValues = new long[256];
    /// A class as a file sees it: number of the class, file.
    private final LongIntMap views = new LongIntMap();
    private long[] viewKeys = new long[256];
    private final NameLookup names = new NameLookup(this);
    private final ClassLookup members = new ClassLookup(this);
    private final Overrides overrides = new Overrides(this);
    private final Arguments arguments = new Arguments(this);
    private final Evaluation evaluation = new Evaluation(this);

    Questions(ModuleIndex index, PythonVersion version) {
        this.index = index;
        this.version = version;
    }

    static long key(int kind, int file, int number) {
        return Value.of(kind, file, number);
    }

    long exported(String module, String name) {
        return key(EXPORTED, texts.number(module), texts.number(name));
    }

    /// @param kind MEMBER, INSTANCE_MEMBER or BASE_MEMBER
    /// @param owner a [Value#CLASS]
    long member(int kind, long owner, String name) {
        return key(kind, classNumber(owner), texts.number(name));
    }

    /// @param kind SOME_INSTANCE_MEMBER, SOME_MEMBER or NEXT_MEMBER
    /// @param owner a [Value#CLASS]
    /// @param viewer the file whose classes may be below it
    long someMember(int kind, long owner, int viewer, String name) {
        long view = (long) viewer << Integer.SIZE | classNumber(owner);
        int known = views.size();
        int number = views.number(view);
        if (number == known) {
            if (number == viewKeys.length) {
                viewKeys = Arrays.copyOf(viewKeys, number * 2);
            }
            viewKeys[number] = view;
        }
        return key(kind, number, texts.number(name));
    }

    /// The question for a method that the language calls, which is looked up in the class of the object.
    ///
    /// @param instance a [Value#INSTANCE] or [Value#SOME_INSTANCE]
    long memberOf(int viewer, long instance, String method) {
        long owner = Value.classOf(instance);
        return Value.kind(instance) == Value.INSTANCE ? member(MEMBER, owner, method)
                : someMember(SOME_MEMBER, owner, viewer, method);
    }

    private int classNumber(long owner) {
        int known = classes.size();
        int number = classes.number(owner);
        if (number == known) {
            if (number == classValues.length) {
                classValues = Arrays.copyOf(classValues, number * 2);
            }
            classValues[number] = owner;
        }
        return number;
    }

    NameFacts facts(int file) {
        return index.facts(file);
    }

    int number(String text) {
        return texts.number(text);
    }

    String text(int number) {
        return texts.text(number);
    }

    /// Something outside the repository.
    long external(String path) {
        return Value.of(Value.EXTERNAL, texts.number(path));
    }

    @Override
    long[] compute(long key) {
        int first = Value.file(key);
        int second = Value.number(key);
        return switch (Value.kind(key)) {
            case LOCATED -> evaluation.located(first, second);
            case EVALUATED -> evaluation.evaluated(first, second);
            case BOUND -> evaluation.bound(first, second);
            case RETURNED -> evaluation.returned(first, second);
            case LINEARIZED -> members.linearized(first, second);
            case EXPORTED -> names.exported(texts.text(first), texts.text(second));
            case MEMBER -> members.member(classValues[first], texts.text(second));
            case INSTANCE_MEMBER -> members.instanceMember(classValues[first], texts.text(second));
            case BASE_MEMBER -> members.baseMember(classValues[first], texts.text(second));
            case IMPORTED -> names.imported(first, second);
            case SOME_INSTANCE_MEMBER, SOME_MEMBER, NEXT_MEMBER -> overrides.member(Value.kind(key),
                    classValues[(int) viewKeys[first]], (int) (viewKeys[first] >>> Integer.SIZE), texts.text(second));
            case ITEMS -> evaluation.items(first, second);
            case PASSED -> arguments.passed(first, second);
            case BELOW -> overrides.below(classValues[(int) viewKeys[first]], (int) (viewKeys[first] >>> Integer.SIZE));
            case HIERARCHY -> overrides.hierarchy(first);
            default -> throw new IllegalStateException("no kind of question: " + key);
        };
    }

    Overrides overrides() {
        return overrides;
    }

    ClassLookup members() {
        return members;
    }

    NameLookup names() {
        return names;
    }
}
