package dev.quarry.syntax.compile;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.symtable.FutureStatements;

/// Statements but definitions, in the order of CPython's code generator.
final class StatementReader {
    private final SyntaxTree tree;
    private final Work work;
    private final Scopes scopes;
    private final Blocks blocks;
    private final FinallyExits exits;
    private final FutureStatements future;
    private final ReservedNames names;
    private final OperandWarnings operands;
    private final Findings findings;
    private final PatternReader patterns;

    StatementReader(SyntaxTree tree, Work work, Scopes scopes, Blocks blocks, FinallyExits exits,
            FutureStatements future, ReservedNames names, OperandWarnings operands, Findings findings) {
        this.tree = tree;
        this.work = work;
        this.scopes = scopes;
        this.blocks = blocks;
        this.exits = exits;
        this.future = future;
        this.names = names;
        this.operands = operands;
        this.findings = findings;
        patterns = new PatternReader(tree, names, findings);
    }

    void statement(NodeKind kind, int node) {
        switch (kind) {
            case ASSIGN -> assignment(node);
            case AUGMENTED_ASSIGN -> augmentedAssignment(node);
            case ANNOTATED_ASSIGN -> annotatedAssignment(node);
            case RETURN -> returnStatement(node);
            case BREAK -> {
                exits.exit(node, "break");
                blocks.breakLoop(node);
            }
            case CONTINUE -> {
                exits.exit(node, "continue");
                blocks.continueLoop(node);
            }
            case DELETE -> {
                int targets = tree.slot(node, 0);
                for (int i = tree.length(targets) - 1; i >= 0; i--) {
                    work.step(Work.DELETE, tree.element(targets, i));
                }
            }
            case IF -> {
                work.nodes(tree.slot(node, 2));
                work.nodes(tree.slot(node, 1));
                work.node(tree.slot(node, 0));
            }
            case FOR -> forStatement(node);
            case WHILE -> {
                work.nodes(tree.slot(node, 2));
                work.step(Work.LEAVE_JUMP_TARGET, 0);
                work.step(Work.LOOP_BODY, tree.slot(node, 1));
                work.node(tree.slot(node, 0));
                blocks.enterLoop(node);
            }
            case WITH -> withStatement(node);
            case TRY -> tryStatement(node);
            case MATCH -> matchStatement(node);
            case RAISE -> {
                work.node(tree.slot(node, 1));
                work.node(tree.slot(node, 0));
            }
            case ASSERT -> {
                operands.assertion(node);
                work.node(tree.slot(node, 1));
                work.node(tree.slot(node, 0));
            }
            case IMPORT -> {
                if (names.hasDebug()) {
                    names.check(node);
                }
            }
            case IMPORT_FROM -> importFrom(node);
            default -> { }
        }
    }

    void step(int code, int number) {
        switch (code) {
            case Work.LEAVE_BLOCKS -> {
                for (int i = 0; i < number; i++) {
                    blocks.leave();
                }
            }
            case Work.LEAVE_JUMP_TARGET -> blocks.leaveJumpTarget();
            case Work.LEAVE_REGION -> findings.leaveRegion(number);
            case Work.LOOP_BODY -> loopBody(number);
            case Work.LEAVE_EXITS -> exits.leave();
            case Work.RETURN_EXIT -> returnExit(number);
            case Work.WITH_TARGET -> {
                blocks.enterGuarded(tree.slot(number, 0));
                if (tree.slot(number, 1) != 0) {
                    work.step(Work.STORE, tree.slot(number, 1));
                }
            }
            case Work.HANDLERS -> handlers(number);
            case Work.HANDLER -> {
                names.check(number);
                blocks.enterOther(number);
                work.step(Work.LEAVE_BLOCKS, 1);
                work.nodes(tree.slot(number, 2));
            }
            case Work.DEFAULT_NOT_LAST ->
                    findings.error("default 'except:' must be last", tree.start(number), tree.end(number));
            case Work.FINAL_BODY -> finalBody(number);
            case Work.CASE -> caseBlock(number, false);
            case Work.LAST_CASE -> caseBlock(number, true);
            case Work.BOUND_NAMES -> names.check(number);
            case Work.NON_DEFAULT_TYPE_PARAMETER -> findings.error("non-default type parameter '"
                    + Names.text(tree, tree.slot(number, 0)) + "' follows default type parameter", tree.start(number),
                    tree.end(number));
            default -> throw new IllegalStateException("no such step: " + code);
        }
    }

    private void assignment(int node) {
        int targets = tree.slot(node, 0);
        for (int i = tree.length(targets) - 1; i >= 0; i--) {
            store(tree.element(targets, i));
        }
        work.node(tree.slot(node, 1));
    }

    private void store(int target) {
        if (names.hasDebug() || tree.kind(target) != NodeKind.NAME) {
            work.step(Work.STORE, target);
        }
    }

    private void augmentedAssignment(int node) {
        int target = ConstantTypes.unwrap(tree, tree.slot(node, 0));
        int value = tree.slot(node, 2);
        switch (tree.kind(target)) {
            case NAME -> {
                store(target);
                work.node(value);
            }
            case SUBSCRIPT -> {
                work.node(value);
                work.element(tree.slot(target, 1));
                work.node(tree.slot(target, 0));
            }
            default -> {
                work.node(value);
                work.node(tree.slot(target, 0));
            }
        }
    }

    /// Value and target come first, then the annotation, which only modules and classes evaluate.
    private void annotatedAssignment(int node) {
        int written = tree.slot(node, 0);
        int target = ConstantTypes.unwrap(tree, written);
        int annotation = tree.slot(node, 1);
        boolean assigned = tree.slot(node, 2) != 0;
        if (!future.annotations() && (scopes.kind == Scopes.MODULE || scopes.kind == Scopes.CLASS)) {
            work.node(annotation);
        } else if ((scopes.kind == Scopes.ASYNC_FUNCTION || scopes.kind == Scopes.FUNCTION) && hasYield(annotation)) {
            scopes.yieldUnread();
        }
        if (!assigned && tree.kind(target) == NodeKind.SUBSCRIPT) {
            annotatedSubscript(target);
        } else if (!assigned && tree.kind(target) == NodeKind.ATTRIBUTE) {
            work.node(tree.slot(target, 0));
        }
        if (assigned) {
            store(target);
            work.node(tree.slot(node, 2));
        } else if (names.hasDebug()) {
            boolean debug = tree.kind(target) == NodeKind.NAME && names.isDebug(tree.slot(target, 0))
                    || tree.kind(target) == NodeKind.ATTRIBUTE && names.isDebug(tree.slot(target, 1));
            if (debug) {
                names.assigned(tree.start(node), tree.end(node));
            }
        }
    }

    /// Without a value, the parts of an index are read one by one, so that a star is out of place.
    private void annotatedSubscript(int target) {
        int index = tree.slot(target, 1);
        if (tree.kind(index) == NodeKind.TUPLE) {
            work.nodes(tree.slot(index, 0));
        } else {
            work.node(index);
        }
        work.node(tree.slot(target, 0));
    }

    private boolean hasYield(int expression) {
        for (int token = tree.firstToken(expression); token < tree.endToken(expression); token++) {
            if (tree.tokens().kind(token) == TokenKind.KW_YIELD) {
                return true;
            }
        }
        return false;
    }

    private void returnStatement(int node) {
        int value = tree.slot(node, 0);
        exits.exit(node, "return");
        if (scopes.allowsReturn(node, value != 0) && blocks.returnLeavesSomething()) {
            work.step(Work.RETURN_EXIT, node);
        }
        work.node(value);
    }

    /// CPython points at the value when that is a constant on the line of the `return`. Since 3.14, a tuple is none before
    /// the code is optimized.
    private void returnExit(int node) {
        int value = tree.slot(node, 0);
        boolean constant = value != 0 && new ConstantTypes(tree).of(value) != null
                && (tree.kind(ConstantTypes.unwrap(tree, value)) != NodeKind.TUPLE
                        || !tree.options().version().isAtLeast(PythonVersion.PY314))
                && tree.source().line0(tree.start(node))
                == tree.source().line0(tree.start(ConstantTypes.unwrap(tree, value)));
        blocks.leaveByReturn(constant ? ConstantTypes.unwrap(tree, value) : node);
    }

    private void forStatement(int node) {
        boolean asynchronous = tree.slot(node, 0) != 0;
        if (asynchronous && scopes.kind != Scopes.ASYNC_FUNCTION) {
            findings.error("'async for' outside async function", tree.start(node), tree.end(node));
        }
        work.nodes(tree.slot(node, 4));
        work.step(Work.LEAVE_JUMP_TARGET, 0);
        work.step(Work.LOOP_BODY, tree.slot(node, 3));
        store(tree.slot(node, 1));
        work.node(tree.slot(node, 2));
        blocks.enterLoop(node);
    }

    private void loopBody(int body) {
        if (exits.applies) {
            exits.enter(FinallyExits.LOOP);
            work.step(Work.LEAVE_EXITS, 0);
        }
        work.nodes(body);
    }

    private void withStatement(int node) {
        if (tree.slot(node, 0) != 0 && scopes.kind != Scopes.ASYNC_FUNCTION) {
            findings.error("'async with' outside async function", tree.start(node), tree.end(node));
        }
        int items = tree.slot(node, 1);
        work.step(Work.LEAVE_BLOCKS, tree.length(items));
        work.nodes(tree.slot(node, 2));
        for (int i = tree.length(items) - 1; i >= 0; i--) {
            int item = tree.element(items, i);
            work.step(Work.WITH_TARGET, item);
            work.node(tree.slot(item, 0));
        }
    }

    /// Body, `else` and handlers; the `else` of an `except*` comes last.
    private void tryStatement(int node) {
        int handlers = tree.slot(node, 1);
        int orElse = tree.slot(node, 2);
        boolean starred = tree.slot(node, 4) != 0;
        if (tree.slot(node, 3) != 0) {
            work.step(Work.FINAL_BODY, node);
            blocks.enterFinally(node);
        }
        if (handlers == 0) {
            work.nodes(tree.slot(node, 0));
            return;
        }
        if (starred) {
            work.nodes(orElse);
            work.step(Work.HANDLERS, node);
        } else {
            work.step(Work.HANDLERS, node);
            work.nodes(orElse);
        }
        work.step(Work.LEAVE_BLOCKS, 1);
        work.nodes(tree.slot(node, 0));
        blocks.enterOther(node);
    }

    private void handlers(int node) {
        boolean starred = tree.slot(node, 4) != 0;
        if (starred) {
            blocks.enterGroupHandler(node);
        } else {
            blocks.enterOther(node);
        }
        work.step(starred ? Work.LEAVE_JUMP_TARGET : Work.LEAVE_BLOCKS, 1);
        int handlers = tree.slot(node, 1);
        int last = tree.length(handlers) - 1;
        for (int i = last; i >= 0; i--) {
            int handler = tree.element(handlers, i);
            int type = tree.slot(handler, 0);
            work.step(Work.HANDLER, handler);
            work.node(type);
            if (type == 0 && i < last) {
                work.step(Work.DEFAULT_NOT_LAST, handler);
            }
        }
    }

    private void finalBody(int node) {
        int ticket = blocks.leaveFinally();
        work.step(Work.LEAVE_REGION, findings.enterRegion(ticket));
        blocks.enterOther(node);
        work.step(Work.LEAVE_BLOCKS, 1);
        if (exits.applies) {
            exits.enter(FinallyExits.FINALLY);
            work.step(Work.LEAVE_EXITS, 0);
        }
        work.nodes(tree.slot(node, 3));
    }

    private void matchStatement(int node) {
        int cases = tree.slot(node, 1);
        int last = tree.length(cases) - 1;
        for (int i = last; i >= 0; i--) {
            work.step(i == last ? Work.LAST_CASE : Work.CASE, tree.element(cases, i));
        }
        work.node(tree.slot(node, 0));
    }

    private void caseBlock(int node, boolean last) {
        int guard = tree.slot(node, 1);
        patterns.read(tree.slot(node, 0), last || guard != 0);
        work.nodes(tree.slot(node, 2));
        work.node(guard);
    }

    private void importFrom(int node) {
        // Since 3.14 the symbol table refuses them.
        if (future.isLate(node) && !tree.options().version().isAtLeast(PythonVersion.PY314)) {
            findings.error("from __future__ imports must occur at the beginning of the file", tree.start(node),
                    tree.end(node));
        }
        if (names.hasDebug()) {
            names.check(node);
        }
    }
}
