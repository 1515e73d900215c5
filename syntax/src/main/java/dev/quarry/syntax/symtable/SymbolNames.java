package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /// Compares two names by their UTF-8 bytes, which is the order of their code points.
    public int compare(int first, int second) {
        if (first < identifiers.size() && second < identifiers.size()) {
            return Arrays.compareUnsigned(identifiers.bytes(), identifiers.start(first), identifiers.end(first),
                    identifiers.bytes(), identifiers.start(second), identifiers.end(second));
        }
        return Arrays.compareUnsigned(utf8(first), utf8(second));
    }

    /// The number of an identifier of the file with the same text, else the name's own. A scope that the compiler names
    /// may be called as something in the file is.
    public int canonical(int name) {
        if (name < identifiers.size()) {
            return name;
        }
        int same = identifiers.find(extras[name - identifiers.size()]);
        return same < 0 ? name : same;
    }
}
