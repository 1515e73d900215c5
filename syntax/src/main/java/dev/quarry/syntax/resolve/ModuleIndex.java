package dev.quarry.syntax.resolve;

/// The modules of a repository, as [NameResolver] asks for them. Files are numbered by whoever implements this.
public interface ModuleIndex {
    /// The files that define a module: sources in the order of the module roots, without stubs. Empty when none does.
    int[] sources(String module);

    /// The stubs (`.pyi`) of a module. Empty when there are none.
    int[] stubs(String module);

    /// Whether there is a module of that name or one below it: then the name is a module's even without a file, as
    /// namespace packages are.
    boolean isModule(String module);

    /// The dotted name of a file's module; null for a file that is none.
    String module(int file);

    /// The name by which a file's imports find a module: its dotted name, unless several packages have the same name. Then
    /// the files of a package see their own alone, by a name that nobody else uses and that may be asked for here like
    /// any other; names below it follow with a dot.
    ///
    /// @param module its dotted name
    default String seen(int file, String module) {
        return module;
    }

    /// Whether the file is a package's own: `__init__.py` or `__init__.pyi`.
    boolean isPackage(int file);

    /// What a file binds and refers to.
    NameFacts facts(int file);
}
