package dev.quarry.syntax;

import java.util.Arrays;

/// Walks over the tokens of one file.
///
/// Type comments are passed over by [#advance], so that productions need not expect them everywhere: the few that
/// take one ask for it with [#takeTypeComment] when the cursor has just passed it.
final class TokenCursor {
    private TokenBuffer tokens;
    /// Type comments that have been taken, in the order in which they were.
    private int[] taken = new int[16];
    private int takenCount;

    /// The current token.
    int position;
    /// Kind of the current token.
    int kind;
    /// The token after the last one consumed: the end of a node that is complete now.
    int end;

    void reset(TokenBuffer tokens) {
        this.tokens = tokens;
        takenCount = 0;
        moveTo(0);
    }

    TokenBuffer tokens() {
        return tokens;
    }

    /// Consumes the current token, which must not be the ENDMARKER.
    void advance() {
        int next = position + 1;
        end = next;
        int nextKind = tokens.kind(next);
        while (nextKind == TokenKind.TYPE_COMMENT) {
            nextKind = tokens.kind(++next);
        }
        position = next;
        kind = nextKind;
    }

    /// Consumes the current token if it is of this kind.
    boolean eat(int expected) {
        if (kind != expected) {
            return false;
        }
        advance();
        return true;
    }

    /// Kind of the token after the current one; ENDMARKER at the end.
    int peek() {
        if (kind == TokenKind.ENDMARKER) {
            return TokenKind.ENDMARKER;
        }
        int next = position + 1;
        while (tokens.kind(next) == TokenKind.TYPE_COMMENT) {
            next++;
        }
        return tokens.kind(next);
    }

    /// Goes to a token without consuming what lies between; [#end] becomes that token.
    void moveTo(int token) {
        end = token;
        while (tokens.kind(token) == TokenKind.TYPE_COMMENT) {
            token++;
        }
        position = token;
        kind = tokens.kind(token);
    }

    /// Consumes the type comment between the last token and the current one; 0 when there is none.
    int takeTypeComment() {
        if (position == end || end == 0) {
            return 0;
        }
        if (takenCount == taken.length) {
            taken = Arrays.copyOf(taken, takenCount * 2);
        }
        taken[takenCount++] = end;
        return end++;
    }

    /// The type comments that productions have taken, in token order.
    int[] takenTypeComments() {
        int[] result = Arrays.copyOf(taken, takenCount);
        Arrays.sort(result);
        return result;
    }
}
