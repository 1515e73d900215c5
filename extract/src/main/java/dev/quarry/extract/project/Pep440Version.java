package dev.quarry.extract.project;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version as PEP 440 defines it, in the order of PEP 440. The local part takes no part in the order.
///
/// @param epoch number before `!`
/// @param release the numbers between dots, at least one
/// @param pre rank and number of a pre-release; null when it is none
/// @param post number of a post-release; null when it is none
/// @param dev number of a development release; null when it is none
/// @param local what follows `+`; null when nothing does
record Pep440Version(BigInteger epoch, List<BigInteger> release, Pre pre, BigInteger post, BigInteger dev, String local)
        implements Comparable<Pep440Version> {

    /// A pre-release: `a` (0), `b` (1) or `rc` (2), and its number.
    record Pre(int rank, BigInteger number) implements Comparable<Pre> {
        @Override
        public int compareTo(Pre other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : number.compareTo(other.number);
        }
    }

    private static final Pattern SYNTAX = Pattern.compile("v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)"
            + "(?<pre>[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]*))?"
            + "(?<post>-(?<implicitPost>[0-9]+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>[0-9]*))?"
            + "(?<dev>[-_.]?dev[-_.]?(?<devNumber>[0-9]*))?"
            + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?");

    /// The version that a text stands for; null if it is none.
    static Pep440Version parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        List<BigInteger> release = new ArrayList<>();
        for (String number : matcher.group("release").split("\\.")) {
            release.add(new BigInteger(number));
        }
        Pre pre = matcher.group("pre") == null ? null
                : new Pre(rank(matcher.group("phase")), number(matcher.group("preNumber")));
        BigInteger post = matcher.group("post") == null ? null : number(
                matcher.group("implicitPost") != null ? matcher.group("implicitPost") : matcher.group("postNumber"));
        BigInteger dev = matcher.group("dev") == null ? null : number(matcher.group("devNumber"));
        return new Pep440Version(number(matcher.group("epoch")), List.copyOf(release), pre, post, dev,
                matcher.group("local"));
    }

    /// The final release of these numbers.
    static Pep440Version release(int... numbers) {
        List<BigInteger> release = new ArrayList<>();
        for (int number : numbers) {
            release.add(BigInteger.valueOf(number));
        }
        return new Pep440Version(BigInteger.ZERO, release, null, null, null, null);
    }

    private static int rank(String phase) {
        return switch (phase) {
            case "a", "alpha" -> 0;
            case "b", "beta" -> 1;
            default -> 2;
        };
    }

    /// A missing number is 0.
    private static BigInteger number(String digits) {
        return digits == null || digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    /// Whether the version is an epoch and a release and nothing else.
    boolean isFinal() {
        return pre == null && post == null && dev == null && local == null;
    }

    /// A number of the release; those that aren't written are 0.
    BigInteger releaseNumber(int index) {
        return index < release.size() ? release.get(index) : BigInteger.ZERO;
    }

    /// Whether the other version has the same epoch and its release begins with the first `length` numbers of this one.
    boolean isPrefixOf(Pep440Version other, int length) {
        if (!epoch.equals(other.epoch)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!releaseNumber(i).equals(other.releaseNumber(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Pep440Version other) {
        int order = epoch.compareTo(other.epoch);
        for (int i = 0; order == 0 && i < Math.max(release.size(), other.release.size()); i++) {
            order = releaseNumber(i).compareTo(other.releaseNumber(i));
        }
        if (order == 0) {
            order = comparePre(other);
        }
        if (order == 0) {
            order = compare(post, other.post, -1);
        }
        return order != 0 ? order : compare(dev, other.dev, 1);
    }

    private int comparePre(Pep440Version other) {
        int order = Integer.compare(phase(), other.phase());
        return order != 0 || pre == null || other.pre == null ? order : pre.compareTo(other.pre);
    }

    /// A development release of the final version precedes its pre-releases, and these precede all else.
    private int phase() {
        if (pre != null) {
            return 1;
        }
        return post == null && dev != null ? 0 : 2;
    }

    /// @param absent what this is compared to a present one where it is absent
    private static int compare(BigInteger one, BigInteger other, int absent) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? absent : -absent;
        }
        return one.compareTo(other);
    }
}
