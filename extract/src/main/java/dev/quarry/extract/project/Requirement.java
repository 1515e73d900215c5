package dev.quarry.extract.project;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name in a dependency specifier (PEP 508), and the version where it allows one alone.
final class Requirement {
    private static final int MAX_LENGTH = 2000;
    // Nothing that is taken is given back, so that no line takes more than one pass.
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*+)(?<=[A-Za-z0-9])\\s*+"
            + "(?:\\[[^\\]]*+\\]\\s*+)?(?=$|[;@=<>!~(#])");
    private static final Pattern EXACT =
            Pattern.compile("\\(?+\\s*+===?+\\s*+([^\\s,;*()#]++)\\s*+(?:\\)\\s*+)?+(?:$|[;#].*|--.*)");

    private Requirement() {}

    /// @param text a specifier, or a line of a requirements file
    /// @return empty for what names none: an option, a path, an address, a comment
    static Optional<Distribution> parse(String text) {
        String plain = text.strip();
        Matcher name = NAME.matcher(plain);
        if (plain.length() > MAX_LENGTH || !name.lookingAt()) {
            return Optional.empty();
        }
        Matcher exact = EXACT.matcher(plain.substring(name.end()));
        return Optional.of(new Distribution(Distribution.normalized(name.group(1)),
                exact.matches() ? exact.group(1) : null, Distribution.Source.REQUIREMENT));
    }
}
