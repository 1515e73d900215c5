package dev.quarry.extract.cst;

import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.facts.TileReader;

/// Hands a file's tokens and trivia to their tables, in one pass.
final class Tiles {
    private Tiles() {}

    /// @param tokens null to leave tokens out
    /// @param trivia null to leave trivia out
    static void add(SyntaxTree tree, TokenRows tokens, TriviaRows trivia) {
        SourceText source = tree.source();
        if (trivia != null) {
            trivia.source(source);
        }
        int tokenCount = 0;
        int triviaCount = 0;
        TileReader tiles = new TileReader(tree);
        while (tiles.next()) {
            int start = source.rawBoundary(tiles.start());
            int end = source.rawBoundary(tiles.end());
            if (!tiles.isToken()) {
                if (trivia != null) {
                    trivia.add(tiles, start, end);
                    triviaCount++;
                }
            } else if (tokens != null) {
                tokens.add(tiles.tokenKind(), start, end);
                tokenCount++;
            }
        }
        if (tokens != null) {
            tokens.endFile(tokenCount);
        }
        if (trivia != null) {
            trivia.endFile(triviaCount);
        }
    }
}
