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

    /// Whether the file is a package's own: `__init__.py` or `__init__.pyi`.
    boolean isPackage(int file);

    /// What a file binds and refers to.
    NameFacts facts(int file);
}
