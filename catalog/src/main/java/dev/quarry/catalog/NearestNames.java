package dev.quarry.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds the names that someone who mistyped may have meant.
public final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    /// Up to three names that differ from a text by as few edits as any and few in all, or that continue it.
    public static List<String> of(String text, Collection<String> names) {
        // Two swapped letters count as two edits.
        int limit = text.length() < 4 ? 1 : Math.max(2, text.length() / 3);
        record Candidate(String name, int distance) {}
        List<Candidate> candidates = names.stream()
                .map(name -> new Candidate(name, name.startsWith(text) && text.length() >= 3 ? 0 : distance(text, name)))
                .filter(candidate -> candidate.distance <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparingInt(candidate -> Math.abs(candidate.name.length() - text.length()))
                        .thenComparing(Candidate::name))
                .toList();
        return candidates.stream().filter(candidate -> candidate.distance == candidates.getFirst().distance)
                .limit(MOST).map(Candidate::name).toList();
    }

    /// The sentence that names the nearest; empty when nothing is near.
    public static String hint(String text, Collection<String> names) {
        List<String> nearest = of(text, names);
        return nearest.isEmpty() ? "" : "Did you mean " + String.join(" or ", nearest) + "?";
    }

    /// Insertions, deletions and replacements that turn one text into the other.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
