package dev.quarry.extract.scan.git;

import java.util.function.IntPredicate;

/// The POSIX character classes of bracket expressions, over ASCII.
final class CharacterClass {
    private CharacterClass() {}

    /// Adds the members of `[:name:]`; false when there is no such class.
    static boolean add(String name, boolean[] members) {
        IntPredicate predicate =
                switch (name) {
                    case "alnum" -> c -> isLetter(c) || isDigit(c);
                    case "alpha" -> CharacterClass::isLetter;
                    case "blank" -> c -> c == ' ' || c == '\t';
                    case "cntrl" -> c -> c < 0x20 || c == 0x7f;
                    case "digit" -> CharacterClass::isDigit;
                    case "graph" -> c -> c > 0x20 && c < 0x7f;
                    case "lower" -> c -> c >= 'a' && c <= 'z';
                    case "print" -> c -> c >= 0x20 && c < 0x7f;
                    case "punct" -> c -> c > 0x20 && c < 0x7f && !isLetter(c) && !isDigit(c);
                    case "space" -> c -> c == ' ' || c >= 0x09 && c <= 0x0d;
                    case "upper" -> c -> c >= 'A' && c <= 'Z';
                    case "xdigit" -> c -> isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
                    default -> null;
                };
        if (predicate == null) {
            return false;
        }
        for (int c = 0; c < 0x80; c++) {
            members[c] |= predicate.test(c);
        }
        return true;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
