package dev.quarry.syntax.facts;

import static dev.quarry.syntax.facts.FactStack.DEL;
import static dev.quarry.syntax.facts.FactStack.LOAD;
import static dev.quarry.syntax.facts.FactStack.STORE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.NodeKind.SlotSpec;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.facts.TypeExpressions.Role;
import java.util.List;

/// Walks a tree once and notes its facts. What comes later in the source may be visited earlier: the tables sort.
final class FactCollector {
    private final SyntaxFacts facts;
    private final FactStack stack = new FactStack();
    private final DefinitionFacts definitions;
    private final CallFacts calls;

    SyntaxTree tree;
    TokenBuffer tokens;

    FactCollector(SyntaxFacts facts) {
        this.facts = facts;
        definitions = new DefinitionFacts(this, stack, facts);
        calls = new CallFacts(this, stack, facts);
    }

    void collect(SyntaxTree next) {
        tree = next;
        tokens = next.tokens();
        stack.clear();
        stack.owner = FactTable.NONE;
        stack.push(next.root(), CstKind.MODULE);
        while (stack.next()) {
            visit(stack.node);
        }
    }

    private void visit(int node) {
        switch (tree.kind(node)) {
            case MODULE -> {
                definitions.docstring(tree.slot(node, 0), FactTable.NONE);
                pushAll(tree.slot(node, 0), CstKind.MODULE);
            }
            case NAME -> name(tree.slot(node, 0), stack.context, stack.parent);
            case ATTRIBUTE -> attribute(node);
            case CALL -> calls.call(node);
            case PAREN -> stack.pushSame(tree.slot(node, 0));
            case TUPLE, LIST -> pushAll(tree.slot(node, 0), CstKind.ELEMENT, stack.context);
            case STARRED -> starred(node);
            case SUBSCRIPT -> subscript(node);
            case DICT -> dictionary(tree.slot(node, 0));
            case FSTRING -> pushAll(tree.slot(node, 0), CstKind.FORMATTED_STRING_EXPRESSION);
            case TSTRING -> pushAll(tree.slot(node, 0), CstKind.TEMPLATED_STRING_EXPRESSION);
            case REPLACEMENT_FIELD -> {
                stack.pushSame(tree.slot(node, 0));
                pushAll(tree.slot(node, 4), stack.parent);
            }
            case FUNCTION_DEF -> definitions.function(node);
            case CLASS_DEF -> definitions.classDefinition(node);
            case PARAMETER -> {
                parameter(node);
                stack.push(tree.slot(node, 2), CstKind.PARAM);
            }
            case STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> parameter(node);
            case TYPE_VAR -> {
                name(tree.slot(node, 0), STORE, CstKind.TYPE_VAR);
                typeParameter(node, tree.slot(node, 1), Role.BOUND, CstKind.TYPE_VAR);
                typeParameter(node, tree.slot(node, 2), Role.DEFAULT, CstKind.TYPE_PARAM);
            }
            case TYPE_VAR_TUPLE -> {
                name(tree.slot(node, 0), STORE, CstKind.TYPE_VAR_TUPLE);
                typeParameter(node, tree.slot(node, 1), Role.DEFAULT, CstKind.TYPE_PARAM);
            }
            case PARAM_SPEC -> {
                name(tree.slot(node, 0), STORE, CstKind.PARAM_SPEC);
                typeParameter(node, tree.slot(node, 1), Role.DEFAULT, CstKind.TYPE_PARAM);
            }
            case IMPORT -> imports(node, tree.slot(node, 0));
            case IMPORT_FROM -> imports(node, tree.slot(node, 3));
            case DELETE -> delete(tree.slot(node, 0));
            case ASSIGN -> assign(node);
            case AUGMENTED_ASSIGN -> {
                stack.push(tree.slot(node, 0), CstKind.AUG_ASSIGN, STORE);
                stack.push(tree.slot(node, 2), CstKind.AUG_ASSIGN);
            }
            case ANNOTATED_ASSIGN -> {
                definitions.typeExpression(tree.slot(node, 1), Role.VARIABLE, tree.slot(node, 0));
                stack.push(tree.slot(node, 0), CstKind.ANN_ASSIGN, STORE);
                stack.push(tree.slot(node, 1), CstKind.ANNOTATION);
                stack.push(tree.slot(node, 2), CstKind.ANN_ASSIGN);
            }
            case TYPE_ALIAS -> {
                definitions.typeExpression(tree.slot(node, 2), Role.ALIAS_VALUE, tree.slot(node, 0));
                stack.push(tree.slot(node, 0), CstKind.TYPE_ALIAS, STORE);
                pushAll(tree.slot(node, 1), CstKind.TYPE_PARAM);
                stack.push(tree.slot(node, 2), CstKind.TYPE_ALIAS);
            }
            case FOR -> {
                definitions.typeComment(tree.slot(node, 5), Role.VARIABLE, tree.slot(node, 1));
                stack.push(tree.slot(node, 1), CstKind.FOR, STORE);
                stack.push(tree.slot(node, 2), CstKind.FOR);
                pushAll(tree.slot(node, 3), CstKind.FOR);
                pushAll(tree.slot(node, 4), CstKind.FOR);
            }
            case WITH -> with(node);
            case WITH_ITEM -> {
                stack.push(tree.slot(node, 0), CstKind.WITH_ITEM);
                stack.push(tree.slot(node, 1), CstKind.AS_NAME, STORE);
            }
            case RAISE -> {
                stack.push(tree.slot(node, 0), CstKind.RAISE);
                stack.push(tree.slot(node, 1), CstKind.FROM);
            }
            case TRY -> {
                pushAll(tree.slot(node, 0), CstKind.MODULE);
                pushAll(tree.slot(node, 1), tree.slot(node, 4) != 0 ? CstKind.EXCEPT_STAR_HANDLER
                        : CstKind.EXCEPT_HANDLER);
                pushAll(tree.slot(node, 2), CstKind.MODULE);
                pushAll(tree.slot(node, 3), CstKind.MODULE);
            }
            case EXCEPT_HANDLER -> {
                stack.pushSame(tree.slot(node, 0));
                optionalName(tree.slot(node, 1), CstKind.AS_NAME);
                pushAll(tree.slot(node, 2), CstKind.MODULE);
            }
            case NAMED_EXPRESSION -> {
                stack.push(tree.slot(node, 0), CstKind.NAMED_EXPR, STORE);
                stack.push(tree.slot(node, 1), CstKind.NAMED_EXPR);
            }
            case COMPREHENSION_CLAUSE -> {
                stack.push(tree.slot(node, 1), CstKind.COMP_FOR, STORE);
                stack.push(tree.slot(node, 2), CstKind.COMP_FOR);
                pushAll(tree.slot(node, 3), CstKind.COMP_IF);
            }
            case COMPARISON -> {
                stack.push(tree.slot(node, 0), CstKind.COMPARISON);
                pushAll(tree.slot(node, 2), CstKind.COMPARISON_TARGET);
            }
            case PATTERN_STAR -> optionalName(tree.slot(node, 0), CstKind.MATCH_STAR);
            case PATTERN_AS -> {
                stack.push(tree.slot(node, 0), CstKind.MATCH_AS);
                optionalName(tree.slot(node, 1), CstKind.MATCH_AS);
            }
            case PATTERN_MAPPING -> {
                pushAll(tree.slot(node, 0), CstKind.MATCH_MAPPING_ELEMENT);
                optionalName(tree.slot(node, 1), CstKind.MATCH_MAPPING);
            }
            default -> pushParts(node, tree.kind(node));
        }
    }

    /// All parts of a node whose class is the parent of each of them.
    private void pushParts(int node, NodeKind kind) {
        CstKind parent = classOf(kind);
        List<SlotSpec> slots = kind.slots();
        for (int i = 0; i < slots.size(); i++) {
            switch (slots.get(i).type()) {
                case NODE -> stack.push(tree.slot(node, i), parent);
                case NODES -> pushAll(tree.slot(node, i), parent);
                default -> { }
            }
        }
    }

    /// LibCST's class of a node as the parent of the names right below it; MODULE for nodes that have none there.
    private static CstKind classOf(NodeKind kind) {
        return switch (kind) {
            case RETURN -> CstKind.RETURN;
            case WHILE -> CstKind.WHILE;
            case IF -> CstKind.IF;
            case MATCH -> CstKind.MATCH;
            case MATCH_CASE -> CstKind.MATCH_CASE;
            case ASSERT -> CstKind.ASSERT;
            case EXPRESSION_STATEMENT -> CstKind.EXPR;
            case SET -> CstKind.ELEMENT;
            case LIST_COMPREHENSION -> CstKind.LIST_COMP;
            case SET_COMPREHENSION -> CstKind.SET_COMP;
            case DICT_COMPREHENSION -> CstKind.DICT_COMP;
            case GENERATOR -> CstKind.GENERATOR_EXP;
            case SLICE -> CstKind.SLICE;
            case KEYWORD_ARGUMENT -> CstKind.ARG;
            case AWAIT -> CstKind.AWAIT;
            case UNARY -> CstKind.UNARY_OPERATION;
            case BINARY -> CstKind.BINARY_OPERATION;
            case BOOLEAN -> CstKind.BOOLEAN_OPERATION;
            case CONDITIONAL -> CstKind.IF_EXP;
            case LAMBDA -> CstKind.LAMBDA;
            case YIELD -> CstKind.YIELD;
            case YIELD_FROM -> CstKind.FROM;
            case PATTERN_VALUE -> CstKind.MATCH_VALUE;
            case PATTERN_CLASS -> CstKind.MATCH_CLASS;
            default -> CstKind.MODULE;
        };
    }

    void pushAll(int list, CstKind parent) {
        pushAll(list, parent, LOAD);
    }

    /// Last element first, so that the first is visited first.
    private void pushAll(int list, CstKind parent, int context) {
        for (int i = tree.length(list) - 1; i >= 0; i--) {
            stack.push(tree.element(list, i), parent, context);
        }
    }

    /// The expression within parentheses.
    int unwrap(int node) {
        int inner = node;
        while (inner != 0 && tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        return inner;
    }

    boolean isName(int token) {
        return tokens.kind(token) == TokenKind.NAME;
    }

    private void name(int token, int context, CstKind parent) {
        // Where the source has an error, another token may be in the name's place.
        if (isName(token)) {
            boolean isBase = stack.isBase && tree.kind(stack.node) == NodeKind.NAME;
            facts.references.addName(tokens.start(token), tokens.end(token), token, context, parent, isBase);
        }
    }

    private void optionalName(int token, CstKind parent) {
        if (token != 0) {
            name(token, STORE, parent);
        }
    }

    private void attribute(int node) {
        int base = tree.slot(node, 0);
        int token = tree.slot(node, 1);
        if (isName(token)) {
            NodeKind kind = tree.kind(base);
            boolean ofName = kind == NodeKind.ATTRIBUTE && isName(tree.slot(base, 1))
                    || kind == NodeKind.NAME && isName(tree.slot(base, 0));
            facts.references.addAttribute(tree.start(node), tokens.end(token), token, stack.context, stack.parent,
                    stack.isBase, ofName);
        }
        stack.pushBase(base);
    }

    /// An argument and an index have a star themselves; elsewhere there is a node for it.
    private void starred(int node) {
        boolean own = stack.parent == CstKind.ARG || stack.parent == CstKind.INDEX;
        stack.push(tree.slot(node, 0), own ? stack.parent : CstKind.STARRED_ELEMENT, stack.context);
    }

    private void subscript(int node) {
        stack.push(tree.slot(node, 0), CstKind.SUBSCRIPT);
        int index = tree.slot(node, 1);
        if (index != 0 && tree.kind(index) == NodeKind.TUPLE && !hasParentheses(index)) {
            pushAll(tree.slot(index, 0), CstKind.INDEX);
        } else {
            stack.push(index, CstKind.INDEX);
        }
    }

    private boolean hasParentheses(int tuple) {
        int elements = tree.slot(tuple, 0);
        return tree.length(elements) == 0 || tree.firstToken(tree.element(elements, 0)) > tree.firstToken(tuple);
    }

    private void dictionary(int entries) {
        for (int i = tree.length(entries) - 2; i >= 0; i -= 2) {
            int key = tree.element(entries, i);
            CstKind parent = key == 0 ? CstKind.STARRED_DICT_ELEMENT : CstKind.DICT_ELEMENT;
            stack.push(tree.element(entries, i + 1), parent);
            stack.push(key, parent);
        }
    }

    private void parameter(int node) {
        int token = tree.slot(node, 0);
        name(token, STORE, CstKind.PARAM);
        int annotation = tree.slot(node, 1);
        definitions.parameterType(node, annotation, tree.slot(node, tree.kind(node) == NodeKind.PARAMETER ? 3 : 2));
        stack.push(annotation, CstKind.ANNOTATION);
    }

    private void typeParameter(int node, int expression, Role role, CstKind parent) {
        if (expression != 0) {
            definitions.typeExpression(expression, role, tree.slot(node, 0), tree.slot(node, 0) + 1);
            stack.push(expression, parent);
        }
    }

    private void imports(int statement, int names) {
        for (int i = 0; i < tree.length(names); i++) {
            int alias = tree.element(names, i);
            if (tree.kind(alias) != NodeKind.ALIAS) {
                continue;
            }
            int first = tokens.kind(tree.slot(alias, 0));
            if (first == TokenKind.NAME || first == TokenKind.STAR) {
                facts.imports.add(tree.start(alias), tree.end(alias), alias, statement);
            }
        }
    }

    /// `del a, b` deletes a tuple in LibCST, and `del a,` does, too.
    private void delete(int targets) {
        int length = tree.length(targets);
        boolean tuple = length > 1
                || length == 1 && tokens.kind(tree.endToken(tree.element(targets, 0))) == TokenKind.COMMA;
        pushAll(targets, tuple ? CstKind.ELEMENT : CstKind.DEL, DEL);
    }

    private void assign(int node) {
        int targets = tree.slot(node, 0);
        if (tree.length(targets) > 0) {
            definitions.typeComment(tree.slot(node, 2), Role.VARIABLE, tree.element(targets, 0));
        }
        pushAll(targets, CstKind.ASSIGN_TARGET, STORE);
        stack.push(tree.slot(node, 1), CstKind.ASSIGN);
    }

    private void with(int node) {
        int items = tree.slot(node, 1);
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            int target = tree.kind(item) == NodeKind.WITH_ITEM ? tree.slot(item, 1) : 0;
            if (target != 0) {
                definitions.typeComment(tree.slot(node, 3), Role.VARIABLE, target);
                break;
            }
        }
        pushAll(items, CstKind.WITH_ITEM);
        pushAll(tree.slot(node, 2), CstKind.MODULE);
    }
}
