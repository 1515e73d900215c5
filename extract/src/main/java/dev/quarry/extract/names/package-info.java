/// The family of names between files: modules, imports, and where references and calls lead.
///
/// Two steps: [dev.quarry.extract.names.NameFamily]'s extractors keep what each parsed file binds and refers to
/// ([dev.quarry.extract.names.NameFactsStore]); when all files are parsed, [dev.quarry.extract.names.NameResolution]
/// resolves the files that changed and those that can see them ([dev.quarry.extract.names.ImportClosure]).
package dev.quarry.extract.names;
