package dev.quarry.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// `str.isprintable`: which characters a repr shows as they are.
///
/// The JDK knows Unicode 16, that of Python 3.14. A character that was assigned later than a release's Unicode is not
/// printable there, so the resource lists what each release added, and for the Unicode 17 of Python 3.15 also what may
/// begin an identifier (`start`) or be in one (`part`).
public final class Printable {
    private static final String RESOURCE = "printable-since.txt";
    /// Ends of ranges (first, last, first, last, …), ascending, and the release that made each printable.
    private static final int[] RANGES;
    private static final PythonVersion[] SINCE;
    /// What the characters of a range may be in an identifier, for those that the JDK may not know.
    private static final Role[] ROLES;

    /// Places in an identifier.
    private enum Role {
        NONE, PART, START
    }

    static {
        var ranges = new int[512];
        var since = new PythonVersion[256];
        var roles = new Role[256];
        int count = 0;
        try (var lines = new BufferedReader(new InputStreamReader(
                Printable.class.getResourceAsStream(RESOURCE), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int dash = line.indexOf('-');
                int space = line.indexOf(' ');
                if (count == since.length) {
                    ranges = Arrays.copyOf(ranges, count * 4);
                    since = Arrays.copyOf(since, count * 2);
                    roles = Arrays.copyOf(roles, count * 2);
                }
                ranges[2 * count] = Integer.parseInt(line, 0, dash, 16);
                ranges[2 * count + 1] = Integer.parseInt(line, dash + 1, space, 16);
                String[] release = line.substring(space + 1).split(" ");
                since[count] = PythonVersion.parse(release[0]).orElseThrow();
                roles[count] = release.length == 1 ? Role.NONE : Role.valueOf(release[1].toUpperCase(Locale.ROOT));
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of Quarry's jar: is the jar complete?", e);
        }
        RANGES = Arrays.copyOf(ranges, 2 * count);
        SINCE = Arrays.copyOf(since, count);
        ROLES = Arrays.copyOf(roles, count);
    }

    private Printable() {}

    /// Whether a release prints the character as it is.
    public static boolean isPrintable(int codePoint, PythonVersion version) {
        return switch (Character.getType(codePoint)) {
            case Character.UNASSIGNED -> {
                int range = range(codePoint);
                yield range >= 0 && version.isAtLeast(SINCE[range]);
            }
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> version.isAtLeast(since(codePoint));
        };
    }

    /// Whether a character that the JDK doesn't know is of Unicode's XID_Start, or of XID_Continue.
    static boolean isNewInIdentifiers(int codePoint, boolean start) {
        int range = Character.getType(codePoint) == Character.UNASSIGNED ? range(codePoint) : -1;
        return range >= 0 && (ROLES[range] == Role.START || !start && ROLES[range] == Role.PART);
    }

    private static PythonVersion since(int codePoint) {
        int range = range(codePoint);
        return range < 0 ? PythonVersion.PY38 : SINCE[range];
    }

    /// The range with a character, -1 when there is none.
    private static int range(int codePoint) {
        int at = Arrays.binarySearch(RANGES, codePoint);
        if (at < 0) {
            at = -at - 1;
            // An odd insertion point lies between a range's first and last code point.
            if ((at & 1) == 0) {
                return -1;
            }
        }
        return at >> 1;
    }
}
