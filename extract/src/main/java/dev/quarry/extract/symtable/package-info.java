/// The family of symbol tables: rows of `symtable_files_v1` and its fact tables from parsed files.
package dev.quarry.extract.symtable;
