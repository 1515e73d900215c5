package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstKind;
import java.util.EnumSet;
import java.util.Set;

/// A pattern that nodes match or don't. Immutable; any number of threads may use it.
public final class NodePattern {
    /// The most matchers of a pattern, those counted that `(A | B)(…)` makes of one.
    public static final int MAX_MATCHERS = 2_000;
    /// How deep matchers may be nested.
    public static final int MAX_DEPTH = 100;
    /// The longest pattern, in characters.
    public static final int MAX_LENGTH = 100_000;

    private final String text;
    private final Matcher root;

    private NodePattern(String text, Matcher root) {
        this.text = text;
        this.root = root;
    }

    /// Compiles one Python expression in the notation of `libcst.matchers`.
    ///
    /// @throws PatternException if the text is no pattern, or one that is too large
    public static NodePattern compile(String text) {
        return new NodePattern(text.strip(), PatternCompiler.compile(text));
    }

    /// The text that was compiled, without blanks around it.
    public String text() {
        return text;
    }

    Matcher root() {
        return root;
    }

    /// The classes of nodes among which those are that match.
    Set<CstKind> rootKinds() {
        return kinds(root);
    }

    private static Set<CstKind> kinds(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Node node -> EnumSet.of(node.kind());
            case Matcher.OneOf oneOf -> {
                Set<CstKind> union = EnumSet.noneOf(CstKind.class);
                oneOf.options().forEach(option -> union.addAll(kinds(option)));
                yield union;
            }
            case Matcher.AllOf allOf -> {
                Set<CstKind> common = EnumSet.allOf(CstKind.class);
                allOf.options().forEach(option -> common.retainAll(kinds(option)));
                yield common;
            }
            case Matcher.Not(Matcher.Node(CstKind kind, var attributes)) when attributes.isEmpty() ->
                    EnumSet.complementOf(EnumSet.of(kind));
            case Matcher.Not _, Matcher.Anything _ -> EnumSet.allOf(CstKind.class);
            case Matcher.Nothing _, Matcher.Sequence _, Matcher.Text _, Matcher.Regex _ ->
                    EnumSet.noneOf(CstKind.class);
        };
    }
}
