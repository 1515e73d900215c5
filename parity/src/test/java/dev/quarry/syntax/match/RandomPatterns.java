package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes patterns that are like a node of a file and therefore match it, or nearly do. They use only what LibCST gives
/// an answer for.
public final class RandomPatterns {
    private static final int MAX_TEXT = 60;
    /// LibCST tries all ways to share the elements of a sequence among wildcards.
    private static final int MAX_ELEMENTS = 12;

    private final Random random;
    private final Children children = new Children();
    private final TextAttributes texts = new TextAttributes();
    private CstTable table;

    public RandomPatterns(Random random) {
        this.random = random;
    }

    /// A pattern like a node of a table, which is not the root of a large file.
    public String like(CstTable other) {
        table = other;
        children.table(other);
        texts.table(other);
        return node(random.nextInt(table.size()), 4);
    }

    private String node(int row, int depth) {
        CstKind kind = table.kind(row);
        StringBuilder pattern = new StringBuilder("m.").append(kind.className()).append('(');
        String comma = "";
        for (NodeAttribute attribute : NodeClasses.attributes(kind)) {
            String value = depth > 0 && random.nextInt(5) < 2 ? value(row, attribute, depth - 1) : null;
            if (value != null) {
                pattern.append(comma).append(attribute.name()).append('=').append(value);
                comma = ", ";
            }
        }
        pattern.append(')');
        return switch (random.nextInt(12)) {
            case 0 -> "(" + pattern + " | " + other(kind) + ")";
            case 1 -> "(" + pattern + " & m." + kind.className() + "())";
            case 2 -> "m." + kind.className() + "()";
            default -> pattern.toString();
        };
    }

    private String other(CstKind kind) {
        CstKind[] kinds = CstKind.values();
        CstKind other = random.nextBoolean() ? kind : kinds[random.nextInt(CstKind.TYPE_ALIAS.ordinal())];
        return "m." + other.className() + "()";
    }

    /// What an attribute may be like; null for what is left open.
    private String value(int row, NodeAttribute attribute, int depth) {
        if (attribute.kinds().contains(CstKind.TYPE_PARAMETERS) || attribute.holds() == NodeAttribute.Holds.NOTHING) {
            return null;
        }
        if (random.nextInt(10) == 0) {
            return "m.DoNotCare()";
        }
        return switch (attribute.holds()) {
            case TEXT -> text(row, attribute);
            case NODE -> {
                int child = children.in(row, attribute.slot());
                yield child == Children.NONE ? nothing(attribute) : child(child, attribute, depth);
            }
            case SEQUENCE -> attribute.optional() && !texts.hasFormatSpecification(row) ? "None"
                    : sequence(row, attribute, depth);
            case SEQUENCE_OR_NODE, NOTHING -> null;
        };
    }

    private String nothing(NodeAttribute attribute) {
        String none = attribute.optional() && random.nextBoolean() ? "None" : "~" + any(attribute);
        return random.nextInt(6) == 0 ? any(attribute) : none;
    }

    private String any(NodeAttribute attribute) {
        List<CstKind> kinds = attribute.kinds().stream().filter(kind -> !isNew(kind)).toList();
        return "m." + kinds.get(random.nextInt(kinds.size())).className() + "()";
    }

    /// Whether LibCST 1.0 lacks a class.
    private static boolean isNew(CstKind kind) {
        return switch (kind) {
            case TYPE_ALIAS, TYPE_PARAM, TYPE_PARAMETERS, TYPE_VAR, TYPE_VAR_TUPLE, PARAM_SPEC, TEMPLATED_STRING,
                    TEMPLATED_STRING_TEXT, TEMPLATED_STRING_EXPRESSION -> true;
            default -> false;
        };
    }

    private String child(int child, NodeAttribute attribute, int depth) {
        return switch (random.nextInt(10)) {
            case 0 -> any(attribute);
            case 1 -> "~" + any(attribute);
            case 2 -> "m.OneOf(" + any(attribute) + ", " + any(attribute) + ")";
            case 3 -> attribute.optional() ? "m.DoesNotMatch(None)" : any(attribute);
            default -> noAlternatives(child, depth);
        };
    }

    /// A pattern without `|` and `&` on top, which LibCST does not let stand in all places.
    private String noAlternatives(int row, int depth) {
        String pattern = node(row, depth);
        return pattern.startsWith("(") ? "m." + table.kind(row).className() + "()" : pattern;
    }

    private String text(int row, NodeAttribute attribute) {
        if (!texts.find(row, attribute.name())) {
            return "None";
        }
        String text = new String(texts.utf8(), texts.start(), texts.end() - texts.start(),
                StandardCharsets.UTF_8);
        if (text.length() > MAX_TEXT) {
            return null;
        }
        return switch (random.nextInt(6)) {
            case 0 -> "m.DoesNotMatch(" + literal(text) + ")";
            case 1 -> "m.MatchRegex(" + literal(regex(text)) + ")";
            case 2 -> "~m.MatchRegex(" + literal(regex(text)) + ")";
            case 3 -> attribute.optional() ? "m.DoesNotMatch(None)" : literal(text);
            default -> literal(text);
        };
    }

    /// An expression that the text matches.
    private String regex(String text) {
        StringBuilder regex = new StringBuilder("(?s)");
        text.codePoints().forEach(c -> regex.append(random.nextInt(3) == 0 ? "."
                : Character.isLetterOrDigit(c) ? Character.toString(c)
                : "\\U%08x".formatted(c)).append(random.nextInt(8) == 0 ? "+" : ""));
        return regex.toString();
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
                literal.append((char) c);
            } else {
                literal.append("\\U%08x".formatted(c));
            }
        });
        return literal.append('"').toString();
    }

    private String sequence(int row, NodeAttribute attribute, int depth) {
        List<String> items = new ArrayList<>();
        for (int child = children.first(row); child > 0; child = children.next(child)) {
            if (table.slot(child) == attribute.slot()) {
                items.add(item(child, attribute, depth));
            }
        }
        if (items.size() > MAX_ELEMENTS) {
            return null;
        }
        if (!items.isEmpty() && random.nextInt(6) == 0) {
            items.remove(random.nextInt(items.size()));
        }
        for (int wildcards = random.nextInt(3); wildcards > 0; wildcards--) {
            items.add(random.nextInt(items.size() + 1), wildcard(attribute));
        }
        String list = "[" + String.join(", ", items) + "]";
        return switch (random.nextInt(8)) {
            case 0 -> "m.DoesNotMatch(" + list + ")";
            case 1 -> "m.OneOf([m.DoNotCare()], " + list + ")";
            case 2 -> "m.AllOf([m.ZeroOrMore()], " + list + ")";
            default -> list;
        };
    }

    private String item(int child, NodeAttribute attribute, int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "m.DoNotCare()";
            case 1 -> wildcard(attribute);
            case 2 -> "~" + any(attribute);
            default -> noAlternatives(child, depth);
        };
    }

    private String wildcard(NodeAttribute attribute) {
        String matcher = random.nextBoolean() ? "" : any(attribute);
        String count = (matcher.isEmpty() ? "n=" : ", n=") + random.nextInt(3);
        return switch (random.nextInt(4)) {
            case 0 -> "m.ZeroOrOne(" + matcher + ")";
            case 1 -> "m.AtLeastN(" + matcher + count + ")";
            case 2 -> "m.AtMostN(" + matcher + count + ")";
            default -> "m.ZeroOrMore(" + matcher + ")";
        };
    }
}
