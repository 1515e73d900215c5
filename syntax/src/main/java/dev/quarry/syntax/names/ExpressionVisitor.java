package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import java.util.Arrays;

/// Visits expressions. The operands after the first are pushed; the first is visited in the same loop.
final class ExpressionVisitor {
    private final NameCollector out;
    /// Opening brackets of the calls and subscripts around the expression that is visited next, with nothing between.
    private int[] brackets = new int[16];
    private int bracketCount;
    /// Last names of the attributes around it, with calls, subscripts and attributes between.
    private int[] attributes = new int[16];
    private int attributeCount;

    ExpressionVisitor(NameCollector out) {
        this.out = out;
    }

    void visit(int first, int firstContext) {
        SyntaxTree tree = out.tree;
        int node = first;
        int context = firstContext;
        while (node != 0) {
            NodeKind kind = tree.kind(node);
            if ((bracketCount | attributeCount) != 0 && kind != NodeKind.CALL && kind != NodeKind.SUBSCRIPT
                    && kind != NodeKind.PAREN) {
                link(kind, node);
            }
            int next = 0;
            switch (kind) {
                case NAME -> name(tree, node, context);
                case TRUE, FALSE, NONE_LITERAL -> out.access(tree.firstToken(node), context);
                case PAREN, STARRED -> {
                    node = tree.slot(node, 0);
                    continue;
                }
                case TUPLE, LIST -> {
                    int elements = tree.slot(node, 0);
                    out.pushFrom(context, elements, 1);
                    if (elements != 0) {
                        node = tree.element(elements, 0);
                        continue;
                    }
                }
                case ATTRIBUTE -> next = attribute(tree, node, context);
                case CALL -> next = call(tree, node);
                case SUBSCRIPT -> next = subscript(tree, node, context);
                case SLICE -> {
                    out.push(NameCollector.LOAD, tree.slot(node, 2));
                    out.push(NameCollector.LOAD, tree.slot(node, 1));
                    next = tree.slot(node, 0);
                }
                case STRINGS -> out.string(node);
                case FSTRING, TSTRING, SET -> out.pushAll(NameCollector.LOAD, tree.slot(node, 0));
                case REPLACEMENT_FIELD -> {
                    out.pushAll(NameCollector.LOAD, tree.slot(node, 4));
                    next = tree.slot(node, 0);
                }
                case DICT -> out.pushAll(NameCollector.LOAD, tree.slot(node, 0));
                case UNARY -> next = tree.slot(node, 1);
                case BINARY -> {
                    out.push(NameCollector.LOAD, tree.slot(node, 2));
                    next = tree.slot(node, 0);
                }
                case BOOLEAN -> out.pushAll(NameCollector.LOAD, tree.slot(node, 1));
                case COMPARISON -> {
                    out.pushAll(NameCollector.LOAD, tree.slot(node, 2));
                    next = tree.slot(node, 0);
                }
                case CONDITIONAL -> {
                    out.push(NameCollector.LOAD, tree.slot(node, 2));
                    out.push(NameCollector.LOAD, tree.slot(node, 1));
                    next = tree.slot(node, 0);
                }
                case LAMBDA -> out.lambda(node);
                case LIST_COMPREHENSION, SET_COMPREHENSION, GENERATOR -> next = comprehension(tree, node, 1);
                case DICT_COMPREHENSION -> next = comprehension(tree, node, 2);
                case NAMED_EXPRESSION -> {
                    out.pushCount();
                    out.push(NameCollector.LOAD, tree.slot(node, 1));
                    out.push(NameCollector.STORE, tree.slot(node, 0));
                }
                case KEYWORD_ARGUMENT -> {
                    if (tree.slot(node, 0) != 0) {
                        out.mention(tree.slot(node, 0), NameCollector.LOAD);
                    }
                    next = tree.slot(node, 1);
                }
                case AWAIT, YIELD, YIELD_FROM -> next = tree.slot(node, 0);
                // Constants, and what the parser could not read.
                default -> { }
            }
            node = next;
            context = NameCollector.LOAD;
        }
    }

    private void name(SyntaxTree tree, int node, int context) {
        int token = tree.slot(node, 0);
        if (context == NameCollector.STORE) {
            out.assign(token);
        } else {
            out.access(token, context);
        }
    }

    /// Visits attributes of attributes; returns what they are attributes of, if that is to be visited.
    private int attribute(SyntaxTree tree, int outermost, int context) {
        addAttribute(tree.slot(outermost, 1), context);
        int node = tree.slot(outermost, 0);
        while (true) {
            switch (tree.kind(node)) {
                case PAREN -> node = tree.slot(node, 0);
                case ATTRIBUTE -> {
                    addAttribute(tree.slot(node, 1), NameCollector.LOAD);
                    node = tree.slot(node, 0);
                }
                case NAME -> {
                    if ((out.flags & NameCollector.IN_ATTRIBUTE) == 0) {
                        out.chain(tree.slot(node, 0), outermost);
                    }
                    return node;
                }
                // A call begins anew.
                case CALL -> {
                    return node;
                }
                default -> {
                    out.withFlags(out.flags | NameCollector.IN_ATTRIBUTE);
                    return node;
                }
            }
        }
    }

    private int call(SyntaxTree tree, int node) {
        int callee = tree.slot(node, 0);
        int arguments = tree.slot(node, 1);
        addBracket(tree.endToken(callee), NameCollector.CALL);
        TypingNames.Role role = out.typing().role(callee);
        int flags = out.flags & ~(NameCollector.IN_ATTRIBUTE | NameCollector.TYPE_HINT);
        if (role == TypingNames.Role.NONE || arguments == 0) {
            out.withFlags(flags);
            out.pushAll(NameCollector.LOAD, arguments);
            return callee;
        }
        out.pushNumber(NameCollector.SET_FLAGS, out.flags);
        out.flags = flags;
        if (role == TypingNames.Role.CAST) {
            out.pushFrom(NameCollector.LOAD, arguments, 1);
            out.pushNumber(NameCollector.SET_FLAGS, flags);
            out.push(NameCollector.LOAD, tree.element(arguments, 0));
            out.pushNumber(NameCollector.SET_FLAGS, flags | NameCollector.TYPE_HINT);
        } else {
            // LibCST doesn't look at the first argument, the name of the type.
            out.pushFrom(NameCollector.LOAD, arguments, 1);
            out.pushNumber(NameCollector.SET_FLAGS, flags | NameCollector.TYPE_HINT);
            out.pushNumber(NameCollector.SET_SCOPE, out.scope);
            out.push(NameCollector.LOAD, tree.element(arguments, 0));
            out.pushNumber(NameCollector.SET_SCOPE, Scopes.NONE);
        }
        return callee;
    }

    private int subscript(SyntaxTree tree, int node, int context) {
        int value = tree.slot(node, 0);
        addBracket(tree.endToken(value), context);
        int flags = out.flags & ~NameCollector.TYPE_HINT | out.typing().subscriptFlags(value);
        out.withFlags(flags);
        out.push(NameCollector.LOAD, tree.slot(node, 1));
        return value;
    }

    private void addBracket(int token, int context) {
        out.bracket(token, context);
        if (bracketCount == brackets.length) {
            brackets = Arrays.copyOf(brackets, bracketCount * 2);
        }
        brackets[bracketCount++] = token;
    }

    private void addAttribute(int token, int context) {
        out.attribute(token, context);
        if (attributeCount == attributes.length) {
            attributes = Arrays.copyOf(attributes, attributeCount * 2);
        }
        attributes[attributeCount++] = token;
    }

    /// Links brackets with what they follow, and attributes, at their end, with their innermost value.
    private void link(NodeKind kind, int node) {
        for (int i = 0; i < bracketCount; i++) {
            out.link(brackets[i], node);
        }
        bracketCount = 0;
        if (kind != NodeKind.ATTRIBUTE) {
            for (int i = 0; i < attributeCount; i++) {
                out.link(attributes[i], node);
            }
            attributeCount = 0;
        }
    }

    /// Returns the first iterable, which belongs to the scope around.
    private int comprehension(SyntaxTree tree, int node, int clausesSlot) {
        int clauses = tree.slot(node, clausesSlot);
        int first = clauses == 0 ? 0 : tree.element(clauses, 0);
        if (first == 0 || tree.kind(first) != NodeKind.COMPREHENSION_CLAUSE) {
            return 0;
        }
        out.pushNumber(NameCollector.SET_SCOPE, out.scope);
        if (clausesSlot == 2) {
            out.push(NameCollector.LOAD, tree.slot(node, 1));
        }
        out.push(NameCollector.LOAD, tree.slot(node, 0));
        int count = tree.length(clauses);
        // The inner clauses are nested in each other, so that their ends come together.
        for (int i = 1; i < count; i++) {
            out.pushCount();
        }
        for (int i = count - 1; i > 0; i--) {
            int clause = tree.element(clauses, i);
            if (tree.kind(clause) == NodeKind.COMPREHENSION_CLAUSE) {
                out.pushAll(NameCollector.LOAD, tree.slot(clause, 3));
                out.push(NameCollector.LOAD, tree.slot(clause, 2));
                out.push(NameCollector.STORE, tree.slot(clause, 1));
            }
        }
        out.pushAll(NameCollector.LOAD, tree.slot(first, 3));
        out.pushCount();
        out.push(NameCollector.STORE, tree.slot(first, 1));
        out.pushNumber(NameCollector.SET_SCOPE, out.newScope(ScopeClass.COMPREHENSION, out.scope, NameNumbers.NONE));
        return tree.slot(first, 2);
    }
}
