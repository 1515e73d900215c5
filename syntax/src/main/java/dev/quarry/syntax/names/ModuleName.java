package dev.quarry.syntax.names;

import java.util.Optional;

/// A module as importers name it.
///
/// @param name dotted, e.g. `pkg.sub.mod`; for a package's `__init__` that of the package
/// @param packageName the package that relative imports start from: that of a module, or the package itself; empty for
///        a module in no package
public record ModuleName(String name, String packageName) {

    /// A qualified name as other modules would write it, as LibCST's `FullyQualifiedNameProvider` makes it: names of
    /// this file begin with the module's name, relative imports are resolved.
    ///
    /// @return empty for an import from beyond the outermost package
    public Optional<String> fullyQualified(QualifiedName qualified) {
        String text = qualified.name();
        return switch (qualified.source()) {
            case BUILTIN -> Optional.of(text);
            case LOCAL -> Optional.of(name + "." + text);
            case IMPORT -> text.startsWith(".") ? relative(text) : Optional.of(text);
        };
    }

    /// `importlib._bootstrap._resolve_name`: one dot is the package, each further dot a package around it.
    private Optional<String> relative(String text) {
        int dots = 0;
        while (dots < text.length() && text.charAt(dots) == '.') {
            dots++;
        }
        int end = packageName.length();
        for (int i = 1; i < dots; i++) {
            end = packageName.lastIndexOf('.', end - 1);
            if (end < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(packageName.substring(0, end) + "." + text.substring(dots));
    }
}
