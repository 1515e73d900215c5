/// What names stand for, as LibCST's metadata tells it: qualified names, scopes, expression contexts.
///
/// Start with [dev.quarry.syntax.names.QualifiedNameAnalyzer]. It visits the tree once, in the order of LibCST's
/// `ScopeVisitor`, because that order is visible: an access knows only the assignments that were visited before it. The
/// visit records assignments and, for each token that is a name, the scope and how much had been assigned by then. What
/// a name stands for is looked up when [dev.quarry.syntax.names.QualifiedNames] is asked, and only then are texts made.
///
/// LibCST's scopes are not the compiler's: a name that is read before its assignment belongs to the scope around, a
/// capture in a pattern binds nothing. For the compiler's view see [dev.quarry.syntax.symtable].
package dev.quarry.syntax.names;
