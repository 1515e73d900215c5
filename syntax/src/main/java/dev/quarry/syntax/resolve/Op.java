package dev.quarry.syntax.resolve;

/// How a value comes about: the operations of [NameFacts]' values, with operands `a` and `b`.
///
/// "Value" stands for the number of another value of the file, "name" for a name's number, "list" for a place in the
/// lists: a length followed by so many values.
final class Op {
    /// a: [Unresolved] ordinal.
    static final byte UNKNOWN = 0;
    /// A variable. a: name; b: its place.
    static final byte NAME = 1;
    /// a: value; b: name.
    static final byte ATTRIBUTE = 2;
    /// a: value that is called; b: list of its arguments as written, plus 1, 0 for none.
    static final byte CALL = 3;
    /// An item of something. a: value; b: which one, as [Items] numbers it.
    static final byte ITEM = 4;
    /// One of several. a: list.
    static final byte ONE_OF = 5;
    /// A display. a: list of its items (a dictionary's values); b: name of its type.
    static final byte DISPLAY = 6;
    /// A literal. a: name of its type.
    static final byte LITERAL = 7;
    /// A function object. a: its scope.
    static final byte FUNCTION = 8;
    /// An instance of a class of this file, as `self` is. a: the class's scope.
    static final byte INSTANCE = 9;
    /// A class of this file, as `cls` is. a: its scope.
    static final byte CLASS = 10;
    /// `super()`. a: the scope of the class around; b: the value of the first argument plus 1, 0 for none.
    static final byte SUPER = 11;
    /// Something of an annotated type. a: the annotation's value.
    static final byte ANNOTATED = 12;
    /// What an import binds. a: its place in the imports.
    static final byte IMPORT = 13;

    /// `None`: has no attributes that anybody would mean.
    static final byte NOTHING = 14;
    /// `await`. a: value.
    static final byte AWAIT = 15;
    /// A parameter without annotation. a: place in the lists, with the numbers below; b: the default's value plus 1, 0
    /// for none that is followed.
    static final byte PARAMETER = 16;

    /// What a binary operator gives. a: value on its left; b: name of the method that is called there.
    static final byte OPERATED = 17;

    /// An argument with its name. a: value; b: name, NONE in `**value`.
    static final byte KEYWORD = 18;
    /// `*value` among arguments or items. a: value.
    static final byte STARRED = 19;

    /// A type with arguments in an annotation. a: list of the type and its arguments; b: the type's last name.
    static final byte GENERIC = 20;
    /// What is put into a container after it was made, and maybe more. a: value of the items' name.
    static final byte FILLED = 21;

    // What the lists have of a parameter: the function's scope, the place among the positional ones (NONE for one that
    // is passed by name alone), its name.
    static final int PARAMETER_SCOPE = 0;
    static final int PARAMETER_POSITION = 1;
    static final int PARAMETER_NAME = 2;

    private Op() {}
}
