package dev.quarry.store.batch;

import java.util.List;

/// A type as the Arrow C data interface spells it.
///
/// @param name of the field
/// @param format e.g. `i` for 32-bit integers, `u` for text, `+l` for lists
/// @param nullable whether values may be null
/// @param children types of the parts of a nested type
/// @param dictionary type of the entries when the values are indices into a dictionary, else null
public record ArrowType(String name, String format, boolean nullable, List<ArrowType> children, ArrowType dictionary) {

    public ArrowType {
        children = List.copyOf(children);
    }

    static ArrowType flat(String name, String format) {
        return new ArrowType(name, format, true, List.of(), null);
    }
}
