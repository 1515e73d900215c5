package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
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
    /// In characters: what is longer is no annotation that anybody wrote, and reading nested brackets takes quadratic
    /// time.
    private static final int LONGEST_TEXT = 1000;

    private final NameFactsBuilder out;
    /// Brackets within brackets further in than that are not read.
    private static final int MOST_NESTED = 8;


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
        return value(annotation, 0);
    }

    private int value(int annotation, int depth) {
        SyntaxTree tree = out.tree;
        IntStack classes = new IntStack();
        IntStack pending = new IntStack();
        pending.push(annotation);
        while (pending.size() > 0) {
            int node = pending.pop();
            switch (tree.kind(node)) {
                case PAREN -> pending.push(tree.slot(node, 0));
                case BINARY -> {
                    if (tree.tokens().kind(tree.slot(node, 1)) == TokenKind.VBAR) {
                        pending.push(tree.slot(node, 2));
                        pending.push(tree.slot(node, 0));
                    } else {
                        classes.push(out.values.unknown(Unresolved.EXPRESSION));
                    }
                }
                case SUBSCRIPT -> subscript(node, depth, classes, pending);
                case STRINGS -> text(node, depth, classes);
                case TUPLE -> {
                    int elements = tree.slot(node, 0);
                    for (int i = tree.length(elements) - 1; i >= 0; i--) {
                        pending.push(tree.element(elements, i));
                    }
                }
                case NONE_LITERAL -> { }
                default -> classes.push(out.value(node));
            }
        }
        return classes.size() == 0 ? out.values.unknown(Unresolved.EXPRESSION) : out.values.oneOf(classes);
    }

    private void subscript(int node, int depth, IntStack classes, IntStack pending) {
        SyntaxTree tree = out.tree;
        int generic = tree.slot(node, 0);
        int index = tree.slot(node, 1);
        String name = lastName(out, generic);
        switch (name) {
            case "Optional", "Union" -> pending.push(index);
            case "Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly" ->
                    pending.push(tree.kind(index) == NodeKind.TUPLE && tree.length(tree.slot(index, 0)) > 0
                            ? tree.element(tree.slot(index, 0), 0) : index);
            // One of several values, a function: nothing to look attributes up in.
            case "Literal", "Callable" -> classes.push(out.values.unknown(Unresolved.EXPRESSION));
            default -> {
                if (depth == MOST_NESTED || !Items.isGeneric(name)) {
                    pending.push(generic);
                    return;
                }
                IntStack parts = new IntStack();
                parts.push(out.value(generic));
                if (tree.kind(index) == NodeKind.TUPLE) {
                    int elements = tree.slot(index, 0);
                    for (int i = 0; i < tree.length(elements); i++) {
                        if (tree.kind(tree.element(elements, i)) != NodeKind.ELLIPSIS) {
                            parts.push(value(tree.element(elements, i), depth + 1));
                        }
                    }
                } else {
                    parts.push(value(index, depth + 1));
                }
                classes.push(generic(parts, name, tree.kind(index) == NodeKind.TUPLE
                        && parts.size() <= tree.length(tree.slot(index, 0))));
            }
        }
    }

    /// @param repeated whether the last argument of a tuple stands for any number of items
    private int generic(IntStack parts, String name, boolean repeated) {
        return out.values.add(Op.GENERIC, out.values.list(parts),
                out.names.of(repeated && Items.isTuple(name) ? "Sequence" : name));
    }

    /// A forward reference in a string: the same forms as outside of one, with dotted names.
    private void text(int node, int depth, IntStack classes) {
        String whole = Exports.plainText(out.tree, node);
        if (whole == null || whole.length() > LONGEST_TEXT) {
            classes.push(out.values.unknown(Unresolved.STRING_ANNOTATION));
        } else {
            text(whole, node, depth, classes);
        }
    }

    private void text(String whole, int node, int depth, IntStack classes) {
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
                String name = generic.substring(generic.lastIndexOf('.') + 1);
                List<String> arguments = split(text.substring(bracket + 1, text.length() - 1), ',');
                switch (name) {
                    case "Optional", "Union" -> arguments.forEach(texts::push);
                    case "Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly" ->
                            texts.push(arguments.getFirst());
                    case "Literal", "Callable" -> classes.push(out.values.unknown(Unresolved.EXPRESSION));
                    default -> {
                        if (depth == MOST_NESTED || !Items.isGeneric(name)) {
                            texts.push(generic);
                        } else {
                            classes.push(genericText(generic, name, arguments, node, depth));
                        }
                    }
                }
            } else if (!text.equals("None")) {
                classes.push(dotted(text, node));
            }
        }
    }

    private int genericText(String generic, String name, List<String> arguments, int node, int depth) {
        IntStack parts = new IntStack();
        parts.push(dotted(generic, node));
        boolean repeated = false;
        for (String argument : arguments) {
            if (argument.strip().equals("...")) {
                repeated = true;
                continue;
            }
            IntStack classes = new IntStack();
            text(argument, node, depth + 1, classes);
            parts.push(classes.size() == 0 ? out.values.unknown(Unresolved.EXPRESSION) : out.values.oneOf(classes));
        }
        return generic(parts, name, repeated);
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
