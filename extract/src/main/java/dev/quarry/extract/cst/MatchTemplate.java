package dev.quarry.extract.cst;

import dev.quarry.extract.family.OptionException;
import dev.quarry.syntax.match.NodePattern;
import dev.quarry.syntax.match.PatternException;
import java.util.regex.Pattern;

/// A pattern whose matches are recorded under a name.
///
/// @param name letters, digits, `_`, `-` and `.`, at most 100, beginning with a letter or `_`
public record MatchTemplate(String name, NodePattern pattern) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    public MatchTemplate {
        if (!NAME.matcher(name).matches()) {
            throw new OptionException("'" + name + "' cannot name a template: letters, digits, '_', '-' and '.' can, at"
                    + " most 100, beginning with a letter or '_'");
        }
    }

    /// Reads `NAME=PATTERN`, e.g. `prints=Call(func=Name("print"))`.
    ///
    /// @throws OptionException if the name or the pattern is none
    public static MatchTemplate parse(String text) {
        int equal = text.indexOf('=');
        int parenthesis = text.indexOf('(');
        if (equal < 0 || parenthesis >= 0 && parenthesis < equal) {
            throw new OptionException("a template is NAME=PATTERN; '" + text + "' has no name");
        }
        String name = text.substring(0, equal).strip();
        try {
            return new MatchTemplate(name, NodePattern.compile(text.substring(equal + 1)));
        } catch (PatternException e) {
            throw new OptionException("template " + name + ", column " + e.column() + ": " + e.problem()
                    + OptionException.suggestion(e.typed(), e.names()), e);
        }
    }
}
