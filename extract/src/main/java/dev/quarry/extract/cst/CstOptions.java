package dev.quarry.extract.cst;

import dev.quarry.extract.family.OptionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What decides the rows of the family, beside the files' bytes, the release of Python and the names of modules.
///
/// @param parts lists of facts that are extracted; the tables of the others stay empty
/// @param scopes whether references have the type, name and role of their scope (`compute_scope`); otherwise these are
///        empty texts
/// @param expressionContexts whether references say Load, Store or Del (`compute_expr_context`); otherwise that is an
///        empty text
/// @param qualifiedNames whether qualified names are worked out (`compute_qualified_names`)
/// @param fullyQualifiedNames whether they are also put behind the module's name (`compute_fully_qualified_names`);
///        never without qualified names
/// @param templates patterns whose matches are recorded, by name
public record CstOptions(Set<CstPart> parts, boolean scopes, boolean expressionContexts, boolean qualifiedNames,
        boolean fullyQualifiedNames, List<MatchTemplate> templates) {
    /// What stands before the names in a command line or a request.
    public static final String FAMILY = "cst.";

    private static final String SCOPE = "compute_scope";
    private static final String EXPR_CONTEXT = "compute_expr_context";
    private static final String QUALIFIED_NAMES = "compute_qualified_names";
    private static final String FULLY_QUALIFIED_NAMES = "compute_fully_qualified_names";

    public CstOptions {
        parts = Set.copyOf(parts);
        fullyQualifiedNames = fullyQualifiedNames && qualifiedNames;
        templates = templates.stream().sorted(Comparator.comparing(MatchTemplate::name)).toList();
        for (int i = 1; i < templates.size(); i++) {
            if (templates.get(i).name().equals(templates.get(i - 1).name())) {
                throw new OptionException("two templates have the name " + templates.get(i).name());
            }
        }
    }

    /// Everything, and no templates.
    public static CstOptions defaults() {
        return of(Map.of());
    }

    /// Options by name as texts, others at their defaults.
    ///
    /// @param values `true` or `false` by the names of [#names]
    /// @throws OptionException if a name does not exist, a value is neither, or options contradict each other
    public static CstOptions of(Map<String, String> values) {
        values.forEach((name, value) -> {
            if (!names().contains(name)) {
                throw OptionException.unknown(FAMILY + name, names().stream().map(FAMILY::concat).toList());
            }
            if (!value.equals("true") && !value.equals("false")) {
                throw new OptionException("'" + FAMILY + name + "' is true or false, not '" + value + "'");
            }
        });
        if (!isOn(values, QUALIFIED_NAMES) && "true".equals(values.get(FULLY_QUALIFIED_NAMES))) {
            throw new OptionException("'" + FAMILY + FULLY_QUALIFIED_NAMES + "' needs '" + FAMILY + QUALIFIED_NAMES
                    + "', which is false");
        }
        Set<CstPart> parts = EnumSet.allOf(CstPart.class);
        parts.removeIf(part -> !isOn(values, part.option()));
        return new CstOptions(parts, isOn(values, SCOPE), isOn(values, EXPR_CONTEXT), isOn(values, QUALIFIED_NAMES),
                isOn(values, FULLY_QUALIFIED_NAMES), List.of());
    }

    private static boolean isOn(Map<String, String> values, String name) {
        return values.getOrDefault(name, "true").equals("true");
    }

    /// The names of the options that are true or false.
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        Arrays.stream(CstPart.values()).forEach(part -> names.add(part.option()));
        names.addAll(List.of(SCOPE, EXPR_CONTEXT, QUALIFIED_NAMES, FULLY_QUALIFIED_NAMES));
        return names;
    }

    /// The same with other templates.
    ///
    /// @throws OptionException if two have the same name
    public CstOptions withTemplates(Collection<MatchTemplate> others) {
        return new CstOptions(parts, scopes, expressionContexts, qualifiedNames, fullyQualifiedNames,
                List.copyOf(others));
    }

    boolean includes(CstPart part) {
        return parts.contains(part);
    }

    /// The effective value of every option by name, in the order of the names. `matcher_templates` has the names of the
    /// templates; their patterns follow one by one.
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (CstPart part : CstPart.values()) {
            texts.put(part.option(), Boolean.toString(includes(part)));
        }
        texts.put(SCOPE, Boolean.toString(scopes));
        texts.put(EXPR_CONTEXT, Boolean.toString(expressionContexts));
        texts.put(QUALIFIED_NAMES, Boolean.toString(qualifiedNames));
        texts.put(FULLY_QUALIFIED_NAMES, Boolean.toString(fullyQualifiedNames));
        texts.put("matcher_templates", templates.stream().map(MatchTemplate::name).collect(Collectors.joining(",")));
        templates.forEach(template -> texts.put(MatchRows.ATTRIBUTE + template.name(), template.pattern().text()));
        return texts;
    }
}
