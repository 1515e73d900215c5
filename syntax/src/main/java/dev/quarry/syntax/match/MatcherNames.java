package dev.quarry.syntax.match;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the names in a pattern stand for.
final class MatcherNames {
    /// How programs refer to the module that the names are of.
    private static final Set<String> MODULES = Set.of("m", "matchers", "cst.matchers", "libcst.matchers");

    private static final Set<String> FUNCTIONS = Set.of("OneOf", "AllOf", "TypeOf", "DoesNotMatch", "MatchRegex",
            "DoNotCare", "ZeroOrMore", "ZeroOrOne", "AtLeastN", "AtMostN");

    /// What LibCST has and is refused, with the reason.
    private static final Map<String, String> REFUSED = Map.of(
            "MatchIfTrue", "runs Python code, which is never done here",
            "MatchMetadata", "asks for metadata, which nodes do not have here",
            "MatchMetadataIfTrue", "asks for metadata, which nodes do not have here",
            "SaveMatchedNode", "saves nodes, which is not done here: write the matcher in it alone");

    private static final Set<String> WHITE_SPACE = Set.of("Comment", "EmptyLine", "Newline", "ParenthesizedWhitespace",
            "SimpleWhitespace", "TrailingWhitespace");

    private final SyntaxTree tree;
    private final int before;

    /// @param before how many characters stand before the expression in the pattern
    MatcherNames(SyntaxTree tree, int before) {
        this.tree = tree;
        this.before = before;
    }

    /// The name of a class or function of the module, without the module's.
    ///
    /// @param node any expression
    String of(int node) {
        String text = dotted(node);
        if (text == null) {
            throw new PatternException("a class or matcher was expected", columnOf(node));
        }
        int dot = text.lastIndexOf('.');
        if (dot >= 0 && !MODULES.contains(text.substring(0, dot))) {
            throw new PatternException("unknown module '" + text.substring(0, dot) + "'; only m, matchers and"
                    + " libcst.matchers may stand before a matcher", columnOf(node));
        }
        return text.substring(dot + 1);
    }

    private String dotted(int node) {
        StringBuilder text = new StringBuilder();
        int at = node;
        while (tree.kind(at) == NodeKind.ATTRIBUTE) {
            int name = tree.slot(at, 1);
            text.insert(0, "." + ofToken(name));
            at = tree.slot(at, 0);
        }
        return tree.kind(at) == NodeKind.NAME ? text.insert(0, source(at)).toString() : null;
    }

    /// The classes of `(A | B)` or `TypeOf(A, B)`; null for anything else.
    List<Integer> union(int callee) {
        int node = callee;
        while (tree.kind(node) == NodeKind.PAREN) {
            node = tree.slot(node, 0);
        }
        List<Integer> classes = new ArrayList<>();
        if (tree.kind(node) == NodeKind.CALL && "TypeOf".equals(lastName(tree.slot(node, 0)))) {
            int arguments = tree.slot(node, 1);
            for (int i = 0; i < tree.length(arguments); i++) {
                classes.add(tree.element(arguments, i));
            }
            return classes;
        }
        while (tree.kind(node) == NodeKind.BINARY && tree.tokens().kind(tree.slot(node, 1)) == TokenKind.VBAR) {
            classes.addFirst(tree.slot(node, 2));
            node = tree.slot(node, 0);
        }
        if (classes.isEmpty()) {
            return null;
        }
        classes.addFirst(node);
        return classes;
    }

    private String lastName(int node) {
        return switch (tree.kind(node)) {
            case NAME -> source(node);
            case ATTRIBUTE -> of(node);
            default -> null;
        };
    }

    /// The error that a name is no class.
    PatternException unknown(String name, int node) {
        int column = columnOf(node);
        String reason = REFUSED.get(name);
        if (reason != null) {
            return new PatternException(name + " is not supported: it " + reason, column);
        }
        if (FUNCTIONS.contains(name)) {
            return new PatternException(name + " has to be called", column);
        }
        if (WHITE_SPACE.contains(name)) {
            return new PatternException(name + " is not supported: white space and comments are no nodes here", column);
        }
        Set<?> group = NodeClasses.group(name);
        if (group != null || name.equals("MatchSequence")) {
            return new PatternException(name + " is abstract: name the classes, as in (A | B)", column);
        }
        Set<String> names = new TreeSet<>(NodeClasses.names());
        names.addAll(FUNCTIONS);
        return new PatternException("unknown class or matcher '" + name + "'", column, name, names);
    }

    /// The source of a token.
    String ofToken(int token) {
        return source(tree.tokens().start(token), tree.tokens().end(token));
    }

    /// The source of a node.
    String source(int node) {
        return source(tree.start(node), tree.end(node));
    }

    private String source(int start, int end) {
        return new String(tree.source().utf8(), start, end - start, StandardCharsets.UTF_8);
    }

    /// Where a node begins in the pattern: 1-based, in characters.
    int columnOf(int node) {
        return column(tree.start(node));
    }

    /// The place of an offset of the tree's text in the pattern.
    int column(int offset) {
        String text = source(tree.source().start(), offset);
        return before + text.codePointCount(0, text.length()) + 1;
    }
}
