package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.util.Arrays;

/// Builds the values of a file's expressions, from the leaves up, and notes references and calls.
final class ValueReader {
    private static final int MOST_INDEX = 1000;

    private final NameFactsBuilder out;
    /// By node, plus 1; 0 for what is not followed.
    private int[] values = new int[1024];
    private final IntStack items = new IntStack();
    private final IntStack both = new IntStack();

    ValueReader(NameFactsBuilder out) {
        this.out = out;
    }

    /// The value of an expression.
    int value(int node) {
        int value = values[node] - 1;
        return value >= 0 ? value : out.values.unknown(Unresolved.EXPRESSION);
    }

    /// @param visited all nodes, parents before children
    void read(IntStack visited) {
        int size = out.tree.arrayLength();
        if (values.length < size) {
            values = new int[Math.max(size, values.length * 2)];
        } else {
            Arrays.fill(values, 0, size, 0);
        }
        for (int i = visited.size() - 1; i >= 0; i--) {
            int node = visited.get(i);
            int value = read(node);
            values[node] = value + 1;
        }
        // References in source order: a walk from the top meets them by where they begin, outer ones first.
        for (int i = 0; i < visited.size(); i++) {
            note(visited.get(i));
        }
    }

    private void note(int node) {
        SyntaxTree tree = out.tree;
        switch (tree.kind(node)) {
            case NAME, ATTRIBUTE -> {
                if (!out.isTarget[node] && values[node] > 0) {
                    out.referenceStarts.push(tree.start(node));
                    out.referenceEnds.push(tree.end(node));
                    out.referenceValues.push(values[node] - 1);
                }
            }
            case CALL -> {
                out.callStarts.push(tree.start(node));
                out.callEnds.push(tree.end(node));
                out.callValues.push(value(tree.slot(node, 0)));
            }
            default -> { }
        }
    }

    /// The number of the node's value, NONE for none.
    private int read(int node) {
        SyntaxTree tree = out.tree;
        return switch (tree.kind(node)) {
            case NAME -> variable(node);
            case ATTRIBUTE -> attribute(node);
            case CALL -> call(node);
            case AWAIT -> out.values.add(Op.AWAIT, value(tree.slot(node, 0)), 0);
            case PAREN -> values[tree.slot(node, 0)] - 1;
            case NAMED_EXPRESSION -> values[tree.slot(node, 1)] - 1;
            case SUBSCRIPT -> item(tree.slot(node, 0), index(tree.slot(node, 1)));
            case BINARY -> operated(node);
            case CONDITIONAL -> {
                items.clear();
                items.push(value(tree.slot(node, 0)));
                items.push(value(tree.slot(node, 2)));
                yield out.values.oneOf(items);
            }
            case BOOLEAN -> {
                collect(tree.slot(node, 1), 0, 1);
                yield out.values.oneOf(items);
            }
            case LAMBDA -> out.values.add(Op.FUNCTION, out.functionScopes[node], 0);
            case LIST -> display(node, "list", 0, 1);
            case TUPLE -> display(node, "tuple", 0, 1);
            case SET -> display(node, "set", 0, 1);
            case DICT -> display(node, "dict", 1, 2);
            case LIST_COMPREHENSION -> displayOf(tree.slot(node, 0), "list");
            case SET_COMPREHENSION -> displayOf(tree.slot(node, 0), "set");
            case DICT_COMPREHENSION -> displayOf(tree.slot(node, 1), "dict");
            case GENERATOR -> displayOf(tree.slot(node, 0), "generator");
            case STARRED -> out.values.add(Op.STARRED, value(tree.slot(node, 0)), 0);
            case STRINGS -> literal(LiteralTypes.ofString(tree, node));
            case NUMBER -> literal(LiteralTypes.ofNumber(tree, node));
            case TRUE, FALSE -> literal("bool");
            case NONE_LITERAL -> out.values.add(Op.NOTHING, 0, 0);
            default -> NONE;
        };
    }

    private int variable(int node) {
        if (out.isTarget[node]) {
            return NONE;
        }
        int scope = out.scope(node);
        int name = out.names.ofToken(out.tree.slot(node, 0), out.scopes.className(scope));
        return name == NONE ? NONE : out.values.name(name, scope, out.suite(node), out.tree.start(node));
    }

    private int attribute(int node) {
        int name = out.names.ofToken(out.tree.slot(node, 1), out.scopes.className(out.scope(node)));
        return name == NONE ? NONE : out.values.add(Op.ATTRIBUTE, value(out.tree.slot(node, 0)), name);
    }

    private int call(int node) {
        SyntaxTree tree = out.tree;
        int callee = tree.slot(node, 0);
        if (tree.kind(callee) == NodeKind.NAME) {
            int name = out.names.ofToken(tree.slot(callee, 0));
            int around = name != NONE && out.names.text(name).equals("super")
                    ? out.definitions().parameters().classAround(out.scope(node)) : NONE;
            if (around != NONE) {
                int arguments = tree.slot(node, 1);
                int first = tree.length(arguments) == 0 ? NONE : tree.element(arguments, 0);
                boolean isGiven = first != NONE && tree.kind(first) != NodeKind.STARRED
                        && tree.kind(first) != NodeKind.KEYWORD_ARGUMENT;
                return out.values.add(Op.SUPER, around, isGiven ? value(first) + 1 : 0);
            }
        }
        int byName = attributeByName(node);
        if (byName != NONE) {
            return byName;
        }
        int call = out.values.add(Op.CALL, value(callee), arguments(tree.slot(node, 1)));
        if (tree.kind(callee) == NodeKind.ATTRIBUTE) {
            int method = out.names.ofToken(tree.slot(callee, 1));
            if (method != NONE && Items.isTaking(out.names.text(method))) {
                return withFilled(tree.slot(callee, 0), call);
            }
        }
        return call;
    }

    /// `getattr(x, "name")`; NONE for another call.
    private int attributeByName(int node) {
        SyntaxTree tree = out.tree;
        int callee = tree.slot(node, 0);
        int arguments = tree.slot(node, 1);
        if (tree.kind(callee) != NodeKind.NAME || tree.length(arguments) < 2 || tree.length(arguments) > 3) {
            return NONE;
        }
        int name = out.names.ofToken(tree.slot(callee, 0));
        String text = name == NONE || !out.names.text(name).equals("getattr") ? null
                : Exports.plainText(tree, tree.element(arguments, 1));
        if (text == null) {
            return NONE;
        }
        items.clear();
        items.push(out.values.add(Op.ATTRIBUTE, value(tree.element(arguments, 0)), out.names.of(text)));
        if (tree.length(arguments) == 3) {
            items.push(value(tree.element(arguments, 2)));
        }
        return out.values.oneOf(items);
    }

    /// An item of an expression.
    ///
    /// @param how as [Items] numbers it
    int item(int node, int how) {
        int item = out.values.add(Op.ITEM, value(node), how);
        return how == Items.SLICED ? item : withFilled(node, item);
    }

    /// An item with what else the file puts into the container by its name.
    private int withFilled(int container, int item) {
        SyntaxTree tree = out.tree;
        int object = tree.kind(container) == NodeKind.PAREN ? tree.slot(container, 0) : container;
        int value = values[object] - 1;
        if (value < 0 || tree.kind(object) != NodeKind.NAME && tree.kind(object) != NodeKind.ATTRIBUTE) {
            return item;
        }
        boolean isName = tree.kind(object) == NodeKind.NAME;
        int named = isName ? out.values.a.get(value) : out.values.b.get(value);
        int filled = out.names.known(FilledContainers.itemsName(out.names.text(named)));
        if (filled == NONE) {
            return item;
        }
        int contents = isName ? out.values.name(filled, out.scope(object), out.suite(object), tree.start(object))
                : out.values.add(Op.ATTRIBUTE, out.values.a.get(value), filled);
        both.clear();
        both.push(item);
        both.push(out.values.add(Op.FILLED, contents, 0));
        return out.values.oneOf(both);
    }

    /// How a subscript asks for an item.
    private int index(int node) {
        SyntaxTree tree = out.tree;
        return switch (tree.kind(node)) {
            case SLICE -> Items.SLICED;
            case NUMBER -> {
                int index = 0;
                for (int i = tree.start(node); i < tree.end(node); i++) {
                    int digit = tree.source().utf8()[i] - '0';
                    if (digit < 0 || digit > 9 || index > MOST_INDEX) {
                        yield Items.ANY;
                    }
                    index = index * 10 + digit;
                }
                yield Items.at(index, false);
            }
            default -> Items.ANY;
        };
    }

    /// A list of arguments, plus 1; 0 where there are none.
    private int arguments(int list) {
        SyntaxTree tree = out.tree;
        items.clear();
        for (int i = 0; i < tree.length(list); i++) {
            int argument = tree.element(list, i);
            items.push(switch (tree.kind(argument)) {
                case KEYWORD_ARGUMENT -> out.values.add(Op.KEYWORD, value(tree.slot(argument, 1)),
                        tree.slot(argument, 0) == 0 ? NONE : out.names.ofToken(tree.slot(argument, 0)));
                default -> value(argument);
            });
        }
        return items.size() == 0 ? 0 : out.values.list(items) + 1;
    }

    /// Only objects of classes make other objects of these: those of literals are nobody's.
    private int operated(int node) {
        SyntaxTree tree = out.tree;
        int left = tree.slot(node, 0);
        String method = switch (tree.tokens().kind(tree.slot(node, 1))) {
            case TokenKind.PLUS -> "__add__";
            case TokenKind.MINUS -> "__sub__";
            case TokenKind.STAR -> "__mul__";
            case TokenKind.SLASH -> "__truediv__";
            case TokenKind.DOUBLESLASH -> "__floordiv__";
            case TokenKind.PERCENT -> "__mod__";
            case TokenKind.AT -> "__matmul__";
            case TokenKind.DOUBLESTAR -> "__pow__";
            case TokenKind.VBAR -> "__or__";
            case TokenKind.AMPER -> "__and__";
            case TokenKind.CIRCUMFLEX -> "__xor__";
            case TokenKind.LEFTSHIFT -> "__lshift__";
            case TokenKind.RIGHTSHIFT -> "__rshift__";
            default -> null;
        };
        return method == null || values[left] == 0 || tree.kind(left) == NodeKind.STRINGS
                || tree.kind(left) == NodeKind.NUMBER ? NONE
                : out.values.add(Op.OPERATED, value(left), out.names.of(method));
    }

    private int display(int node, String type, int from, int step) {
        collect(out.tree.slot(node, 0), from, step);
        return out.values.add(Op.DISPLAY, out.values.list(items), out.names.of(type));
    }

    /// A display whose items are all made by one expression.
    private int displayOf(int element, String type) {
        items.clear();
        items.push(value(element));
        return out.values.add(Op.DISPLAY, out.values.list(items), out.names.of(type));
    }

    private void collect(int list, int from, int step) {
        items.clear();
        for (int i = from; i < out.tree.length(list); i += step) {
            int element = out.tree.element(list, i);
            items.push(element == 0 ? out.values.unknown(Unresolved.ITEM) : value(element));
        }
    }

    private int literal(String type) {
        return out.values.add(Op.LITERAL, out.names.of(type), 0);
    }
}
