package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.tokenize.PythonTokens;
import dev.quarry.syntax.tokenize.TokenPrinter;

/// Compares tokens with those of the module `tokenize`, one by one, or the errors.
final class TokenComparison extends RowComparison {
    private static final String[] FACTS = {"exact type", "type", "start", "end", "string"};

    TokenComparison() {
        super("token_rows.py");
    }

    @Override
    Facts facts(byte[] file, PythonVersion version, char status) {
        PythonTokens tokens = PythonTokens.ofFile(file, version);
        return tokens.error().isPresent() ? new Facts(tokens.error().get().render("<source>", "'<source>'"), null)
                : new Facts(null, new TokenRows(tokens, version));
    }

    @Override
    boolean isSameError(String expected, String actual) {
        return expected.equals(actual);
    }

    @Override
    String fact(String expected, String actual) {
        String[] theirs = expected.split(" ", FACTS.length);
        String[] ours = actual.split(" ", FACTS.length);
        int differing = 0;
        while (differing < FACTS.length - 1 && theirs[differing].equals(ours[differing])) {
            differing++;
        }
        return FACTS[differing];
    }

    private static final class TokenRows implements Rows {
        private final PythonTokens tokens;
        private final PythonVersion version;
        private int token;

        TokenRows(PythonTokens tokens, PythonVersion version) {
            this.tokens = tokens;
            this.version = version;
        }

        @Override
        public boolean append(StringBuilder out) {
            if (token == tokens.size()) {
                return false;
            }
            out.append(tokens.exactName(token)).append(' ').append(tokens.type(token)).append(' ')
                    .append(tokens.line(token)).append(',').append(tokens.column(token)).append(' ')
                    .append(tokens.endLine(token)).append(',').append(tokens.endColumn(token)).append(' ')
                    .append(TokenPrinter.repr(tokens.string(token), version));
            token++;
            return true;
        }
    }
}
