package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Code points by name, as `\N{…}` and `unicodedata.lookup` find them: names and aliases, no named sequences.
public final class CharacterNames {
    private static final int HANGUL_BASE = 0xAC00;
    private static final String HANGUL = "HANGUL SYLLABLE ";
    private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
    // Short names of the jamo (Unicode Standard 3.12), by which syllables are named.
    private static final String[] LEADS = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ",
        "C", "K", "T", "P", "H"};
    private static final String[] VOWELS = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE",
        "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
    private static final String[] TAILS = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS",
        "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};

    private CharacterNames() {}

    /// The code point whose name is the UTF-8 text from `from` to `to`, in whatever case; -1 when there is none.
    public static int codePoint(byte[] source, int from, int to) {
        String name = new String(source, from, to - from, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        if (name.startsWith(HANGUL)) {
            return hangul(name.substring(HANGUL.length()));
        }
        if (name.startsWith(IDEOGRAPH)) {
            return ideograph(name.substring(IDEOGRAPH.length()));
        }
        int alias = CharacterAliases.codePoint(name);
        return alias >= 0 ? alias : listed(name);
    }

    private static int listed(String name) {
        int codePoint;
        try {
            codePoint = Character.codePointOf(name);
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
        // The JDK also finds what has no name of its own, by its block and number, and trims.
        String block = String.valueOf(Character.UnicodeBlock.of(codePoint)).replace('_', ' ');
        String byBlock = block + " " + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return Character.getType(codePoint) == Character.CONTROL || name.equals(byBlock)
                || !name.equals(Character.getName(codePoint)) ? -1 : codePoint;
    }

    private static int ideograph(String digits) {
        if (digits.length() < 4 || digits.length() > 5) {
            return -1;
        }
        int codePoint = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            codePoint = codePoint << 4 | digit;
        }
        return Character.getType(codePoint) == Character.OTHER_LETTER
                && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN
                && Character.getName(codePoint).startsWith("CJK UNIFIED IDEOGRAPHS") ? codePoint : -1;
    }

    private static int hangul(String syllable) {
        int lead = longestPrefix(LEADS, syllable, 0);
        int at = LEADS[lead].length();
        int vowel = longestPrefix(VOWELS, syllable, at);
        if (vowel < 0) {
            return -1;
        }
        at += VOWELS[vowel].length();
        int tail = longestPrefix(TAILS, syllable, at);
        if (at + TAILS[tail].length() != syllable.length()) {
            return -1;
        }
        return HANGUL_BASE + (lead * VOWELS.length + vowel) * TAILS.length + tail;
    }

    private static int longestPrefix(String[] names, String text, int at) {
        int best = -1;
        for (int i = 0; i < names.length; i++) {
            if (text.startsWith(names[i], at) && (best < 0 || names[i].length() > names[best].length())) {
                best = i;
            }
        }
        return best;
    }
}
