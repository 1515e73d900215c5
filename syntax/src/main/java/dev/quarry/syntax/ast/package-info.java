/// CPython's abstract syntax tree, as a projection of the concrete [dev.quarry.syntax.SyntaxTree].
package dev.quarry.syntax.ast;
