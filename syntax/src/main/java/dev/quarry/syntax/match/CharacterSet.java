package dev.quarry.syntax.match;

import java.util.List;
import java.util.function.IntPredicate;

/// A set of code points, as Python's module `re` means its classes.
///
/// @param members predicates of which one has to hold
/// @param negated whether none may hold instead
/// @param ignoreCase whether a code point is a member if its upper or lower case is
record CharacterSet(List<IntPredicate> members, boolean negated, boolean ignoreCase) {

    CharacterSet {
        members = List.copyOf(members);
    }

    boolean contains(int codePoint) {
        return isMember(codePoint) != negated;
    }

    private boolean isMember(int codePoint) {
        if (isOneOf(codePoint)) {
            return true;
        }
        if (!ignoreCase) {
            return false;
        }
        int upper = Character.toUpperCase(codePoint);
        return isOneOf(upper) || isOneOf(Character.toLowerCase(codePoint)) || isOneOf(Character.toLowerCase(upper));
    }

    private boolean isOneOf(int codePoint) {
        for (IntPredicate member : members) {
            if (member.test(codePoint)) {
                return true;
            }
        }
        return false;
    }

    static IntPredicate range(int first, int last) {
        return c -> c >= first && c <= last;
    }

    /// The class of an escape: d, D, s, S, w, W; null for any other letter.
    static IntPredicate ofEscape(int letter, boolean ascii) {
        return switch (letter) {
            case 'd' -> ascii ? range('0', '9') : Character::isDigit;
            case 's' -> ascii ? CharacterSet::isAsciiSpace : CharacterSet::isSpace;
            case 'w' -> ascii ? CharacterSet::isAsciiWord : CharacterSet::isWord;
            case 'D' -> ofEscape('d', ascii).negate();
            case 'S' -> ofEscape('s', ascii).negate();
            case 'W' -> ofEscape('w', ascii).negate();
            default -> null;
        };
    }

    static boolean isAsciiWord(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '_' || c >= 'a' && c <= 'z';
    }

    /// `str.isalnum`, or the underscore.
    static boolean isWord(int c) {
        if (c < 0x80) {
            return isAsciiWord(c);
        }
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isAsciiSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /// `str.isspace`
    private static boolean isSpace(int c) {
        return isAsciiSpace(c) || c >= 0x1C && c <= 0x1F || c == 0x85 || c == 0xA0 || c == 0x1680
                || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
                || c == 0x3000;
    }
}
