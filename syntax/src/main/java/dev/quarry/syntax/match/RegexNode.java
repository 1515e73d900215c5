package dev.quarry.syntax.match;

import java.util.List;

/// A part of a regular expression.
sealed interface RegexNode {
    /// One character of a set.
    record Take(CharacterSet set) implements RegexNode {}

    /// No character, but a place in the text.
    record Check(Place place) implements RegexNode {}

    record InOrder(List<RegexNode> parts) implements RegexNode {}

    record Either(List<RegexNode> options) implements RegexNode {}

    /// @param most [#UNBOUNDED] for no limit
    record Repeat(RegexNode node, int least, int most) implements RegexNode {
        static final int UNBOUNDED = Integer.MAX_VALUE;
    }

    /// Places between characters.
    enum Place {
        /// `\A`, `^`
        TEXT_START,
        /// `\Z`
        TEXT_END,
        /// `$`: the end, or before a line feed that is the end.
        LAST_LINE_END,
        /// `^` with flag m
        LINE_START,
        /// `$` with flag m
        LINE_END,
        /// `\b`
        WORD_EDGE,
        /// `\B`
        NO_WORD_EDGE,
        /// `\b` with flag a
        ASCII_WORD_EDGE,
        /// `\B` with flag a
        NO_ASCII_WORD_EDGE
    }
}
