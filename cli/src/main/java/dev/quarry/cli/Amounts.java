package dev.quarry.cli;

import java.util.Locale;

/// Writes numbers for people, the same in every locale.
final class Amounts {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Amounts() {}

    /// With commas between thousands.
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A count and what is counted: `1 file`, `2 files`.
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    /// A size in decimal units.
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
