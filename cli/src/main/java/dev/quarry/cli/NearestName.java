package dev.quarry.cli;

import java.util.Collection;
import java.util.Optional;

/// Finds the name that a mistyped one was probably meant to be.
final class NearestName {
    private NearestName() {}

    /// The known name with the fewest edits, if at most a third of the letters differ.
    static Optional<String> of(String typed, Collection<String> known) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            int edits = edits(typed, name);
            if (edits < fewest) {
                fewest = edits;
                nearest = name;
            }
        }
        boolean plausible = nearest != null && fewest <= Math.max(1, Math.max(typed.length(), nearest.length()) / 3);
        return plausible ? Optional.of(nearest) : Optional.empty();
    }

    /// Levenshtein's distance.
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(replace, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
