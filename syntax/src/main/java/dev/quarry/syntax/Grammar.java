package dev.quarry.syntax;

/// What the parsers of the grammar's areas share while they read one file: the cursor, the tree, the diagnostics and
/// each other.
final class Grammar {
    final TokenCursor cursor = new TokenCursor();
    final TreeBuilder tree = new TreeBuilder();
    final Deferrals deferrals = new Deferrals();
    final SyntaxErrors errors = new SyntaxErrors(this);
    final FieldErrors fieldErrors = new FieldErrors(this);
    final VersionGates gates = new VersionGates(this);

    final ExpressionParser expressions = new ExpressionParser(this);
    final BracketParser brackets = new BracketParser(this);
    final ComprehensionParser comprehensions = new ComprehensionParser(this);
    final StringParser strings = new StringParser(this);
    final ParameterParser parameters = new ParameterParser(this);
    final PatternParser patterns = new PatternParser(this);
    final TargetChecker targets = new TargetChecker(this);
    final StatementParser statements = new StatementParser(this);
    final ImportParser imports = new ImportParser(this);
    final CompoundStatementParser compounds = new CompoundStatementParser(this);
    final WithStatementParser withs = new WithStatementParser(this);
    final TryStatementParser tries = new TryStatementParser(this);
    final MatchStatementParser matches = new MatchStatementParser(this);
    final DefinitionParser definitions = new DefinitionParser(this);

    SourceText source;
    ParseOptions options;
    PythonVersion version;
    /// End token of the statement that was completed last: where an enclosing compound statement ends.
    int statementEnd;

    void reset(SourceText source, TokenBuffer tokens, ParseOptions options) {
        this.source = source;
        this.options = options;
        version = options.version();
        statementEnd = 0;
        cursor.reset(tokens);
        tree.reset();
        deferrals.reset();
        errors.reset(tokens);
        expressions.reset();
        imports.reset();
    }

    /// Whether the bracket or block that starts at the current token is to be left for later, see [Deferrals].
    boolean isDeferred() {
        return cursor.tokens().payload(cursor.position) != 0;
    }

    /// Skips the bracket that starts at the current token and returns the number that stands for it.
    int defer(Deferrals.Construct construct) {
        return defer(construct, 0);
    }

    /// The same, with a token that the construct needs to know.
    int defer(Deferrals.Construct construct, int context) {
        int open = cursor.position;
        int reference = deferrals.add(construct, open, context);
        int last = cursor.tokens().size() - 1;
        cursor.moveTo(Math.min(cursor.tokens().payload(open) + 1, last));
        return reference;
    }

    /// A node of width 0 for something that isn't there. Comments before the current token count as consumed, so that
    /// the node lies inside its parent.
    int missing(NodeKind kind) {
        cursor.end = cursor.position;
        return tree.node(kind, cursor.position, cursor.position);
    }

    /// Whether a NAME token is spelled like this soft keyword. CPython compares the bytes as written, too.
    boolean isWord(int token, String word) {
        int start = cursor.tokens().start(token);
        if (cursor.tokens().end(token) - start != word.length()) {
            return false;
        }
        byte[] utf8 = source.utf8();
        for (int i = 0; i < word.length(); i++) {
            if (utf8[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
