package dev.quarry.extract.ast;

import dev.quarry.syntax.NodeKind;

/// The slots of syntax nodes that facts are taken from, by position; looked up once from the node kinds' declaration.
final class Slots {
    static final int ALIAS_AS_NAME = of(NodeKind.ALIAS, "asName");
    static final int IMPORT_FROM_LEVEL = of(NodeKind.IMPORT_FROM, "level");
    static final int CALL_ARGUMENTS = of(NodeKind.CALL, "arguments");
    static final int KEYWORD_NAME = of(NodeKind.KEYWORD_ARGUMENT, "name");
    static final int FUNCTION_DECORATORS = of(NodeKind.FUNCTION_DEF, "decorators");
    static final int FUNCTION_ASYNC = of(NodeKind.FUNCTION_DEF, "async");
    static final int FUNCTION_NAME = of(NodeKind.FUNCTION_DEF, "name");
    static final int FUNCTION_TYPE_PARAMETERS = of(NodeKind.FUNCTION_DEF, "typeParameters");
    static final int FUNCTION_PARAMETERS = of(NodeKind.FUNCTION_DEF, "parameters");
    static final int FUNCTION_RETURNS = of(NodeKind.FUNCTION_DEF, "returns");
    static final int CLASS_DECORATORS = of(NodeKind.CLASS_DEF, "decorators");
    static final int CLASS_NAME = of(NodeKind.CLASS_DEF, "name");
    static final int CLASS_TYPE_PARAMETERS = of(NodeKind.CLASS_DEF, "typeParameters");
    static final int CLASS_ARGUMENTS = of(NodeKind.CLASS_DEF, "arguments");
    static final int PARAMETERS_ITEMS = of(NodeKind.PARAMETERS, "items");
    static final int PARAMETER_ANNOTATION = of(NodeKind.PARAMETER, "annotation");
    static final int PARAMETER_DEFAULT = of(NodeKind.PARAMETER, "defaultValue");
    /// The same place in STAR_PARAMETER and DOUBLE_STAR_PARAMETER.
    static final int STAR_PARAMETER_ANNOTATION = of(NodeKind.STAR_PARAMETER, "annotation");

    private Slots() {}

    private static int of(NodeKind kind, String name) {
        for (int i = 0; i < kind.slots().size(); i++) {
            if (kind.slots().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(kind + " has no slot " + name);
    }
}
