package dev.quarry.syntax.resolve;

import dev.quarry.syntax.PythonVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Names that are there without anybody binding them.
final class BuiltinNames {
    private static final Map<String, PythonVersion> BUILTINS = read();
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

    private BuiltinNames() {}

    private static Map<String, PythonVersion> read() {
        Map<String, PythonVersion> names = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                BuiltinNames.class.getResourceAsStream("builtins.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    names.put(line.substring(0, space), PythonVersion.parse(line.substring(space + 1)).orElseThrow());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the resource builtins.txt of this build cannot be read", e);
        }
        return Map.copyOf(names);
    }

    static boolean isBuiltin(String name, PythonVersion version) {
        PythonVersion since = BUILTINS.get(name);
        return since != null && version.isAtLeast(since);
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
