package dev.quarry.extract.ast;

import dev.quarry.syntax.NodeKind;

/// The slots of syntax nodes that facts are taken from, by position; looked up once from the node kinds' declaration.
final class Slots {
    static final int ALIAS_AS_NAME = NodeKind.ALIAS.slotIndex("asName");
    static final int IMPORT_FROM_LEVEL = NodeKind.IMPORT_FROM.slotIndex("level");
    static final int CALL_ARGUMENTS = NodeKind.CALL.slotIndex("arguments");
    static final int KEYWORD_NAME = NodeKind.KEYWORD_ARGUMENT.slotIndex("name");
    static final int FUNCTION_DECORATORS = NodeKind.FUNCTION_DEF.slotIndex("decorators");
    static final int FUNCTION_ASYNC = NodeKind.FUNCTION_DEF.slotIndex("async");
    static final int FUNCTION_NAME = NodeKind.FUNCTION_DEF.slotIndex("name");
    static final int FUNCTION_TYPE_PARAMETERS = NodeKind.FUNCTION_DEF.slotIndex("typeParameters");
    static final int FUNCTION_PARAMETERS = NodeKind.FUNCTION_DEF.slotIndex("parameters");
    static final int FUNCTION_RETURNS = NodeKind.FUNCTION_DEF.slotIndex("returns");
    static final int CLASS_DECORATORS = NodeKind.CLASS_DEF.slotIndex("decorators");
    static final int CLASS_NAME = NodeKind.CLASS_DEF.slotIndex("name");
    static final int CLASS_TYPE_PARAMETERS = NodeKind.CLASS_DEF.slotIndex("typeParameters");
    static final int CLASS_ARGUMENTS = NodeKind.CLASS_DEF.slotIndex("arguments");
    static final int PARAMETERS_ITEMS = NodeKind.PARAMETERS.slotIndex("items");
    static final int PARAMETER_ANNOTATION = NodeKind.PARAMETER.slotIndex("annotation");
    static final int PARAMETER_DEFAULT = NodeKind.PARAMETER.slotIndex("defaultValue");
    /// The same place in STAR_PARAMETER and DOUBLE_STAR_PARAMETER.
    static final int STAR_PARAMETER_ANNOTATION = NodeKind.STAR_PARAMETER.slotIndex("annotation");

    private Slots() {}
}
