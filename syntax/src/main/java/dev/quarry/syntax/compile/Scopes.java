package dev.quarry.syntax.compile;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// The functions, classes and comprehensions around the node that is being read, and what may not stand in them:
/// `return`, `yield`, `await` and asynchronous comprehensions.
final class Scopes {
    static final int MODULE = 0;
    static final int CLASS = 1;
    static final int FUNCTION = 2;
    static final int ASYNC_FUNCTION = 3;
    static final int LAMBDA = 4;
    /// List, set and dictionary comprehensions.
    static final int COMPREHENSION = 5;
    static final int GENERATOR = 6;
    /// Type parameters and type aliases, in which the symbol table forbids whatever could be wrong here.
    static final int ANNOTATION = 7;

    // A frame: the scope, its node, bits, the ticket of what is decided at the end, and the node it is about.
    private static final int FRAME = 5;
    private static final int NODE = 1;
    private static final int BITS = 2;
    private static final int TICKET = 3;
    private static final int ABOUT = 4;

    /// The function has a `yield`.
    private static final int YIELDS = 1;
    /// The comprehension or function awaits something.
    private static final int AWAITS = 1 << 1;
    /// Up to 3.10: an asynchronous comprehension in this comprehension is right if this one is asynchronous.
    private static final int DOUBTFUL = 1 << 2;

    private final SyntaxTree tree;
    private final Findings findings;
    private final boolean propagates;
    private final IntStack frames = new IntStack(FRAME * 16);
    private int top;
    /// The current scope.
    int kind;

    Scopes(SyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        propagates = tree.options().version().isAtLeast(PythonVersion.PY311);
        enter(MODULE, tree.root());
    }

    void enter(int newKind, int node) {
        top = frames.size();
        kind = newKind;
        frames.push(newKind);
        frames.push(node);
        frames.push(0);
        frames.push(-1);
        frames.push(0);
    }

    /// Leaves a scope in which nothing is left to decide.
    void leave() {
        frames.truncate(top);
        top -= FRAME;
        kind = frames.get(top);
    }

    /// Leaves a function; whether it was a generator.
    boolean leaveFunction() {
        boolean yields = has(YIELDS);
        // What awaits is a coroutine for the symbol table, were it only an error.
        if (yields && frames.get(top + TICKET) >= 0 && (kind == ASYNC_FUNCTION || has(AWAITS))) {
            int statement = frames.get(top + ABOUT);
            findings.error(frames.get(top + TICKET), "'return' with value in async generator", tree.start(statement),
                    tree.end(statement));
        }
        leave();
        return yields;
    }

    void enterComprehension(int newKind, int node) {
        enter(newKind, node);
        frames.set(top + TICKET, findings.ticket());
    }

    void leaveComprehension() {
        int node = frames.get(top + NODE);
        int ticket = frames.get(top + TICKET);
        boolean awaits = has(AWAITS);
        boolean asynchronous = awaits && kind != GENERATOR;
        if (!awaits && has(DOUBTFUL)) {
            outsideAsyncFunction(frames.get(top + ABOUT), ticket);
        }
        leave();
        if (!asynchronous) {
            return;
        }
        boolean nested = kind == COMPREHENSION || kind == GENERATOR;
        if (propagates) {
            set(AWAITS);
            if (!nested && kind != ASYNC_FUNCTION) {
                outsideAsyncFunction(node, ticket);
            }
        } else if (nested) {
            set(DOUBTFUL);
            frames.set(top + ABOUT, node);
        } else if (kind != ASYNC_FUNCTION) {
            outsideAsyncFunction(node, ticket);
        }
    }

    private void outsideAsyncFunction(int comprehension, int ticket) {
        findings.error(ticket, "asynchronous comprehension outside of an asynchronous function",
                tree.start(comprehension), tree.end(comprehension));
    }

    /// `async for` in the current comprehension.
    void asynchronousClause() {
        set(AWAITS);
    }

    void await(int node) {
        switch (kind) {
            case MODULE, CLASS -> error(node, "'await' outside function");
            case FUNCTION, LAMBDA -> error(node, "'await' outside async function");
            default -> { }
        }
        set(AWAITS);
    }

    void yield(int node) {
        if (kind == MODULE || kind == CLASS) {
            error(node, "'yield' outside function");
        }
        set(YIELDS);
    }

    void yieldFrom(int node) {
        switch (kind) {
            case MODULE, CLASS -> error(node, "'yield from' outside function");
            case ASYNC_FUNCTION -> error(node, "'yield from' inside async function");
            default -> { }
        }
        set(YIELDS);
    }

    /// A `yield` in what the code generator doesn't read, which makes the function a generator all the same.
    void yieldUnread() {
        set(YIELDS);
    }

    /// Whether a `return` may stand here.
    boolean allowsReturn(int statement, boolean withValue) {
        if (kind == MODULE || kind == CLASS) {
            error(statement, "'return' outside function");
            return false;
        }
        if (withValue && frames.get(top + TICKET) < 0) {
            frames.set(top + TICKET, findings.ticket());
            frames.set(top + ABOUT, statement);
        }
        return true;
    }

    private void error(int node, String message) {
        findings.error(message, tree.start(node), tree.end(node));
    }

    private boolean has(int bit) {
        return (frames.get(top + BITS) & bit) != 0;
    }

    private void set(int bit) {
        frames.set(top + BITS, frames.get(top + BITS) | bit);
    }
}
