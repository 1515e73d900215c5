package dev.quarry.extract.cst;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What decides the rows of the family, beside the files' bytes, the release of Python and the names of modules.
///
/// @param parts lists of facts that are extracted; the tables of the others stay empty
/// @param qualifiedNames whether qualified names are worked out (`compute_qualified_names`)
/// @param fullyQualifiedNames whether they are also put behind the module's name (`compute_fully_qualified_names`)
public record CstOptions(Set<CstPart> parts, boolean qualifiedNames, boolean fullyQualifiedNames) {

    public CstOptions {
        parts = Set.copyOf(parts);
    }

    /// Everything.
    public static CstOptions defaults() {
        return new CstOptions(EnumSet.allOf(CstPart.class), true, true);
    }

    boolean includes(CstPart part) {
        return parts.contains(part);
    }

    /// The effective value of every option by name, in the order of the names.
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (CstPart part : CstPart.values()) {
            texts.put(part.option(), Boolean.toString(includes(part)));
        }
        texts.put("compute_qualified_names", Boolean.toString(qualifiedNames));
        texts.put("compute_fully_qualified_names", Boolean.toString(fullyQualifiedNames));
        return texts;
    }
}
