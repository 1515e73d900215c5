/// What a repository holds: which files are in scope and why, and what is known of each before it is parsed.
///
/// Start with [dev.quarry.extract.scan.RepositoryListing] (which files, without reading them) and
/// [dev.quarry.extract.scan.FileReader] (hash, lines and encoding of one file). Nothing of the repository is executed and
/// nothing is written into it: git's files are read as data, whoever wrote them.
package dev.quarry.extract.scan;
