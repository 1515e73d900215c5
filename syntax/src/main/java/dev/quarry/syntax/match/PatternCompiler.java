package dev.quarry.syntax.match;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.ast.StringConstants;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.match.NodeAttribute.Holds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;

/// Reads the expression that is a pattern. Nothing of it is run: calls, names and operators are taken for what
/// `libcst.matchers` means by them, everything else is refused.
final class PatternCompiler {
    /// What the root may match: nodes of every class.
    private static final NodeAttribute ANY_NODE =
            new NodeAttribute("", "node", Holds.NODE, EnumSet.allOf(CstKind.class), false, false, null);

    private final SyntaxTree tree;
    private final MatcherNames names;
    private int depth;
    private int matchers;

    private PatternCompiler(SyntaxTree tree, MatcherNames names) {
        this.tree = tree;
        this.names = names;
    }

    static Matcher compile(String text) {
        if (text.length() > NodePattern.MAX_LENGTH) {
            throw new PatternException("the pattern has more than " + NodePattern.MAX_LENGTH + " characters",
                    NodePattern.MAX_LENGTH);
        }
        if (text.isBlank()) {
            throw new PatternException("the pattern is empty", 1);
        }
        String expression = text.strip();
        SyntaxTree tree = new Parser().parse(expression,
                new ParseOptions(PythonVersion.newest(), ParseMode.EVAL, false));
        MatcherNames names = new MatcherNames(tree, text.codePointCount(0, text.indexOf(expression)));
        PatternCompiler compiler = new PatternCompiler(tree, names);
        for (Diagnostic problem : tree.diagnostics()) {
            if (problem.severity() == Diagnostic.Severity.ERROR) {
                throw new PatternException("not a Python expression: " + problem.message(),
                        problem.start() < 0 ? 1 : names.column(problem.start()));
            }
        }
        Matcher root = compiler.matcher(tree.slot(tree.root(), 0), ANY_NODE);
        if (root instanceof Matcher.Anything) {
            throw new PatternException("DoNotCare() alone would match every node; name a class", 1);
        }
        return root;
    }

    /// The matcher of an expression for an attribute.
    private Matcher matcher(int node, NodeAttribute attribute) {
        if (++depth > NodePattern.MAX_DEPTH) {
            throw error(node, "matchers are nested more than " + NodePattern.MAX_DEPTH + " deep");
        }
        if (++matchers > NodePattern.MAX_MATCHERS) {
            throw error(node, "the pattern has more than " + NodePattern.MAX_MATCHERS + " matchers");
        }
        Matcher matcher = switch (tree.kind(node)) {
            case PAREN -> matcher(tree.slot(node, 0), attribute);
            case BINARY -> binary(node, attribute);
            case UNARY -> {
                if (tree.tokens().kind(tree.slot(node, 0)) != TokenKind.TILDE) {
                    throw noMatcher(node);
                }
                yield new Matcher.Not(matcher(tree.slot(node, 1), attribute));
            }
            case CALL -> call(node, attribute);
            case NAME, ATTRIBUTE -> ofClass(names.of(node), node, List.of(), attribute);
            case NONE_LITERAL -> {
                if (!attribute.optional()) {
                    throw error(node, (attribute.name().isEmpty() ? "a pattern" : attribute.name()) + " is never None"
                            + (attribute.missing() ? ": ~" + attribute.type() + "() matches where there is none" : ""));
                }
                yield new Matcher.Nothing();
            }
            case STRINGS -> {
                requireText(node, attribute);
                yield new Matcher.Text(text(node).getBytes(StandardCharsets.UTF_8));
            }
            case LIST, TUPLE -> sequence(node, attribute);
            default -> throw noMatcher(node);
        };
        depth--;
        return matcher;
    }

    private PatternException noMatcher(int node) {
        return error(node, "a matcher was expected: a class, a text, None, a list, OneOf, AllOf, DoesNotMatch,"
                + " MatchRegex or DoNotCare");
    }

    // Operators.

    private Matcher binary(int node, NodeAttribute attribute) {
        int operator = tree.tokens().kind(tree.slot(node, 1));
        if (operator != TokenKind.VBAR && operator != TokenKind.AMPER) {
            throw noMatcher(node);
        }
        // A chain of operators nests to the left, as deep as it is long.
        Deque<Integer> operands = new ArrayDeque<>();
        int left = node;
        while (tree.kind(left) == NodeKind.BINARY && tree.tokens().kind(tree.slot(left, 1)) == operator) {
            operands.addFirst(tree.slot(left, 2));
            left = tree.slot(left, 0);
        }
        operands.addFirst(left);
        List<Matcher> options = operands.stream().map(operand -> matcher(operand, attribute)).toList();
        return operator == TokenKind.VBAR ? new Matcher.OneOf(options) : new Matcher.AllOf(options);
    }

    // Calls.

    private Matcher call(int node, NodeAttribute attribute) {
        int callee = tree.slot(node, 0);
        List<Integer> arguments = elements(tree.slot(node, 1));
        List<Integer> union = names.union(callee);
        if (union != null) {
            return new Matcher.OneOf(union.stream()
                    .map(option -> ofClass(names.of(option), option, arguments, attribute)).toList());
        }
        String name = names.of(callee);
        return switch (name) {
            case "DoNotCare" -> {
                new CallArguments(tree, names, name, arguments, List.of());
                yield new Matcher.Anything();
            }
            case "OneOf" -> new Matcher.OneOf(options(node, name, arguments, attribute));
            case "AllOf" -> new Matcher.AllOf(options(node, name, arguments, attribute));
            case "DoesNotMatch" -> new Matcher.Not(matcher(
                    new CallArguments(tree, names, name, arguments, List.of("obj")).required("obj", node), attribute));
            case "MatchRegex" -> {
                requireText(node, attribute);
                yield regex(new CallArguments(tree, names, name, arguments, List.of("regex")).required("regex", node));
            }
            case "ZeroOrMore", "ZeroOrOne", "AtLeastN", "AtMostN" ->
                    throw error(node, name + " stands only in a list, as an item of its own");
            default -> ofClass(name, callee, arguments, attribute);
        };
    }

    private List<Matcher> options(int node, String name, List<Integer> arguments, NodeAttribute attribute) {
        List<Matcher> options = new ArrayList<>();
        for (int argument : arguments) {
            if (tree.kind(argument) == NodeKind.KEYWORD_ARGUMENT) {
                throw error(argument, name + " takes no keyword arguments");
            }
            options.add(matcher(argument, attribute));
        }
        if (options.isEmpty()) {
            throw error(node, name + "() names no matcher");
        }
        return options;
    }

    private Matcher regex(int argument) {
        try {
            return new Matcher.Regex(RegularExpression.compile(text(argument)));
        } catch (RegexException e) {
            throw error(argument, "in the regular expression: " + e.getMessage());
        }
    }

    private Matcher ofClass(String name, int node, List<Integer> arguments, NodeAttribute attribute) {
        CstKind kind = NodeClasses.byName(name);
        if (kind == null) {
            throw names.unknown(name, node);
        }
        if (!attribute.holdsNode()) {
            throw error(node, attribute.name() + (attribute.holds() == Holds.TEXT ? " is a text: write it in quotes"
                    : " is a sequence of " + attribute.type() + ": write [" + name + "(…)]"));
        }
        if (!attribute.kinds().contains(kind)) {
            throw error(node, attribute.name() + " holds " + attribute.type() + ", never " + name);
        }
        List<NodeAttribute> declared = NodeClasses.attributes(kind);
        CallArguments given = new CallArguments(tree, names, name, arguments,
                declared.stream().map(NodeAttribute::name).toList());
        List<Matcher.Attribute> attributes = new ArrayList<>();
        for (NodeAttribute each : declared) {
            int argument = given.of(each.name());
            if (argument != 0) {
                if (each.holds() == Holds.NOTHING) {
                    throw error(argument, name + "." + each.name() + " is not supported: white space, and how the file"
                            + " is laid out, are no nodes here");
                }
                Matcher matcher = matcher(argument, each);
                if (!(matcher instanceof Matcher.Anything)) {
                    attributes.add(new Matcher.Attribute(each, matcher));
                }
            }
        }
        return new Matcher.Node(kind, List.copyOf(attributes));
    }

    // Sequences.

    private Matcher sequence(int node, NodeAttribute attribute) {
        if (!attribute.holdsSequence()) {
            throw error(node, (attribute.name().isEmpty() ? "a pattern" : attribute.name()) + " is no sequence");
        }
        NodeAttribute element = new NodeAttribute(attribute.name(), attribute.type(), Holds.NODE, attribute.kinds(),
                false, false, null);
        List<Matcher.Item> items = new ArrayList<>();
        for (int item : elements(tree.slot(node, 0))) {
            items.add(item(item, element));
        }
        return Matcher.Sequence.of(items);
    }

    private Matcher.Item item(int node, NodeAttribute element) {
        int inner = node;
        while (tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        String name = tree.kind(inner) == NodeKind.CALL && names.union(tree.slot(inner, 0)) == null
                ? names.of(tree.slot(inner, 0)) : "";
        boolean counted = name.equals("AtLeastN") || name.equals("AtMostN");
        if (!counted && !name.equals("ZeroOrMore") && !name.equals("ZeroOrOne")) {
            return new Matcher.Item(matcher(node, element), 1, 1);
        }
        CallArguments given = new CallArguments(tree, names, name, elements(tree.slot(inner, 1)),
                counted ? List.of("matcher", "n") : List.of("matcher"));
        int argument = given.of("matcher");
        Matcher matcher = argument == 0 ? new Matcher.Anything() : matcher(argument, element);
        int n = counted ? number(given.required("n", inner)) : 0;
        return switch (name) {
            case "ZeroOrMore" -> new Matcher.Item(matcher, 0, Integer.MAX_VALUE);
            case "ZeroOrOne" -> new Matcher.Item(matcher, 0, 1);
            case "AtLeastN" -> new Matcher.Item(matcher, n, Integer.MAX_VALUE);
            default -> new Matcher.Item(matcher, 0, n);
        };
    }

    private int number(int node) {
        String digits = names.source(node).replace("_", "");
        if (tree.kind(node) != NodeKind.NUMBER || !digits.matches("[0-9]{1,9}")) {
            throw error(node, "n has to be a number from 0 to 999999999");
        }
        return Integer.parseInt(digits);
    }

    // Texts.

    private void requireText(int node, NodeAttribute attribute) {
        if (attribute.holds() != Holds.TEXT) {
            throw error(node, (attribute.name().isEmpty() ? "a pattern" : attribute.name()) + " is no text but "
                    + (attribute.holdsSequence() ? "a sequence of " : "a ") + attribute.type()
                    + (attribute.holdsNode() && attribute.kinds().contains(CstKind.NAME) ? ": write Name(…)" : ""));
        }
    }

    private String text(int node) {
        int strings = node;
        while (tree.kind(strings) == NodeKind.PAREN) {
            strings = tree.slot(strings, 0);
        }
        if (tree.kind(strings) != NodeKind.STRINGS) {
            throw error(node, "a string was expected");
        }
        for (int part : elements(tree.slot(strings, 0))) {
            if (tree.kind(part) != NodeKind.STRING || names.source(part).matches("(?s)[rR]?[bB].*")) {
                throw error(part, "a string without f, t or b was expected");
            }
        }
        return StringConstants.value(tree, strings);
    }

    // The tree.

    private List<Integer> elements(int list) {
        List<Integer> elements = new ArrayList<>();
        for (int i = 0; i < tree.length(list); i++) {
            elements.add(tree.element(list, i));
        }
        return elements;
    }

    private PatternException error(int node, String problem) {
        return new PatternException(problem, names.columnOf(node));
    }
}
