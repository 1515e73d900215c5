/// What CPython finds wrong with a module that parses: the errors and warnings of the stages behind the parser, that is
/// `from __future__` statements, the symbol table and the code generator.
///
/// Start with [dev.quarry.syntax.compile.CompileChecker]. Words and places are those of CPython 3.13; whether a module
/// is valid is decided by the rules of the version that it was parsed for. Nothing recurses on the depth of the tree.
package dev.quarry.syntax.compile;
