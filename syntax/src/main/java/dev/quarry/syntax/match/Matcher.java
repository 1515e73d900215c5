package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstKind;
import java.util.List;

/// A part of a compiled pattern: says of a value (a node, a sequence of nodes, a text, None) whether it matches.
sealed interface Matcher {
    /// `DoNotCare()`
    record Anything() implements Matcher {}

    /// `None`
    record Nothing() implements Matcher {}

    /// A node of a class with attributes that match.
    record Node(CstKind kind, List<Attribute> attributes) implements Matcher {}

    /// What one attribute has to be like.
    record Attribute(NodeAttribute attribute, Matcher matcher) {}

    /// `OneOf(…)`, `A | B`
    record OneOf(List<Matcher> options) implements Matcher {}

    /// `AllOf(…)`, `A & B`
    record AllOf(List<Matcher> options) implements Matcher {}

    /// `DoesNotMatch(…)`, `~A`
    record Not(Matcher matcher) implements Matcher {}

    /// `[A, ZeroOrMore(B)]`
    ///
    /// @param fixed whether every item stands for one node
    record Sequence(List<Item> items, boolean fixed) implements Matcher {
        static Sequence of(List<Item> items) {
            return new Sequence(List.copyOf(items), items.stream().allMatch(Item::isOne));
        }
    }

    /// Nodes in a row that match.
    ///
    /// @param least how many there have to be
    /// @param most how many there may be
    record Item(Matcher matcher, int least, int most) {
        boolean isOne() {
            return least == 1 && most == 1;
        }
    }

    /// A text that is exactly this, as UTF-8.
    record Text(byte[] utf8) implements Matcher {}

    /// `MatchRegex("…")`: a text that the expression matches from its beginning to its end.
    record Regex(RegularExpression expression) implements Matcher {}
}
