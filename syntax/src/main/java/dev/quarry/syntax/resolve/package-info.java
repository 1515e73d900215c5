/// Names between files: which definition a reference means, through imports, re-exports, aliases and classes.
///
/// Two steps. [dev.quarry.syntax.resolve.NameFactsBuilder] reads a syntax tree and keeps what its file binds and refers
/// to, in flat arrays without the text. [dev.quarry.syntax.resolve.NameResolver] then answers for single references,
/// looking into the facts of other files where the answer leads there.
///
/// Nothing is executed and nothing is guessed silently: an answer is a set of targets, and what cannot be known is a
/// target, too, with the reason ([dev.quarry.syntax.resolve.Unresolved]).
package dev.quarry.syntax.resolve;
