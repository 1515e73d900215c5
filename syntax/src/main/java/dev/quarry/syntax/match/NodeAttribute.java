package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstSlot;
import java.util.Set;

/// An attribute of a class of nodes.
///
/// @param name in Python
/// @param type what it may hold, for messages
/// @param holds which sort of value
/// @param kinds classes of the node, or of the nodes in the sequence
/// @param optional whether it may be None
/// @param missing whether it may be left out, which is not None in LibCST but `MaybeSentinel.DEFAULT`
/// @param slot where the table has its nodes; null for texts and for what the table does not hold
record NodeAttribute(String name, String type, Holds holds, Set<CstKind> kinds, boolean optional, boolean missing,
        CstSlot slot) {
    /// The sorts of values.
    enum Holds {
        NODE, SEQUENCE,
        /// `ImportFrom.names`: a sequence, or an `ImportStar`.
        SEQUENCE_OR_NODE, TEXT,
        /// What the table does not hold.
        NOTHING
    }

    boolean holdsNode() {
        return holds == Holds.NODE || holds == Holds.SEQUENCE_OR_NODE;
    }

    boolean holdsSequence() {
        return holds == Holds.SEQUENCE || holds == Holds.SEQUENCE_OR_NODE;
    }
}
