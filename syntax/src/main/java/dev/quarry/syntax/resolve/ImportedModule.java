package dev.quarry.syntax.resolve;

/// Names of modules in import statements.
public final class ImportedModule {
    private ImportedModule() {}

    /// The absolute name of the module that an import names (Language Reference 7.11).
    ///
    /// @param importer dotted name of the module with the statement; null where the file is none
    /// @param isPackage whether that is a package's own file
    /// @param level leading dots
    /// @param named the name behind the dots; null in `from . import x`
    /// @return null where a relative import leads out of the top package
    public static String absolute(String importer, boolean isPackage, int level, String named) {
        if (level == 0) {
            return named;
        }
        String base = importer;
        for (int i = isPackage ? 1 : 0; i < level && base != null; i++) {
            base = parent(base);
        }
        return base == null ? null : named == null ? base : base + "." + named;
    }

    /// The package around a module; null at the top.
    public static String parent(String module) {
        int dot = module.lastIndexOf('.');
        return dot < 0 ? null : module.substring(0, dot);
    }

    /// The first part of a dotted name.
    public static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }
}
