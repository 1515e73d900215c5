package dev.quarry.syntax.resolve;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.names.BuiltinNames;
import java.util.Set;

/// Names that are there without anybody binding them.
final class ImplicitNames {
    private static final Set<String> DUNDER_BUILTINS = Set.of("__build_class__", "__debug__", "__import__");
    /// What the import system sets in each module.
    private static final Set<String> OF_MODULES = Set.of("__name__", "__file__", "__doc__", "__package__", "__path__",
            "__spec__", "__loader__", "__dict__", "__cached__", "__builtins__", "__annotations__");
    /// What class bodies and methods have beside it.
    private static final Set<String> OF_CLASSES = Set.of("__class__", "__module__", "__qualname__");
    /// Attributes that all objects have.
    private static final Set<String> OF_OBJECTS = Set.of("__class__", "__delattr__", "__dict__", "__dir__", "__doc__",
            "__eq__", "__format__", "__ge__", "__getattribute__", "__getstate__", "__gt__", "__hash__", "__init__",
            "__init_subclass__", "__le__", "__lt__", "__module__", "__ne__", "__new__", "__reduce__", "__reduce_ex__",
            "__repr__", "__setattr__", "__sizeof__", "__str__", "__subclasshook__");
    /// Attributes that classes have from `type`.
    private static final Set<String> OF_TYPES = Set.of("__annotations__", "__base__", "__bases__", "__call__",
            "__mro__", "__name__", "__qualname__", "__subclasses__", "__type_params__", "mro");
    /// Builtins that are classes whose instances have attributes worth following.
    private static final Set<String> CLASSES = Set.of("bool", "bytearray", "bytes", "complex", "dict", "enumerate",
            "filter", "float", "frozenset", "int", "list", "map", "memoryview", "object", "property", "range",
            "reversed", "set", "slice", "str", "tuple", "zip");

    private ImplicitNames() {}

    static boolean isBuiltin(String name, PythonVersion version) {
        // A module's attributes that are no names in it, such as `__init__`, are in that table, too.
        return BuiltinNames.contains(version, name) && (!name.startsWith("__") || DUNDER_BUILTINS.contains(name));
    }

    static boolean isModuleAttribute(String name) {
        return OF_MODULES.contains(name);
    }

    static boolean isClassName(String name) {
        return OF_CLASSES.contains(name);
    }

    static boolean isObjectAttribute(String name) {
        return OF_OBJECTS.contains(name);
    }

    static boolean isTypeAttribute(String name) {
        return OF_TYPES.contains(name);
    }

    /// Whether a call of a builtin gives an instance of it.
    static boolean isClass(String name) {
        return CLASSES.contains(name);
    }
}
