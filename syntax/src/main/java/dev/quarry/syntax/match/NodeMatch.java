package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstTable;
import java.util.Arrays;
import java.util.List;

/// Says whether nodes of a table match. It recurses as deep as a pattern is nested.
final class NodeMatch {
    private final Children children = new Children();
    private final TextAttributes texts = new TextAttributes();
    private final RegexMatch regexes = new RegexMatch();
    private CstTable table;
    /// The elements of the sequences that are being matched, one sequence behind the other.
    private int[] elements = new int[64];
    private int elementCount;

    void table(CstTable other) {
        table = other;
        children.table(other);
        texts.table(other);
    }

    /// Whether a node matches.
    boolean matches(int row, Matcher matcher) {
        return switch (matcher) {
            case Matcher.Node node -> table.kind(row) == node.kind() && hasAttributes(row, node.attributes());
            case Matcher.Anything _ -> true;
            case Matcher.Not not -> !matches(row, not.matcher());
            case Matcher.OneOf oneOf -> {
                for (Matcher option : oneOf.options()) {
                    if (matches(row, option)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Matcher.AllOf allOf -> {
                for (Matcher option : allOf.options()) {
                    if (!matches(row, option)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Matcher.Nothing _, Matcher.Sequence _, Matcher.Text _, Matcher.Regex _ -> false;
        };
    }

    private boolean hasAttributes(int row, List<Matcher.Attribute> attributes) {
        for (Matcher.Attribute each : attributes) {
            NodeAttribute attribute = each.attribute();
            Matcher matcher = each.matcher();
            boolean matched = switch (attribute.holds()) {
                case TEXT -> texts.find(row, attribute.name()) ? matchesText(matcher) : matchesNothing(matcher);
                case NODE -> {
                    int child = children.in(row, attribute.slot());
                    yield child == Children.NONE ? matchesNothing(matcher) : matches(child, matcher);
                }
                case SEQUENCE -> attribute.optional() && !texts.hasFormatSpecification(row) ? matchesNothing(matcher)
                        : matchesSequence(row, attribute, matcher);
                case SEQUENCE_OR_NODE -> {
                    int child = children.in(row, attribute.slot());
                    yield child != Children.NONE && table.slotIndex(child) < 0 ? matches(child, matcher)
                            : matchesSequence(row, attribute, matcher);
                }
                case NOTHING -> throw new IllegalStateException("no pattern asks for " + attribute.name());
            };
            if (!matched) {
                return false;
            }
        }
        return true;
    }

    /// Whether None, or what is left out, matches.
    private static boolean matchesNothing(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Nothing _, Matcher.Anything _ -> true;
            case Matcher.Not not -> !matchesNothing(not.matcher());
            case Matcher.OneOf oneOf -> oneOf.options().stream().anyMatch(NodeMatch::matchesNothing);
            case Matcher.AllOf allOf -> allOf.options().stream().allMatch(NodeMatch::matchesNothing);
            case Matcher.Node _, Matcher.Sequence _, Matcher.Text _, Matcher.Regex _ -> false;
        };
    }

    /// Whether the text that was found last matches.
    private boolean matchesText(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Text(byte[] utf8) ->
                    Arrays.equals(utf8, 0, utf8.length, texts.utf8(), texts.start(), texts.end());
            case Matcher.Regex(RegularExpression expression) ->
                    regexes.matches(expression, texts.utf8(), texts.start(), texts.end());
            case Matcher.Anything _ -> true;
            case Matcher.Not not -> !matchesText(not.matcher());
            case Matcher.OneOf oneOf -> oneOf.options().stream().anyMatch(this::matchesText);
            case Matcher.AllOf allOf -> allOf.options().stream().allMatch(this::matchesText);
            case Matcher.Nothing _, Matcher.Node _, Matcher.Sequence _ -> false;
        };
    }

    // Sequences.

    private boolean matchesSequence(int row, NodeAttribute attribute, Matcher matcher) {
        return switch (matcher) {
            case Matcher.Sequence sequence -> {
                int from = elementCount;
                collect(row, attribute);
                boolean matched = sequence.fixed() ? matchesInOrder(from, sequence.items())
                        : new SequenceMatch(this, from, elementCount - from).matches(sequence.items());
                elementCount = from;
                yield matched;
            }
            case Matcher.Anything _ -> true;
            case Matcher.Not not -> !matchesSequence(row, attribute, not.matcher());
            case Matcher.OneOf oneOf ->
                    oneOf.options().stream().anyMatch(option -> matchesSequence(row, attribute, option));
            case Matcher.AllOf allOf ->
                    allOf.options().stream().allMatch(option -> matchesSequence(row, attribute, option));
            case Matcher.Nothing _, Matcher.Node _, Matcher.Text _, Matcher.Regex _ -> false;
        };
    }

    private void collect(int row, NodeAttribute attribute) {
        for (int child = children.first(row); child > 0; child = children.next(child)) {
            if (table.slot(child) == attribute.slot()) {
                if (elementCount == elements.length) {
                    elements = Arrays.copyOf(elements, elementCount * 2);
                }
                elements[elementCount++] = child;
            }
        }
    }

    private boolean matchesInOrder(int from, List<Matcher.Item> items) {
        if (items.size() != elementCount - from) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!matches(elements[from + i], items.get(i).matcher())) {
                return false;
            }
        }
        return true;
    }

    /// Whether an element of the sequences that are being matched matches.
    boolean matchesElement(int index, Matcher matcher) {
        return matches(elements[index], matcher);
    }
}
