package dev.quarry.syntax.compile;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.symtable.FutureStatements;

/// Reads a tree in the order in which CPython's code generator visits it, and reports what that refuses. This is the
/// loop, the expressions and the targets; [StatementReader] and [DefinitionReader] read the rest.
final class CodeReader {
    private final SyntaxTree tree;
    private final Work work;
    private final Scopes scopes;
    private final Findings findings;
    private final OperandWarnings operands;
    private final StatementReader statements;
    private final DefinitionReader definitions;
    private final ReservedNames names;

    CodeReader(SyntaxTree tree, FutureStatements future, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        work = new Work(tree);
        scopes = new Scopes(tree, findings);
        operands = new OperandWarnings(tree, findings);
        names = new ReservedNames(tree, findings);
        Blocks blocks = new Blocks(tree, findings);
        FinallyExits exits = new FinallyExits(tree, findings);
        statements = new StatementReader(tree, work, scopes, blocks, exits, future, names, operands, findings);
        definitions = new DefinitionReader(tree, work, scopes, blocks, exits, future, names, findings);
    }

    void read() {
        int root = tree.root();
        if (tree.kind(root) == NodeKind.EXPRESSION) {
            work.node(tree.slot(root, 0));
        } else if (tree.kind(root) != NodeKind.FUNCTION_TYPE) {
            work.nodes(tree.slot(root, 0));
        }
        while (!work.isEmpty()) {
            int item = work.items.pop();
            if (item > 0) {
                node(item);
            } else {
                step(-item, work.items.pop());
            }
        }
    }

    private void step(int code, int number) {
        switch (code) {
            case Work.STORE -> store(number);
            case Work.DELETE -> delete(number);
            case Work.NEGATED_COMPARISON -> comparison(number, true);
            case Work.FUNCTION_BODY, Work.LEAVE_FUNCTION, Work.CLASS_BODY, Work.LEAVE_CLASS, Work.CLASS_ARGUMENTS,
                    Work.LAMBDA_BODY, Work.LEAVE_LAMBDA, Work.ENTER_ANNOTATION, Work.LEAVE_ANNOTATION,
                    Work.COMPREHENSION_BODY, Work.LEAVE_COMPREHENSION -> definitions.step(code, number);
            default -> statements.step(code, number);
        }
    }

    private void node(int first) {
        int node = first;
        NodeKind kind = tree.kind(node);
        while (kind == NodeKind.ATTRIBUTE || kind == NodeKind.PAREN || kind == NodeKind.EXPRESSION_STATEMENT) {
            node = tree.slot(node, 0);
            kind = tree.kind(node);
        }
        switch (kind) {
            case NAME, NUMBER, TRUE, FALSE, NONE_LITERAL, ELLIPSIS -> { }
            case STRINGS -> strings(node);
            case REPLACEMENT_FIELD -> {
                work.nodes(tree.slot(node, 4));
                work.node(tree.slot(node, 0));
            }
            case CALL -> call(node);
            case KEYWORD_ARGUMENT -> work.node(tree.slot(node, 1));
            case SUBSCRIPT -> {
                operands.subscript(tree.slot(node, 0), tree.slot(node, 1));
                work.element(tree.slot(node, 1));
                work.node(tree.slot(node, 0));
            }
            case SLICE -> {
                work.node(tree.slot(node, 2));
                work.node(tree.slot(node, 1));
                work.node(tree.slot(node, 0));
            }
            case BINARY -> {
                work.node(tree.slot(node, 2));
                work.node(tree.slot(node, 0));
            }
            case UNARY -> unary(node);
            case BOOLEAN -> work.nodes(tree.slot(node, 1));
            case COMPARISON -> comparison(node, false);
            case CONDITIONAL -> {
                work.node(tree.slot(node, 2));
                work.node(tree.slot(node, 0));
                work.node(tree.slot(node, 1));
            }
            case TUPLE, LIST, SET -> work.elements(tree.slot(node, 0));
            case DICT -> dictionary(tree.slot(node, 0));
            case LIST_COMPREHENSION, SET_COMPREHENSION, DICT_COMPREHENSION, GENERATOR ->
                    definitions.comprehension(node);
            case LAMBDA -> definitions.lambda(node);
            case NAMED_EXPRESSION -> {
                pushStore(tree.slot(node, 0));
                work.node(tree.slot(node, 1));
            }
            case AWAIT -> {
                scopes.await(node);
                work.node(tree.slot(node, 0));
            }
            case YIELD -> {
                scopes.yield(node);
                work.node(tree.slot(node, 0));
            }
            case YIELD_FROM -> {
                scopes.yieldFrom(node);
                work.node(tree.slot(node, 0));
            }
            case STARRED -> {
                findings.error("can't use starred expression here", tree.start(node), tree.end(node));
                work.node(tree.slot(node, 0));
            }
            case FUNCTION_DEF -> definitions.function(node);
            case CLASS_DEF -> definitions.classDefinition(node);
            case TYPE_ALIAS -> definitions.typeAlias(node);
            default -> statements.statement(kind, node);
        }
    }

    private void strings(int node) {
        int parts = tree.slot(node, 0);
        for (int i = tree.length(parts) - 1; i >= 0; i--) {
            int part = tree.element(parts, i);
            if (tree.kind(part) != NodeKind.STRING) {
                int pieces = tree.slot(part, 0);
                for (int j = tree.length(pieces) - 1; j >= 0; j--) {
                    if (tree.kind(tree.element(pieces, j)) == NodeKind.REPLACEMENT_FIELD) {
                        work.node(tree.element(pieces, j));
                    }
                }
            }
        }
    }

    private void call(int node) {
        int callee = tree.slot(node, 0);
        int arguments = tree.slot(node, 1);
        operands.call(callee);
        definitions.arguments(arguments);
        work.node(callee);
    }

    private void unary(int node) {
        int operand = tree.slot(node, 1);
        if (tree.tokens().kind(tree.slot(node, 0)) == TokenKind.KW_NOT) {
            int inner = ConstantTypes.unwrap(tree, operand);
            if (tree.kind(inner) == NodeKind.COMPARISON) {
                work.step(Work.NEGATED_COMPARISON, inner);
                return;
            }
        }
        work.node(operand);
    }

    private void comparison(int node, boolean negated) {
        int operators = tree.slot(node, 1);
        for (int i = 0; i < tree.length(operators); i++) {
            if (tree.tokens().kind(tree.element(operators, i)) == TokenKind.KW_IS) {
                operands.comparison(node, negated);
                break;
            }
        }
        work.nodes(tree.slot(node, 2));
        work.node(tree.slot(node, 0));
    }

    private void dictionary(int entries) {
        for (int i = tree.length(entries) - 1; i >= 0; i--) {
            work.node(tree.element(entries, i));
        }
    }

    // Targets.

    /// A target to read later, unless it is a name in which nothing can be wrong.
    private void pushStore(int target) {
        if (names.hasDebug() || tree.kind(target) != NodeKind.NAME) {
            work.step(Work.STORE, target);
        }
    }

    private void store(int target) {
        switch (tree.kind(target)) {
            case NAME -> names.store(tree.slot(target, 0), target);
            case PAREN -> work.step(Work.STORE, tree.slot(target, 0));
            case ATTRIBUTE -> {
                names.storeAttribute(target);
                work.node(tree.slot(target, 0));
            }
            case SUBSCRIPT -> {
                work.element(tree.slot(target, 1));
                work.node(tree.slot(target, 0));
            }
            case TUPLE, LIST -> unpack(target);
            case STARRED -> {
                findings.error("starred assignment target must be in a list or tuple", tree.start(target),
                        tree.end(target));
            }
            default -> { }
        }
    }

    private void unpack(int target) {
        int elements = tree.slot(target, 0);
        int stars = 0;
        for (int i = 0; i < tree.length(elements); i++) {
            if (tree.kind(tree.element(elements, i)) == NodeKind.STARRED) {
                stars++;
                if (stars == 2) {
                    findings.error("multiple starred expressions in assignment", tree.start(target), tree.end(target));
                } else if (stars == 1 && (i >= 1 << 8 || tree.length(elements) - i - 1 >= Integer.MAX_VALUE >> 8)) {
                    findings.error("too many expressions in star-unpacking assignment", tree.start(target),
                            tree.end(target));
                }
            }
        }
        for (int i = tree.length(elements) - 1; i >= 0; i--) {
            int element = tree.element(elements, i);
            pushStore(tree.kind(element) == NodeKind.STARRED ? tree.slot(element, 0) : element);
        }
    }

    private void delete(int target) {
        switch (tree.kind(target)) {
            case NAME -> names.delete(target);
            case PAREN -> work.step(Work.DELETE, tree.slot(target, 0));
            case ATTRIBUTE -> work.node(tree.slot(target, 0));
            case SUBSCRIPT -> {
                work.element(tree.slot(target, 1));
                work.node(tree.slot(target, 0));
            }
            case TUPLE, LIST -> {
                int elements = tree.slot(target, 0);
                for (int i = tree.length(elements) - 1; i >= 0; i--) {
                    work.step(Work.DELETE, tree.element(elements, i));
                }
            }
            default -> { }
        }
    }
}
