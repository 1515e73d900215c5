package dev.quarry.syntax;

/// Which characters beyond ASCII an identifier may have (PEP 3131): XID_Start and XID_Continue of the Unicode version
/// that a Python release knows.
///
/// The JDK tests for ID_Start and ID_Continue of Unicode 16; what Unicode 17 adds is in a list. Characters that are newer than the release's Unicode
/// are unprintable there, which is how they are told apart.
public final class Identifiers {
    private Identifiers() {}

    public static boolean isStart(int codePoint, PythonVersion version) {
        boolean start = Character.isUnicodeIdentifierStart(codePoint)
                || Printable.isNewInIdentifiers(codePoint, true);
        return start && !isUnstable(codePoint) && !startsUnstable(codePoint)
                && Printable.isPrintable(codePoint, version);
    }

    public static boolean isPart(int codePoint, PythonVersion version) {
        return switch (codePoint) {
            // The joiners and the katakana middle dots came with Unicode 15.1 and stayed.
            case 0x200C, 0x200D, 0x30FB, 0xFF65 -> version.isAtLeast(PythonVersion.PY313);
            default -> (Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint)
                    || Printable.isNewInIdentifiers(codePoint, false))
                    && !isUnstable(codePoint) && Printable.isPrintable(codePoint, version);
        };
    }

    /// What XID lacks of ID: characters whose NFKC form is no identifier (UAX 31, section 5.1).
    private static boolean isUnstable(int codePoint) {
        return switch (codePoint) {
            case 0x037A, 0x2E2F, 0x309B, 0x309C, 0xFDFA, 0xFDFB, 0xFE70, 0xFE72, 0xFE74, 0xFE76, 0xFE78, 0xFE7A,
                    0xFE7C, 0xFE7E -> true;
            default -> codePoint >= 0xFC5E && codePoint <= 0xFC63;
        };
    }

    /// What XID_Start lacks besides: characters whose NFKC form begins with a mark.
    private static boolean startsUnstable(int codePoint) {
        return switch (codePoint) {
            case 0x0E33, 0x0EB3, 0xFF9E, 0xFF9F -> true;
            default -> false;
        };
    }
}
