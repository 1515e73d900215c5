/// The family of concrete syntax: rows of `libcst_files_v1` and its fact tables from parsed files.
package dev.quarry.extract.cst;
