/// What a file says, read off its syntax tree in one pass: references, imports, calls, definitions, type expressions,
/// docstrings, decorators ([dev.quarry.syntax.facts.SyntaxFacts]); and the file as a row of tokens and trivia that
/// leaves no byte out ([dev.quarry.syntax.facts.TileReader]).
package dev.quarry.syntax.facts;
