package dev.quarry.syntax.compile;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// The loops, `with` and `try` blocks around a statement, within its function: what `break`, `continue` and `return`
/// leave, and CPython's limit on how many may lie in each other.
final class Blocks {
    // What a jump out of the innermost block meets first. Bits of a block's state.
    /// `break` and `continue` find a loop.
    private static final int LOOP = 1;
    /// `break` and `continue` find an `except*` handler before any loop.
    private static final int GROUP = 1 << 1;
    /// The code generator has lost the statement's place on the way to that handler.
    private static final int LOST = 1 << 2;
    /// `return` finds an `except*` handler.
    private static final int RETURN_GROUP = 1 << 3;
    private static final int RETURN_LOST = 1 << 4;

    private final SyntaxTree tree;
    private final Findings findings;
    private final int most;
    private final boolean countsGenerators;
    // Entries of [#jumps].
    private static final int NOT_LEFT = -1;
    private static final int LOOP_ENTRY = -2;
    private static final int GROUP_ENTRY = -3;

    /// States of the blocks around the current one, under the depth and the doubtful excess of outer functions.
    private final IntStack states = new IntStack(64);
    /// Loops, `except*` handlers and `try` blocks with `finally` around the statement; the last kind as the ticket of
    /// the first jump that leaves it.
    private final IntStack jumps = new IntStack(16);
    private int jumpBase;
    private int state;
    private int depth;
    /// Ticket of the block that is one too many if the function is a generator, -1 when there is none.
    private int excess = -1;
    private int excessNode;

    Blocks(SyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        PythonVersion version = tree.options().version();
        most = version.isAtLeast(PythonVersion.PY314) ? 40 : version == PythonVersion.PY313 ? 21 : 20;
        countsGenerators = version.isAtLeast(PythonVersion.PY313);
    }

    /// Enters a function, class or module.
    ///
    /// @param coroutine whether CPython wraps its body in a block of its own, as it does since 3.13
    void enterScope(boolean coroutine) {
        states.push(state);
        states.push(depth);
        states.push(excess);
        states.push(excessNode);
        states.push(jumpBase);
        jumpBase = jumps.size();
        state = 0;
        depth = coroutine && countsGenerators ? 1 : 0;
        excess = -1;
    }

    void leaveScope(boolean generator) {
        if (generator && countsGenerators && excess >= 0) {
            tooMany(excess, excessNode);
        }
        jumpBase = states.pop();
        excessNode = states.pop();
        excess = states.pop();
        depth = states.pop();
        state = states.pop();
    }

    void enterLoop(int statement) {
        jumps.push(LOOP_ENTRY);
        enter(statement, state & (RETURN_GROUP | RETURN_LOST) | LOOP);
    }

    /// A `try` with `finally`, until [#leaveFinally].
    void enterFinally(int statement) {
        jumps.push(NOT_LEFT);
        enterGuarded(statement);
    }

    /// Leaves the `try` and returns the ticket of the first jump that leaves it, -1 when none does.
    int leaveFinally() {
        leave();
        return jumps.pop();
    }

    /// A `with` item: code that runs when a jump leaves it.
    void enterGuarded(int node) {
        enter(node, state | (state & GROUP) / GROUP * LOST | (state & RETURN_GROUP) / RETURN_GROUP * RETURN_LOST);
    }

    void enterGroupHandler(int statement) {
        jumps.push(GROUP_ENTRY);
        enter(statement, GROUP | RETURN_GROUP);
    }

    void enterOther(int node) {
        enter(node, state);
    }

    private void enter(int node, int newState) {
        states.push(state);
        state = newState;
        if (depth == most) {
            tooMany(findings.ticket(), node);
        } else if (depth == most - 1 && excess < 0) {
            excess = findings.ticket();
            excessNode = node;
        }
        depth++;
    }

    private void tooMany(int ticket, int node) {
        findings.error(ticket, "too many statically nested blocks", tree.start(node), tree.end(node));
    }

    void leave() {
        state = states.pop();
        depth--;
    }

    /// Leaves a loop or the handlers of an `except*`.
    void leaveJumpTarget() {
        jumps.pop();
        leave();
    }

    /// Whether a `return` has anything to leave that matters.
    boolean returnLeavesSomething() {
        return jumps.size() > jumpBase;
    }

    /// A `return`, behind its value; `node` is what CPython points at.
    void leaveByReturn(int node) {
        leaveFinallies(false);
        if ((state & RETURN_GROUP) != 0) {
            inGroup(node, (state & RETURN_LOST) != 0);
        }
    }

    /// Notes the jump for the `finally` bodies on its way, which CPython compiles there. A file has at most a hundred
    /// levels of indentation, so the way is short.
    private void leaveFinallies(boolean toLoop) {
        int ticket = -1;
        for (int i = jumps.size() - 1; i >= jumpBase; i--) {
            int entry = jumps.get(i);
            if (entry == GROUP_ENTRY || toLoop && entry == LOOP_ENTRY) {
                return;
            }
            if (entry == NOT_LEFT) {
                ticket = ticket < 0 ? findings.ticket() : ticket;
                jumps.set(i, ticket);
            }
        }
    }

    void breakLoop(int statement) {
        jump(statement, "'break' outside loop");
    }

    void continueLoop(int statement) {
        jump(statement, "'continue' not properly in loop");
    }

    private void jump(int statement, String message) {
        leaveFinallies(true);
        if ((state & GROUP) != 0) {
            inGroup(statement, (state & LOST) != 0);
        } else if ((state & LOOP) == 0) {
            findings.error(message, tree.start(statement), tree.end(statement));
        }
    }

    private void inGroup(int node, boolean lost) {
        findings.error("'break', 'continue' and 'return' cannot appear in an except* block",
                lost ? -1 : tree.start(node), lost ? -1 : tree.end(node));
    }
}
