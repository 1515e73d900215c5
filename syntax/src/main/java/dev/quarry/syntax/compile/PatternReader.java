package dev.quarry.syntax.compile;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// The pattern of a `case` block (PEP 634): patterns that can't fail before others, names bound twice or not in every
/// alternative, repeated keys and attributes. Stops at a pattern's first error.
final class PatternReader {
    // Items of the stack: number, kind.
    /// A pattern that has to be able to fail.
    private static final int REFUTABLE = 0;
    private static final int PATTERN = 1;
    /// The name that a pattern binds when its parts have matched; the number is the pattern.
    private static final int BIND = 2;
    /// The end of an alternative; the number is the frame of its `|` pattern, see [Alternatives].
    private static final int ALTERNATIVE_END = 3;

    private final SyntaxTree tree;
    private final ReservedNames names;
    private final Findings findings;
    private final IntStack items = new IntStack(64);
    private final Alternatives alternatives;
    private final MappingKeys keys;
    private boolean failed;

    PatternReader(SyntaxTree tree, ReservedNames names, Findings findings) {
        this.tree = tree;
        this.names = names;
        this.findings = findings;
        alternatives = new Alternatives(tree.names().size());
        keys = new MappingKeys(tree);
    }

    /// @param irrefutable whether the pattern may match everything
    void read(int pattern, boolean irrefutable) {
        failed = false;
        items.truncate(0);
        alternatives.begin();
        push(irrefutable ? PATTERN : REFUTABLE, pattern);
        while (items.size() > 0 && !failed) {
            int kind = items.pop();
            int number = items.pop();
            switch (kind) {
                case BIND -> bind(boundName(number), number);
                case ALTERNATIVE_END -> alternativeEnd(number);
                default -> pattern(number, kind == PATTERN);
            }
        }
    }

    private void push(int kind, int number) {
        items.push(number);
        items.push(kind);
    }

    private void error(String message, int node) {
        findings.error(message, tree.start(node), tree.end(node));
        failed = true;
    }

    private void pattern(int node, boolean irrefutable) {
        switch (tree.kind(node)) {
            case PATTERN_VALUE -> {
                if (isFormatted(tree.slot(node, 0))) {
                    error("patterns may only match literals and attribute lookups", node);
                }
            }
            case PATTERN_PAREN -> push(irrefutable ? PATTERN : REFUTABLE, tree.slot(node, 0));
            case PATTERN_AS -> {
                int inner = tree.slot(node, 0);
                if (inner != 0) {
                    push(BIND, node);
                    push(irrefutable ? PATTERN : REFUTABLE, inner);
                } else if (irrefutable) {
                    bind(tree.slot(node, 1), node);
                } else {
                    int name = tree.slot(node, 1);
                    error(name == 0 ? "wildcard makes remaining patterns unreachable"
                            : "name capture '" + Names.text(tree, name) + "' makes remaining patterns unreachable", node);
                }
            }
            case PATTERN_STAR -> bind(tree.slot(node, 0), node);
            case PATTERN_SEQUENCE -> sequence(node);
            case PATTERN_CLASS -> classPattern(node);
            case PATTERN_KEYWORD -> push(PATTERN, tree.slot(node, 1));
            case PATTERN_MAPPING -> mapping(node);
            case PATTERN_OR -> alternative(alternatives.open(node, irrefutable));
            default -> { }
        }
    }

    private boolean isFormatted(int value) {
        return tree.kind(value) == NodeKind.STRINGS && ConstantTypes.ofLiteral(tree, value) == null;
    }

    /// Where the name of a pattern is that binds one after its parts.
    private int boundName(int node) {
        return tree.kind(node) == NodeKind.PATTERN_MAPPING || tree.kind(node) == NodeKind.PATTERN_AS
                ? tree.slot(node, 1) : 0;
    }

    private void bind(int nameToken, int node) {
        if (nameToken == 0) {
            return;
        }
        if (names.isDebug(nameToken)) {
            names.assigned(tree.start(node), tree.end(node));
            failed = true;
            return;
        }
        int name = tree.tokens().payload(nameToken);
        if (!alternatives.bind(name)) {
            boundTwice(name, node);
        }
    }

    private void boundTwice(int name, int node) {
        error("multiple assignments to name '" + tree.names().text(name) + "' in pattern", node);
    }

    private void sequence(int node) {
        int patterns = tree.slot(node, 0);
        int star = -1;
        boolean wildcards = true;
        for (int i = 0; i < tree.length(patterns); i++) {
            int pattern = tree.element(patterns, i);
            if (tree.kind(pattern) == NodeKind.PATTERN_STAR) {
                if (star >= 0) {
                    error("multiple starred names in sequence pattern", node);
                    return;
                }
                star = i;
                wildcards &= tree.slot(pattern, 0) == 0;
            } else {
                wildcards &= tree.kind(pattern) == NodeKind.PATTERN_AS && tree.slot(pattern, 0) == 0
                        && tree.slot(pattern, 1) == 0;
            }
        }
        if (star >= 1 << 8 && !wildcards && tree.slot(tree.element(patterns, star), 0) != 0) {
            error("too many expressions in star-unpacking sequence pattern", node);
            return;
        }
        for (int i = tree.length(patterns) - 1; i >= 0; i--) {
            push(PATTERN, tree.element(patterns, i));
        }
    }

    private void classPattern(int node) {
        int arguments = tree.slot(node, 1);
        if (!checkAttributes(arguments)) {
            return;
        }
        for (int i = tree.length(arguments) - 1; i >= 0; i--) {
            push(PATTERN, tree.element(arguments, i));
        }
    }

    /// Attributes must differ; CPython points at the pattern, not at the attribute's name.
    private boolean checkAttributes(int arguments) {
        int context = alternatives.newContext();
        int count = tree.length(arguments);
        int reserved = count;
        int repeated = -1;
        for (int i = count - 1; i >= 0; i--) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) != NodeKind.PATTERN_KEYWORD) {
                continue;
            }
            int name = tree.slot(argument, 0);
            reserved = names.isDebug(name) ? i : reserved;
            // Read backwards, the last one found is the first attribute that comes again.
            if (!alternatives.see(tree.tokens().payload(name), context)) {
                repeated = i;
            }
        }
        alternatives.forget(context);
        if (reserved <= (repeated < 0 ? count : repeated) && reserved < count) {
            int pattern = valueOf(tree.element(arguments, reserved));
            names.assigned(tree.start(pattern), tree.end(pattern));
            failed = true;
        } else if (repeated >= 0) {
            int name = tree.tokens().payload(tree.slot(tree.element(arguments, repeated), 0));
            int next = repeated + 1;
            while (tree.tokens().payload(tree.slot(tree.element(arguments, next), 0)) != name) {
                next++;
            }
            error("attribute name repeated in class pattern: " + tree.names().text(name),
                    valueOf(tree.element(arguments, next)));
        }
        return !failed;
    }

    /// The pattern of an attribute, without parentheses.
    private int valueOf(int keywordPattern) {
        int pattern = tree.slot(keywordPattern, 1);
        while (tree.kind(pattern) == NodeKind.PATTERN_PAREN) {
            pattern = tree.slot(pattern, 0);
        }
        return pattern;
    }

    private void mapping(int node) {
        int entries = tree.slot(node, 0);
        for (int i = 0; i < tree.length(entries); i += 2) {
            if (isFormatted(tree.element(entries, i))) {
                error("mapping pattern keys may only match literals and attribute lookups", node);
                return;
            }
        }
        String duplicate = keys.duplicate(entries);
        if (duplicate != null) {
            error("mapping pattern checks duplicate key (" + duplicate + ")", node);
            return;
        }
        push(BIND, node);
        for (int i = tree.length(entries) - 1; i > 0; i -= 2) {
            push(PATTERN, tree.element(entries, i));
        }
    }

    /// Reads the next alternative of a `|` pattern; only the last one may match everything, if any may.
    private void alternative(int frame) {
        int patterns = tree.slot(alternatives.node(frame), 0);
        int index = alternatives.next(frame);
        boolean last = index == tree.length(patterns) - 1;
        push(ALTERNATIVE_END, frame);
        push(last && alternatives.mayMatchAll(frame) ? PATTERN : REFUTABLE, tree.element(patterns, index));
    }

    private void alternativeEnd(int frame) {
        int node = alternatives.node(frame);
        if (!alternatives.endAlternative(frame)) {
            error("alternative patterns bind different names", node);
        } else if (alternatives.count(frame) < tree.length(tree.slot(node, 0))) {
            alternative(frame);
        } else {
            int twice = alternatives.close(frame);
            if (twice >= 0) {
                boundTwice(twice, node);
            }
        }
    }
}
