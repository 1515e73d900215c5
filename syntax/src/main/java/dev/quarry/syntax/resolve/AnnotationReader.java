package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads annotations: which classes something annotated is an instance of. Follows `X | Y`, `Optional[X]`,
/// `Union[X, Y]`, `Annotated[X, …]` and names in strings; of other generics the class before the brackets.
final class AnnotationReader {
    /// In characters: what is longer is no annotation that anybody wrote, and reading nested brackets takes quadratic time.
    private static final int LONGEST_TEXT = 1000;

    private final NameFactsBuilder out;
    private final Ints pending = new Ints();
    private final Ints classes = new Ints();

    AnnotationReader(NameFactsBuilder out) {
        this.out = out;
    }

    /// An instance of what an annotation names.
    int instance(int annotation) {
        return annotation == 0 ? out.values.unknown(Unresolved.EXPRESSION)
                : out.values.add(Op.ANNOTATED, value(annotation), 0);
    }

    /// What a base of a class names: the class before the brackets of a generic.
    int base(int node) {
        int inner = node;
        while (out.tree.kind(inner) == NodeKind.SUBSCRIPT || out.tree.kind(inner) == NodeKind.PAREN) {
            inner = out.tree.slot(inner, 0);
        }
        return out.value(inner);
    }

    /// The classes that an annotation names.
    int value(int annotation) {
        SyntaxTree tree = out.tree;
        classes.clear();
        pending.add(annotation);
        while (pending.size() > 0) {
            int node = pending.pop();
            switch (tree.kind(node)) {
                case PAREN -> pending.add(tree.slot(node, 0));
                case BINARY -> {
                    if (tree.tokens().kind(tree.slot(node, 1)) == TokenKind.VBAR) {
                        pending.add(tree.slot(node, 2));
                        pending.add(tree.slot(node, 0));
                    } else {
                        classes.add(out.values.unknown(Unresolved.EXPRESSION));
                    }
                }
                case SUBSCRIPT -> subscript(node);
                case STRINGS -> text(node);
                case TUPLE -> {
                    int elements = tree.slot(node, 0);
                    for (int i = tree.length(elements) - 1; i >= 0; i--) {
                        pending.add(tree.element(elements, i));
                    }
                }
                case NONE_LITERAL -> { }
                default -> classes.add(out.value(node));
            }
        }
        return classes.size() == 0 ? out.values.unknown(Unresolved.EXPRESSION) : out.values.oneOf(classes);
    }

    private void subscript(int node) {
        SyntaxTree tree = out.tree;
        int generic = tree.slot(node, 0);
        int index = tree.slot(node, 1);
        switch (lastName(out, generic)) {
            case "Optional", "Union" -> pending.add(index);
            case "Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly" ->
                    pending.add(tree.kind(index) == NodeKind.TUPLE && tree.length(tree.slot(index, 0)) > 0
                            ? tree.element(tree.slot(index, 0), 0) : index);
            // A class itself, not an instance of it; one of several values, a function: nothing to look attributes up in.
            case "Type", "type", "Literal", "Callable" -> classes.add(out.values.unknown(Unresolved.EXPRESSION));
            default -> pending.add(generic);
        }
    }

    /// A forward reference in a string: the same forms as outside of one, with dotted names.
    private void text(int node) {
        String whole = Exports.plainText(out.tree, node);
        if (whole == null || whole.length() > LONGEST_TEXT) {
            classes.add(out.values.unknown(Unresolved.STRING_ANNOTATION));
            return;
        }
        Deque<String> texts = new ArrayDeque<>();
        texts.add(whole);
        while (!texts.isEmpty()) {
            String text = texts.pop().strip();
            List<String> alternatives = split(text, '|');
            int bracket = text.indexOf('[');
            if (alternatives.size() > 1) {
                alternatives.forEach(texts::push);
            } else if (bracket > 0 && text.endsWith("]")) {
                String generic = text.substring(0, bracket).strip();
                List<String> arguments = split(text.substring(bracket + 1, text.length() - 1), ',');
                switch (generic.substring(generic.lastIndexOf('.') + 1)) {
                    case "Optional", "Union" -> arguments.forEach(texts::push);
                    case "Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly" ->
                            texts.push(arguments.getFirst());
                    case "Type", "type", "Literal", "Callable" ->
                            classes.add(out.values.unknown(Unresolved.EXPRESSION));
                    default -> texts.push(generic);
                }
            } else if (!text.equals("None")) {
                classes.add(dotted(text, node));
            }
        }
    }

    /// The parts of a text between separators that are in no brackets.
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
            } else if (c == separator && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private int dotted(String text, int node) {
        String[] parts = text.split("\\.", -1);
        for (String part : parts) {
            if (!isIdentifier(part)) {
                return out.values.unknown(Unresolved.STRING_ANNOTATION);
            }
        }
        // Evaluated when all has been bound.
        int value = out.values.name(out.names.of(parts[0]), out.scope(node), out.suite(node), Integer.MAX_VALUE);
        for (int i = 1; i < parts.length; i++) {
            value = out.values.add(Op.ATTRIBUTE, value, out.names.of(parts[i]));
        }
        return value;
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty() && (text.charAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))
                && text.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }

    /// Whether an annotation is a qualifier that leaves the type to the value.
    static boolean isBareQualifier(NameFactsBuilder out, int annotation) {
        return switch (lastName(out, annotation)) {
            case "Final", "ClassVar", "InitVar", "Any", "object" -> true;
            default -> false;
        };
    }

    private static String lastName(NameFactsBuilder out, int node) {
        int token = switch (out.tree.kind(node)) {
            case NAME -> out.tree.slot(node, 0);
            case ATTRIBUTE -> out.tree.slot(node, 1);
            default -> NONE;
        };
        int name = token == NONE ? NONE : out.names.ofToken(token);
        return name == NONE ? "" : out.names.text(name);
    }
}
