package dev.quarry.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// `str.isprintable`: which characters a repr shows as they are.
///
/// The JDK knows Unicode 16, that of Python 3.14. A character that was assigned later than a release's Unicode is not
/// printable there, so the resource lists what each release added. Characters that 3.15 adds are not known here.
public final class Printable {
    private static final String RESOURCE = "printable-since.txt";
    /// Ends of ranges (first, last, first, last, …), ascending, and the release that made each printable.
    private static final int[] RANGES;
    private static final PythonVersion[] SINCE;

    static {
        var ranges = new int[512];
        var since = new PythonVersion[256];
        int count = 0;
        try (var lines = new BufferedReader(new InputStreamReader(
                Printable.class.getResourceAsStream(RESOURCE), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int dash = line.indexOf('-');
                int space = line.indexOf(' ');
                if (count == since.length) {
                    ranges = Arrays.copyOf(ranges, count * 4);
                    since = Arrays.copyOf(since, count * 2);
                }
                ranges[2 * count] = Integer.parseInt(line, 0, dash, 16);
                ranges[2 * count + 1] = Integer.parseInt(line, dash + 1, space, 16);
                since[count] = PythonVersion.parse(line.substring(space + 1)).orElseThrow();
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of Quarry's jar: is the jar complete?", e);
        }
        RANGES = Arrays.copyOf(ranges, 2 * count);
        SINCE = Arrays.copyOf(since, count);
    }

    private Printable() {}

    /// Whether a release prints the character as it is.
    public static boolean isPrintable(int codePoint, PythonVersion version) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> version.isAtLeast(since(codePoint));
        };
    }

    private static PythonVersion since(int codePoint) {
        int at = Arrays.binarySearch(RANGES, codePoint);
        if (at < 0) {
            at = -at - 1;
            // An odd insertion point lies between a range's first and last code point.
            if ((at & 1) == 0) {
                return PythonVersion.PY38;
            }
        }
        return SINCE[at >> 1];
    }
}
