package dev.quarry.syntax.names;

/// The classes of scopes of LibCST's `ScopeProvider`.
public enum ScopeClass {
    GLOBAL("GlobalScope"),
    CLASS("ClassScope"),
    /// Functions and lambdas.
    FUNCTION("FunctionScope"),
    /// Comprehensions and generator expressions.
    COMPREHENSION("ComprehensionScope"),
    /// Type parameters and type aliases (PEP 695); LibCST 1.1 and later.
    ANNOTATION("AnnotationScope"),
    /// The parent of the global scope.
    BUILTIN("BuiltinScope");

    private final String libcstName;

    ScopeClass(String libcstName) {
        this.libcstName = libcstName;
    }

    /// The name of LibCST's class.
    public String libcstName() {
        return libcstName;
    }
}
