package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Reads annotations: which classes something annotated is an instance of. Follows `X | Y`, `Optional[X]`,
/// `Union[X, Y]`, `Annotated[X, …]` and names in strings; of other generics the class before the brackets.
final class AnnotationReader {
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
                case STRINGS -> classes.add(text(node));
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
        switch (lastName(generic)) {
            case "Optional", "Union" -> pending.add(index);
            case "Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly" ->
                    pending.add(tree.kind(index) == NodeKind.TUPLE && tree.length(tree.slot(index, 0)) > 0
                            ? tree.element(tree.slot(index, 0), 0) : index);
            // A class itself, not an instance of it; one of several values, a function: nothing to look attributes up in.
            case "Type", "type", "Literal", "Callable" -> classes.add(out.values.unknown(Unresolved.EXPRESSION));
            default -> pending.add(generic);
        }
    }

    /// A forward reference in a string: an identifier, or several with dots.
    private int text(int node) {
        String text = Exports.plainText(out.tree, node);
        if (text == null) {
            return out.values.unknown(Unresolved.STRING_ANNOTATION);
        }
        String[] parts = text.strip().split("\\.", -1);
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

    private String lastName(int node) {
        int token = switch (out.tree.kind(node)) {
            case NAME -> out.tree.slot(node, 0);
            case ATTRIBUTE -> out.tree.slot(node, 1);
            default -> NONE;
        };
        int name = token == NONE ? NONE : out.names.ofToken(token);
        return name == NONE ? "" : out.names.text(name);
    }
}
