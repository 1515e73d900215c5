package dev.quarry.syntax.resolve;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// What decorators say about a function by their names alone.
final class DecoratorNames {
    private DecoratorNames() {}

    /// [FunctionTraits] bits.
    static int traits(SyntaxTree tree, int decorators) {
        int traits = 0;
        for (int i = 0; i < tree.length(decorators); i++) {
            traits |= trait(tree, tree.element(decorators, i));
        }
        return traits;
    }

    /// What one decorator says; 0 for nothing that is known.
    static int trait(SyntaxTree tree, int decorator) {
        return switch (lastName(tree, decorator)) {
            case "staticmethod" -> FunctionTraits.STATIC;
            case "classmethod" -> FunctionTraits.CLASS_METHOD;
            case "property", "cached_property", "getter" -> FunctionTraits.PROPERTY;
            case "abstractproperty" -> FunctionTraits.PROPERTY | FunctionTraits.ABSTRACT;
            case "abstractmethod" -> FunctionTraits.ABSTRACT;
            case "setter", "deleter" -> FunctionTraits.PROPERTY | FunctionTraits.ACCESSOR;
            default -> 0;
        };
    }

    /// The last identifier of `a.b.c`, else an empty text.
    private static String lastName(SyntaxTree tree, int node) {
        int token = switch (tree.kind(node)) {
            case NAME -> tree.slot(node, 0);
            case ATTRIBUTE -> tree.slot(node, 1);
            default -> NodeKind.NONE.ordinal();
        };
        boolean isName = (tree.kind(node) == NodeKind.NAME || tree.kind(node) == NodeKind.ATTRIBUTE)
                && tree.tokens().kind(token) == TokenKind.NAME;
        return isName ? tree.names().text(tree.tokens().payload(token)) : "";
    }
}
