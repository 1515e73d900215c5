package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NameTable;
import java.nio.charset.StandardCharsets;

/// The names of a symbol table: the file's identifiers with their numbers of the [NameTable], then those that the
/// compiler makes up (mangled names, `.0`, `__class__` where the file does not write it, `top`, `lambda` …).
public final class SymbolNames {
    private final NameTable identifiers;
    private final String[] extras;

    SymbolNames(NameTable identifiers, String[] extras) {
        this.identifiers = identifiers;
        this.extras = extras;
    }

    public int size() {
        return identifiers.size() + extras.length;
    }

    public String text(int name) {
        int extra = name - identifiers.size();
        return extra < 0 ? identifiers.text(name) : extras[extra];
    }

    /// The name's UTF-8 bytes: a copy.
    public byte[] utf8(int name) {
        int extra = name - identifiers.size();
        return extra < 0 ? identifiers.utf8(name) : extras[extra].getBytes(StandardCharsets.UTF_8);
    }
}
