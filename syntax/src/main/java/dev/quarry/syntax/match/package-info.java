/// Structural patterns over LibCST's nodes, in the notation of LibCST's module `matchers`, read and not run.
///
/// [dev.quarry.syntax.match.NodePattern#compile] turns a text into a pattern; a [dev.quarry.syntax.match.PatternFinder]
/// finds the nodes of a [dev.quarry.syntax.cst.CstTable] that patterns match.
///
/// Costs: a pattern is at most [dev.quarry.syntax.match.NodePattern#MAX_MATCHERS] matchers, of which no node is asked
/// twice for the same one, so that the time for a file is at most proportional to its nodes. Matching recurses with the
/// pattern, whose nesting is bounded, never with the file. Regular expressions run in time proportional to the text.
package dev.quarry.syntax.match;
