package dev.quarry.syntax.facts;

import static dev.quarry.syntax.facts.FactStack.DEL;
import static dev.quarry.syntax.facts.FactStack.LOAD;
import static dev.quarry.syntax.facts.FactStack.STORE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.NodeKind.SlotSpec;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
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
        stack.push(next.root(), ParentClass.MODULE);
        while (stack.next()) {
            visit(stack.node);
        }
    }

    private void visit(int node) {
        switch (tree.kind(node)) {
            case MODULE -> {
                definitions.docstring(tree.slot(node, 0), FactTable.NONE);
                pushAll(tree.slot(node, 0), ParentClass.MODULE);
            }
            case NAME -> name(tree.slot(node, 0), stack.context, stack.parent);
            case ATTRIBUTE -> attribute(node);
            case CALL -> calls.call(node);
            case PAREN -> stack.pushSame(tree.slot(node, 0));
            case TUPLE, LIST -> pushAll(tree.slot(node, 0), ParentClass.ELEMENT, stack.context);
            case STARRED -> starred(node);
            case SUBSCRIPT -> subscript(node);
            case DICT -> dictionary(tree.slot(node, 0));
            case FSTRING -> pushAll(tree.slot(node, 0), ParentClass.FORMATTED_STRING_EXPRESSION);
            case TSTRING -> pushAll(tree.slot(node, 0), ParentClass.TEMPLATED_STRING_EXPRESSION);
            case REPLACEMENT_FIELD -> {
                stack.pushSame(tree.slot(node, 0));
                pushAll(tree.slot(node, 4), stack.parent);
            }
            case FUNCTION_DEF -> definitions.function(node);
            case CLASS_DEF -> definitions.classDefinition(node);
            case PARAMETER -> {
                parameter(node);
                stack.push(tree.slot(node, 2), ParentClass.PARAM);
            }
            case STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> parameter(node);
            case TYPE_VAR -> {
                name(tree.slot(node, 0), STORE, ParentClass.TYPE_VAR);
                typeParameter(node, tree.slot(node, 1), Role.BOUND, ParentClass.TYPE_VAR);
                typeParameter(node, tree.slot(node, 2), Role.DEFAULT, ParentClass.TYPE_PARAM);
            }
            case TYPE_VAR_TUPLE -> {
                name(tree.slot(node, 0), STORE, ParentClass.TYPE_VAR_TUPLE);
                typeParameter(node, tree.slot(node, 1), Role.DEFAULT, ParentClass.TYPE_PARAM);
            }
            case PARAM_SPEC -> {
                name(tree.slot(node, 0), STORE, ParentClass.PARAM_SPEC);
                typeParameter(node, tree.slot(node, 1), Role.DEFAULT, ParentClass.TYPE_PARAM);
            }
            case IMPORT -> imports(node, tree.slot(node, 0));
            case IMPORT_FROM -> imports(node, tree.slot(node, 3));
            case DELETE -> delete(tree.slot(node, 0));
            case ASSIGN -> assign(node);
            case AUGMENTED_ASSIGN -> {
                stack.push(tree.slot(node, 0), ParentClass.AUG_ASSIGN, STORE);
                stack.push(tree.slot(node, 2), ParentClass.AUG_ASSIGN);
            }
            case ANNOTATED_ASSIGN -> {
                definitions.typeExpression(tree.slot(node, 1), Role.VARIABLE, tree.slot(node, 0));
                stack.push(tree.slot(node, 0), ParentClass.ANN_ASSIGN, STORE);
                stack.push(tree.slot(node, 1), ParentClass.ANNOTATION);
                stack.push(tree.slot(node, 2), ParentClass.ANN_ASSIGN);
            }
            case TYPE_ALIAS -> {
                definitions.typeExpression(tree.slot(node, 2), Role.ALIAS_VALUE, tree.slot(node, 0));
                stack.push(tree.slot(node, 0), ParentClass.TYPE_ALIAS, STORE);
                pushAll(tree.slot(node, 1), ParentClass.TYPE_PARAM);
                stack.push(tree.slot(node, 2), ParentClass.TYPE_ALIAS);
            }
            case FOR -> {
                definitions.typeComment(tree.slot(node, 5), Role.VARIABLE, tree.slot(node, 1));
                stack.push(tree.slot(node, 1), ParentClass.FOR, STORE);
                stack.push(tree.slot(node, 2), ParentClass.FOR);
                pushAll(tree.slot(node, 3), ParentClass.FOR);
                pushAll(tree.slot(node, 4), ParentClass.FOR);
            }
            case WITH -> with(node);
            case WITH_ITEM -> {
                stack.push(tree.slot(node, 0), ParentClass.WITH_ITEM);
                stack.push(tree.slot(node, 1), ParentClass.AS_NAME, STORE);
            }
            case RAISE -> {
                stack.push(tree.slot(node, 0), ParentClass.RAISE);
                stack.push(tree.slot(node, 1), ParentClass.FROM);
            }
            case TRY -> {
                pushAll(tree.slot(node, 0), ParentClass.MODULE);
                pushAll(tree.slot(node, 1), tree.slot(node, 4) != 0 ? ParentClass.EXCEPT_STAR_HANDLER
                        : ParentClass.EXCEPT_HANDLER);
                pushAll(tree.slot(node, 2), ParentClass.MODULE);
                pushAll(tree.slot(node, 3), ParentClass.MODULE);
            }
            case EXCEPT_HANDLER -> {
                stack.pushSame(tree.slot(node, 0));
                optionalName(tree.slot(node, 1), ParentClass.AS_NAME);
                pushAll(tree.slot(node, 2), ParentClass.MODULE);
            }
            case NAMED_EXPRESSION -> {
                stack.push(tree.slot(node, 0), ParentClass.NAMED_EXPR, STORE);
                stack.push(tree.slot(node, 1), ParentClass.NAMED_EXPR);
            }
            case COMPREHENSION_CLAUSE -> {
                stack.push(tree.slot(node, 1), ParentClass.COMP_FOR, STORE);
                stack.push(tree.slot(node, 2), ParentClass.COMP_FOR);
                pushAll(tree.slot(node, 3), ParentClass.COMP_IF);
            }
            case COMPARISON -> {
                stack.push(tree.slot(node, 0), ParentClass.COMPARISON);
                pushAll(tree.slot(node, 2), ParentClass.COMPARISON_TARGET);
            }
            case PATTERN_STAR -> optionalName(tree.slot(node, 0), ParentClass.MATCH_STAR);
            case PATTERN_AS -> {
                stack.push(tree.slot(node, 0), ParentClass.MATCH_AS);
                optionalName(tree.slot(node, 1), ParentClass.MATCH_AS);
            }
            case PATTERN_MAPPING -> {
                pushAll(tree.slot(node, 0), ParentClass.MATCH_MAPPING_ELEMENT);
                optionalName(tree.slot(node, 1), ParentClass.MATCH_MAPPING);
            }
            default -> pushParts(node, tree.kind(node));
        }
    }

    /// All parts of a node whose class is the parent of each of them.
    private void pushParts(int node, NodeKind kind) {
        ParentClass parent = parentClass(kind);
        List<SlotSpec> slots = kind.slots();
        for (int i = 0; i < slots.size(); i++) {
            switch (slots.get(i).type()) {
                case NODE -> stack.push(tree.slot(node, i), parent);
                case NODES -> pushAll(tree.slot(node, i), parent);
                default -> { }
            }
        }
    }

    /// LibCST's class of a node as the parent of the names right below it; any for nodes that have none there.
    private static ParentClass parentClass(NodeKind kind) {
        return switch (kind) {
            case RETURN -> ParentClass.RETURN;
            case WHILE -> ParentClass.WHILE;
            case IF -> ParentClass.IF;
            case MATCH -> ParentClass.MATCH;
            case MATCH_CASE -> ParentClass.MATCH_CASE;
            case ASSERT -> ParentClass.ASSERT;
            case EXPRESSION_STATEMENT -> ParentClass.EXPR;
            case SET -> ParentClass.ELEMENT;
            case LIST_COMPREHENSION -> ParentClass.LIST_COMP;
            case SET_COMPREHENSION -> ParentClass.SET_COMP;
            case DICT_COMPREHENSION -> ParentClass.DICT_COMP;
            case GENERATOR -> ParentClass.GENERATOR_EXP;
            case SLICE -> ParentClass.SLICE;
            case KEYWORD_ARGUMENT -> ParentClass.ARG;
            case AWAIT -> ParentClass.AWAIT;
            case UNARY -> ParentClass.UNARY_OPERATION;
            case BINARY -> ParentClass.BINARY_OPERATION;
            case BOOLEAN -> ParentClass.BOOLEAN_OPERATION;
            case CONDITIONAL -> ParentClass.IF_EXP;
            case LAMBDA -> ParentClass.LAMBDA;
            case YIELD -> ParentClass.YIELD;
            case YIELD_FROM -> ParentClass.FROM;
            case PATTERN_VALUE -> ParentClass.MATCH_VALUE;
            case PATTERN_CLASS -> ParentClass.MATCH_CLASS;
            default -> ParentClass.MODULE;
        };
    }

    void pushAll(int list, ParentClass parent) {
        pushAll(list, parent, LOAD);
    }

    /// Last element first, so that the first is visited first.
    private void pushAll(int list, ParentClass parent, int context) {
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

    private void name(int token, int context, ParentClass parent) {
        // Where the source has an error, another token may be in the name's place.
        if (isName(token)) {
            boolean isBase = stack.isBase && tree.kind(stack.node) == NodeKind.NAME;
            facts.references.addName(tokens.start(token), tokens.end(token), token, context, parent, isBase);
        }
    }

    private void optionalName(int token, ParentClass parent) {
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
        boolean own = stack.parent == ParentClass.ARG || stack.parent == ParentClass.INDEX;
        stack.push(tree.slot(node, 0), own ? stack.parent : ParentClass.STARRED_ELEMENT, stack.context);
    }

    private void subscript(int node) {
        stack.push(tree.slot(node, 0), ParentClass.SUBSCRIPT);
        int index = tree.slot(node, 1);
        if (index != 0 && tree.kind(index) == NodeKind.TUPLE && !hasParentheses(index)) {
            pushAll(tree.slot(index, 0), ParentClass.INDEX);
        } else {
            stack.push(index, ParentClass.INDEX);
        }
    }

    private boolean hasParentheses(int tuple) {
        int elements = tree.slot(tuple, 0);
        return tree.length(elements) == 0 || tree.firstToken(tree.element(elements, 0)) > tree.firstToken(tuple);
    }

    private void dictionary(int entries) {
        for (int i = tree.length(entries) - 2; i >= 0; i -= 2) {
            int key = tree.element(entries, i);
            ParentClass parent = key == 0 ? ParentClass.STARRED_DICT_ELEMENT : ParentClass.DICT_ELEMENT;
            stack.push(tree.element(entries, i + 1), parent);
            stack.push(key, parent);
        }
    }

    private void parameter(int node) {
        int token = tree.slot(node, 0);
        name(token, STORE, ParentClass.PARAM);
        int annotation = tree.slot(node, 1);
        definitions.parameterType(node, annotation, tree.slot(node, tree.kind(node) == NodeKind.PARAMETER ? 3 : 2));
        stack.push(annotation, ParentClass.ANNOTATION);
    }

    private void typeParameter(int node, int expression, Role role, ParentClass parent) {
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
        pushAll(targets, tuple ? ParentClass.ELEMENT : ParentClass.DEL, DEL);
    }

    private void assign(int node) {
        int targets = tree.slot(node, 0);
        if (tree.length(targets) > 0) {
            definitions.typeComment(tree.slot(node, 2), Role.VARIABLE, tree.element(targets, 0));
        }
        pushAll(targets, ParentClass.ASSIGN_TARGET, STORE);
        stack.push(tree.slot(node, 1), ParentClass.ASSIGN);
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
        pushAll(items, ParentClass.WITH_ITEM);
        pushAll(tree.slot(node, 2), ParentClass.MODULE);
    }
}
