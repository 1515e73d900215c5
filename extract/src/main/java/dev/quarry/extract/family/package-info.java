/// What a family of datasets is to a run ([dev.quarry.extract.family.Family]), and what a parsed file is to a family
/// ([dev.quarry.extract.family.ParsedFile]): one tree, and what is derived from it once for all families.
package dev.quarry.extract.family;
