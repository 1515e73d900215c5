/// CPython's symbol table, computed from the concrete [dev.quarry.syntax.SyntaxTree]: scopes, symbols, their flags, and
/// the errors that CPython finds while it makes them.
///
/// Start with [dev.quarry.syntax.symtable.SymbolTable]. Two passes, as in CPython's `Python/symtable.c`: the first
/// visits the tree in CPython's order and records what each scope does with a name, the second decides from the outside
/// in where each name lives. The order of visits is visible: it numbers scopes and symbols and decides which error is
/// the first. Neither pass recurses, and both are linear in the tree and the table that comes out.
package dev.quarry.syntax.symtable;
