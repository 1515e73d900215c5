/// LibCST's node model as a projection of the syntax tree: [dev.quarry.syntax.cst.CstProjector] makes rows of a
/// [dev.quarry.syntax.cst.CstTable], one projection class for each area of the grammar.
///
/// Positions follow two rules of LibCST. A node owns white space before or behind some of its tokens, and its inclusive
/// span (`WhitespaceInclusivePositionProvider`) is all that it writes. Its plain span (`PositionProvider`) is narrower
/// for the classes whose `_codegen_impl` records one, and the same for all others.
package dev.quarry.syntax.cst;
