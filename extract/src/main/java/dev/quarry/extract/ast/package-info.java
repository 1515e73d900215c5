/// The AST family: rows of `ast_files_v1` and its fact tables from parsed files.
package dev.quarry.extract.ast;
