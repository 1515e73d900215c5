package dev.quarry.syntax;

/// Which characters beyond ASCII an identifier may have (PEP 3131).
final class Identifiers {
    private Identifiers() {}

    static boolean isStart(int codePoint) {
        return Character.isUnicodeIdentifierStart(codePoint) && !isExcluded(codePoint);
    }

    static boolean isPart(int codePoint) {
        return Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint)
                && !isExcluded(codePoint);
    }

    /// Characters of ID_Start or ID_Continue whose NFKC form is no identifier, so that XID lacks them.
    private static boolean isExcluded(int codePoint) {
        return false;
    }

    /// As `str.isprintable`.
    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
