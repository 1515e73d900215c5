package dev.quarry.parity;

/// The first fact of a file in which Quarry and CPython differ.
///
/// @param fact its class, e.g. `position`, `value`, `refused`
/// @param place where in the comparison's sequence, e.g. `row 12`; empty for the file as a whole
/// @param expected what CPython says
/// @param actual what Quarry says
public record Difference(String fact, String place, String expected, String actual) {
    /// Enough to see the difference; a constant may be megabytes long.
    private static final int MAX_TEXT = 500;

    public Difference {
        expected = bounded(expected);
        actual = bounded(actual);
    }

    private static String bounded(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "… (" + text.length() + " characters)";
    }
}
