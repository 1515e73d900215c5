package dev.quarry.syntax;

/// Parses what [Deferrals] has put off, each part from its opening token on with a fresh stack.
final class DeferredParts {
    private final Grammar grammar;

    DeferredParts(Grammar grammar) {
        this.grammar = grammar;
    }

    /// Parses all deferred parts, also those that come up on the way.
    void parseAll() {
        for (int i = 0; i < grammar.deferrals.count(); i++) {
            grammar.deferrals.setResult(i, parse(grammar.deferrals.construct(i), grammar.deferrals.openToken(i),
                    grammar.deferrals.context(i)));
        }
    }

    /// Parses one part. The token behind it counts as the end of the file meanwhile, so that a part which lacks
    /// something can't run into what follows.
    private int parse(Deferrals.Construct construct, int open, int context) {
        TokenBuffer tokens = grammar.cursor.tokens();
        int behind = Math.min(tokens.payload(open) + 1, tokens.size() - 1);
        int kindBehind = tokens.kind(behind);
        tokens.setKind(behind, TokenKind.ENDMARKER);
        grammar.cursor.moveTo(open);
        grammar.errors.startStatement();
        int result = switch (construct) {
            case BRACKETED_ATOM -> grammar.brackets.bracketedAtom();
            case ARGUMENTS -> grammar.brackets.arguments();
            case SUBSCRIPT_INDEX -> grammar.brackets.subscriptIndex();
            case REPLACEMENT_FIELD -> grammar.strings.replacementField(context);
            case BLOCK -> grammar.statements.indentedStatements();
            case CASES -> grammar.matches.caseBlocks();
            case PATTERN_SEQUENCE -> grammar.patterns.bracketedSequence();
            case PATTERN_MAPPING -> grammar.patterns.mapping();
            case PATTERN_ARGUMENTS -> grammar.patterns.classArguments();
        };
        tokens.setKind(behind, kindBehind);
        return result;
    }
}
