package dev.quarry.syntax.compile;

import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// Warns about statements that leave a `finally` block (PEP 765, since 3.14).
final class FinallyExits {
    private static final int NONE = 0;
    static final int FINALLY = 1;
    static final int FUNCTION = 2;
    static final int LOOP = 3;

    private final SyntaxTree tree;
    private final Findings findings;
    private final IntStack outer = new IntStack(16);
    private int current = NONE;
    /// Whether the version has these warnings; without them nothing needs to be entered.
    final boolean applies;

    FinallyExits(SyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        applies = tree.options().version().isAtLeast(PythonVersion.PY314);
    }

    void enter(int context) {
        outer.push(current);
        current = context;
    }

    void leave() {
        current = outer.pop();
    }

    void exit(int statement, String keyword) {
        if (current == FINALLY) {
            findings.warning("SyntaxWarning", Stage.COMPILE, "'" + keyword + "' in a 'finally' block",
                    tree.start(statement), tree.end(statement));
        }
    }
}
