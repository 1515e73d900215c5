package dev.quarry.syntax.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses the syntax of Python's module `re`, flags a, i, m, s and u included; what needs more than an automaton (back
/// references, lookaround, atomic groups, possessive repetition), comments, flag x and `\N{…}` are refused.
///
/// Whether a repetition is lazy makes no difference where all of a text has to match.
final class RegexParser {
    private static final int MAX_DEPTH = 100;
    private static final int END = -1;
    private static final String FLAGS = "aimsu";
    /// What braces count with; any others are characters, as in Python.
    private static final Pattern COUNTS = Pattern.compile("\\{([0-9]*)(,?)([0-9]*)}");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final String text;
    private final Set<String> names = new HashSet<>();
    private int at;
    private int depth;
    private boolean ascii;
    private boolean ignoreCase;
    private boolean multiline;
    private boolean dotAll;

    RegexParser(String text) {
        this.text = text;
    }

    RegexNode parse() {
        RegexNode node = alternatives();
        if (at < text.length()) {
            throw new RegexException("unbalanced parenthesis", at);
        }
        return node;
    }

    private RegexNode alternatives() {
        if (++depth > MAX_DEPTH) {
            throw new RegexException("groups are nested more than " + MAX_DEPTH + " deep", at);
        }
        List<RegexNode> options = new ArrayList<>(List.of(inOrder()));
        while (peek() == '|') {
            at++;
            options.add(inOrder());
        }
        depth--;
        return options.size() == 1 ? options.getFirst() : new RegexNode.Either(options);
    }

    private RegexNode inOrder() {
        List<RegexNode> parts = new ArrayList<>();
        while (peek() != END && peek() != '|' && peek() != ')') {
            int start = at;
            RegexNode atom = atom();
            if (atom != null) {
                parts.add(repeated(atom, start));
            }
        }
        return new RegexNode.InOrder(parts);
    }

    /// The next part without its repetition; null for flags.
    private RegexNode atom() {
        if (isRepetition()) {
            throw new RegexException("nothing to repeat", at);
        }
        int c = next();
        return switch (c) {
            case '.' -> take(dotAll ? CharacterSet.range(0, Character.MAX_CODE_POINT) : other -> other != '\n');
            case '^' -> new RegexNode.Check(multiline ? RegexNode.Place.LINE_START : RegexNode.Place.TEXT_START);
            case '$' -> new RegexNode.Check(multiline ? RegexNode.Place.LINE_END : RegexNode.Place.LAST_LINE_END);
            case '[' -> new RegexNode.Take(set());
            case '(' -> group();
            case '\\' -> escape();
            default -> take(CharacterSet.range(c, c));
        };
    }

    private RegexNode take(IntPredicate member) {
        return new RegexNode.Take(new CharacterSet(List.of(member), false, ignoreCase));
    }

    private boolean isRepetition() {
        return switch (peek()) {
            case '*', '+', '?' -> true;
            case '{' -> counts() != null;
            default -> false;
        };
    }

    /// The counts in braces that begin here; null when the brace is a character.
    private MatchResult counts() {
        Matcher counts = COUNTS.matcher(text).region(at, text.length());
        return counts.lookingAt() && counts.end() > at + 2 ? counts : null;
    }

    private RegexNode repeated(RegexNode atom, int start) {
        if (!isRepetition()) {
            return atom;
        }
        int least;
        int most;
        int from = at;
        switch (peek()) {
            case '*' -> {
                at++;
                least = 0;
                most = RegexNode.Repeat.UNBOUNDED;
            }
            case '+' -> {
                at++;
                least = 1;
                most = RegexNode.Repeat.UNBOUNDED;
            }
            case '?' -> {
                at++;
                least = 0;
                most = 1;
            }
            default -> {
                MatchResult counts = counts();
                at = counts.end();
                least = count(counts.group(1), 0, from);
                most = counts.group(2).isEmpty() ? least : count(counts.group(3), RegexNode.Repeat.UNBOUNDED, from);
            }
        }
        if (most < least) {
            throw new RegexException("min repeat greater than max repeat", from);
        }
        if (atom instanceof RegexNode.Check) {
            throw new RegexException("a place cannot be repeated", start);
        }
        if (peek() == '+') {
            throw new RegexException("possessive repetition is not supported", at);
        }
        if (peek() == '?') {
            at++;
        }
        if (isRepetition()) {
            throw new RegexException("multiple repeat", at);
        }
        return new RegexNode.Repeat(atom, least, most);
    }

    private int count(String digits, int none, int position) {
        if (digits.isEmpty()) {
            return none;
        }
        if (digits.length() > 6) {
            throw new RegexException("the expression is too large", position);
        }
        return Integer.parseInt(digits);
    }

    /// What follows an opening parenthesis; null for flags.
    private RegexNode group() {
        int open = at - 1;
        boolean wasAscii = ascii;
        boolean ignoredCase = ignoreCase;
        boolean wasMultiline = multiline;
        boolean wasDotAll = dotAll;
        if (peek() == '?') {
            at++;
            switch (next()) {
                case ':' -> { }
                case '#' -> throw new RegexException("comments are not supported", open);
                case 'P' -> {
                    if (next() != '<') {
                        throw new RegexException("references to groups are not supported", open);
                    }
                    name(open);
                }
                case '=', '!', '<' -> throw new RegexException("lookahead and lookbehind are not supported", open);
                case '>' -> throw new RegexException("atomic groups are not supported", open);
                case '(' -> throw new RegexException("conditional groups are not supported", open);
                default -> {
                    at--;
                    if (flags(open)) {
                        return null;
                    }
                }
            }
        }
        RegexNode inner = alternatives();
        if (next() != ')') {
            throw new RegexException("missing ), unterminated subpattern", open);
        }
        ascii = wasAscii;
        ignoreCase = ignoredCase;
        multiline = wasMultiline;
        dotAll = wasDotAll;
        return inner;
    }

    /// Reads flags; returns whether they stand alone, for all of the expression, and not before a colon.
    private boolean flags(int open) {
        boolean on = true;
        while (true) {
            int c = next();
            switch (c) {
                case '-' -> on = false;
                case ':' -> {
                    return false;
                }
                case ')' -> {
                    if (open > 0 || !on) {
                        throw new RegexException("global flags not at the start of the expression", open);
                    }
                    return true;
                }
                case 'a' -> ascii = on;
                case 'i' -> ignoreCase = on;
                case 'm' -> multiline = on;
                case 's' -> dotAll = on;
                case 'u' -> ascii = false;
                default -> throw new RegexException("unknown or unsupported flag, which may be one of " + FLAGS,
                        at - 1);
            }
        }
    }

    private void name(int open) {
        int close = text.indexOf('>', at);
        if (close < 0) {
            throw new RegexException("missing >, unterminated name", open);
        }
        String name = text.substring(at, close);
        if (!NAME.matcher(name).matches()) {
            throw new RegexException("bad character in group name '" + name + "'", at);
        }
        if (!names.add(name)) {
            throw new RegexException("redefinition of group name '" + name + "'", at);
        }
        at = close + 1;
    }

    private RegexNode escape() {
        int c = next();
        IntPredicate category = CharacterSet.ofEscape(c, ascii);
        if (category != null) {
            return new RegexNode.Take(new CharacterSet(List.of(category), false, false));
        }
        return switch (c) {
            case 'A' -> new RegexNode.Check(RegexNode.Place.TEXT_START);
            case 'Z' -> new RegexNode.Check(RegexNode.Place.TEXT_END);
            case 'b' -> new RegexNode.Check(ascii ? RegexNode.Place.ASCII_WORD_EDGE : RegexNode.Place.WORD_EDGE);
            case 'B' -> new RegexNode.Check(ascii ? RegexNode.Place.NO_ASCII_WORD_EDGE : RegexNode.Place.NO_WORD_EDGE);
            default -> {
                if (c >= '1' && c <= '9') {
                    throw new RegexException("references to groups are not supported", at - 2);
                }
                int character = escapedCharacter(c);
                yield take(CharacterSet.range(character, character));
            }
        };
    }

    private int escapedCharacter(int c) {
        return switch (c) {
            case 'a' -> 0x07;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case '0' -> octal();
            case END -> throw new RegexException("bad escape (end of pattern)", at - 1);
            default -> {
                if (c < 0x80 && Character.isLetterOrDigit(c)) {
                    throw new RegexException("bad escape \\" + (char) c, at - 2);
                }
                yield c;
            }
        };
    }

    private int hexadecimal(int digits) {
        int end = at + digits;
        if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]+")) {
            throw new RegexException("incomplete escape", at - 2);
        }
        long value = Long.parseLong(text.substring(at, end), 16);
        if (value > Character.MAX_CODE_POINT) {
            throw new RegexException("bad escape", at - 2);
        }
        at = end;
        return (int) value;
    }

    private int octal() {
        int value = 0;
        for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; i++) {
            value = value * 8 + next() - '0';
        }
        return value;
    }

    /// What follows an opening bracket.
    private CharacterSet set() {
        int open = at - 1;
        boolean negated = peek() == '^';
        if (negated) {
            at++;
        }
        List<IntPredicate> members = new ArrayList<>();
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            int start = at;
            int low = setCharacter(members, open);
            if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                int high = setCharacter(members, open);
                if (low < 0 || high < low) {
                    throw new RegexException("bad character range", start);
                }
                members.add(CharacterSet.range(low, high));
            } else if (low >= 0) {
                members.add(CharacterSet.range(low, low));
            }
        }
        at++;
        return new CharacterSet(members, negated, ignoreCase);
    }

    /// Reads a character; for a class of characters it adds that and returns -1.
    private int setCharacter(List<IntPredicate> members, int open) {
        int c = next();
        if (c == END) {
            throw new RegexException("unterminated character set", open);
        }
        if (c != '\\') {
            return c;
        }
        int escaped = next();
        IntPredicate category = CharacterSet.ofEscape(escaped, ascii);
        if (category != null) {
            members.add(category);
            return -1;
        }
        if (escaped >= '1' && escaped <= '7') {
            at--;
            int value = octal();
            return peek() >= '0' && peek() <= '7' ? value * 8 + next() - '0' : value;
        }
        return escaped == 'b' ? '\b' : escapedCharacter(escaped);
    }

    private int peek() {
        return at < text.length() ? text.codePointAt(at) : END;
    }

    private int next() {
        int c = peek();
        at += c == END ? 0 : Character.charCount(c);
        return c;
    }
}
