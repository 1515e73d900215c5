package dev.quarry.syntax;

/// Turns a [SourceText] into a [TokenBuffer].
final class Lexer {
    /// Brackets at each multiple of this nesting level know the token that closes them, see [TokenKind].
    static final int DEFERRAL_INTERVAL = 64;
}
