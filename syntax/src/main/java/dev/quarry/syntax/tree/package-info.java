/// The typed view of a [dev.quarry.syntax.SyntaxTree]: a sealed hierarchy of records, one for each
/// [dev.quarry.syntax.NodeKind], made for `switch`.
///
/// Start with [dev.quarry.syntax.tree.Root#of]. A record is a tree and a number; its accessors read the tree's arrays
/// when they are called. So the view costs nothing before it is used, is immutable, and may be read by any number of
/// threads. Two records are equal when they mean the same node of the same tree.
///
/// Optional parts are [java.util.Optional]; lists are unmodifiable views. What the grammar demands is never absent:
/// where the source lacks a node, there is an error node, and where it lacks a name, the accessor yields the token in
/// its place.
package dev.quarry.syntax.tree;
