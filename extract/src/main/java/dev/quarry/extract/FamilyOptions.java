package dev.quarry.extract;

import dev.quarry.extract.cst.CstOptions;
import dev.quarry.extract.cst.MatchTemplate;
import dev.quarry.extract.family.OptionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a request asks of the families, beside the release of Python: which facts they extract.
///
/// @param cst of the family of concrete syntax
public record FamilyOptions(CstOptions cst) {
    /// Every option at its default.
    public static FamilyOptions defaults() {
        return new FamilyOptions(CstOptions.defaults());
    }

    /// Options as texts, others at their defaults.
    ///
    /// @param assignments `FAMILY.KEY=VALUE` each, e.g. `cst.include_tokens=false`; of two for the same key the last
    ///        counts
    /// @throws OptionException if a key does not exist, a value is none of its key, or options contradict each other
    public static FamilyOptions of(Collection<String> assignments) {
        Map<String, String> cst = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equal = assignment.indexOf('=');
            String key = equal < 0 ? assignment : assignment.substring(0, equal);
            if (!names().contains(key)) {
                throw OptionException.unknown(key, names());
            }
            if (equal < 0) {
                throw new OptionException("'" + key + "' has no value: write " + key + "=VALUE");
            }
            cst.put(key.substring(CstOptions.FAMILY.length()), assignment.substring(equal + 1));
        }
        return new FamilyOptions(CstOptions.of(cst));
    }

    /// The keys that [#of] takes.
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        CstOptions.names().forEach(name -> names.add(CstOptions.FAMILY + name));
        return names;
    }

    /// The same with templates for the nodes of concrete syntax.
    public FamilyOptions withTemplates(Collection<MatchTemplate> templates) {
        return new FamilyOptions(cst.withTemplates(templates));
    }
}
