package dev.quarry.syntax.symtable;

/// Names that the compiler brings in itself, as scopes' names or as symbols.
enum ImplicitName {
    TOP("top"),
    LAMBDA("lambda"),
    GENEXPR("genexpr"),
    LISTCOMP("listcomp"),
    SETCOMP("setcomp"),
    DICTCOMP("dictcomp"),
    // The same from 3.15 on.
    ANGLED_LAMBDA("<lambda>"),
    ANGLED_GENEXPR("<genexpr>"),
    ANGLED_LISTCOMP("<listcomp>"),
    ANGLED_SETCOMP("<setcomp>"),
    ANGLED_DICTCOMP("<dictcomp>"),
    ANNOTATION("_annotation"),
    ANNOTATE("__annotate__"),
    /// The parameter through which a comprehension gets its outermost iterator.
    ITERATOR(".0"),
    /// The parameter of an annotation scope (PEP 649).
    FORMAT(".format"),
    TYPE_PARAMS(".type_params"),
    GENERIC_BASE(".generic_base"),
    DEFAULTS(".defaults"),
    KWDEFAULTS(".kwdefaults"),
    CLASS("__class__"),
    CLASSDICT("__classdict__"),
    DUNDER_TYPE_PARAMS("__type_params__"),
    CONDITIONAL_ANNOTATIONS("__conditional_annotations__"),
    SUPER("super"),
    DEBUG("__debug__");

    static final ImplicitName[] VALUES = values();

    final String text;

    ImplicitName(String text) {
        this.text = text;
    }
}
