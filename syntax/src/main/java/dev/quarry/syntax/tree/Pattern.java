// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// A pattern of a `case` (PEP 634).
public sealed interface Pattern extends Node {

    /// A [NodeKind#PATTERN_VALUE].
    record Value(SyntaxTree tree, int id) implements Pattern {
        public Value {
            Views.check(tree, id, NodeKind.PATTERN_VALUE);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#PATTERN_SINGLETON].
    record Singleton(SyntaxTree tree, int id) implements Pattern {
        public Singleton {
            Views.check(tree, id, NodeKind.PATTERN_SINGLETON);
        }
    }

    /// A [NodeKind#PATTERN_SEQUENCE].
    record Sequence(SyntaxTree tree, int id) implements Pattern {
        public Sequence {
            Views.check(tree, id, NodeKind.PATTERN_SEQUENCE);
        }

        public java.util.List<Pattern> patterns() {
            return Views.nodes(tree, id, 0, Pattern.class);
        }
    }

    /// A [NodeKind#PATTERN_PAREN].
    record Paren(SyntaxTree tree, int id) implements Pattern {
        public Paren {
            Views.check(tree, id, NodeKind.PATTERN_PAREN);
        }

        public Pattern inner() {
            return Views.node(tree, id, 0, Pattern.class);
        }
    }

    /// A [NodeKind#PATTERN_MAPPING].
    record Mapping(SyntaxTree tree, int id) implements Pattern {
        public Mapping {
            Views.check(tree, id, NodeKind.PATTERN_MAPPING);
        }

        public java.util.List<PatternEntry> entries() {
            return Views.patternEntries(tree, id, 0);
        }

        public Optional<Token> rest() {
            return Views.optionalToken(tree, id, 1);
        }
    }

    /// A [NodeKind#PATTERN_CLASS].
    record Class(SyntaxTree tree, int id) implements Pattern {
        public Class {
            Views.check(tree, id, NodeKind.PATTERN_CLASS);
        }

        public Expression className() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<Pattern> arguments() {
            return Views.nodes(tree, id, 1, Pattern.class);
        }
    }

    /// A [NodeKind#PATTERN_KEYWORD].
    record Keyword(SyntaxTree tree, int id) implements Pattern {
        public Keyword {
            Views.check(tree, id, NodeKind.PATTERN_KEYWORD);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }

        public Pattern pattern() {
            return Views.node(tree, id, 1, Pattern.class);
        }
    }

    /// A [NodeKind#PATTERN_STAR].
    record Star(SyntaxTree tree, int id) implements Pattern {
        public Star {
            Views.check(tree, id, NodeKind.PATTERN_STAR);
        }

        public Optional<Token> name() {
            return Views.optionalToken(tree, id, 0);
        }
    }

    /// A [NodeKind#PATTERN_AS].
    record As(SyntaxTree tree, int id) implements Pattern {
        public As {
            Views.check(tree, id, NodeKind.PATTERN_AS);
        }

        public Optional<Pattern> pattern() {
            return Views.optionalNode(tree, id, 0, Pattern.class);
        }

        public Optional<Token> name() {
            return Views.optionalToken(tree, id, 1);
        }
    }

    /// A [NodeKind#PATTERN_OR].
    record Or(SyntaxTree tree, int id) implements Pattern {
        public Or {
            Views.check(tree, id, NodeKind.PATTERN_OR);
        }

        public java.util.List<Pattern> patterns() {
            return Views.nodes(tree, id, 0, Pattern.class);
        }
    }

    /// A [NodeKind#PATTERN_ERROR].
    record Error(SyntaxTree tree, int id) implements Pattern {
        public Error {
            Views.check(tree, id, NodeKind.PATTERN_ERROR);
        }
    }
}
