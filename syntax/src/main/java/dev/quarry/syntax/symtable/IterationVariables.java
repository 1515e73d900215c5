package dev.quarry.syntax.symtable;

import java.util.Arrays;

/// The iteration variables of the comprehensions that are being visited, each name with the innermost comprehension that
/// has it. An assignment expression asks for one in all the comprehensions around it, of which there may be many.
final class IterationVariables {
    /// By name, the scope of the innermost comprehension; [ScopeBuffer#NONE] without one.
    private int[] innermost = new int[0];
    /// Names and the scopes that they had before, those of inner comprehensions above.
    private int[] log = new int[64];
    private int logSize;

    void clear() {
        while (logSize > 0) {
            undo();
        }
    }

    void add(int name, int comprehension) {
        if (name >= innermost.length) {
            int old = innermost.length;
            innermost = Arrays.copyOf(innermost, Math.max(name + 1, old * 2));
            Arrays.fill(innermost, old, innermost.length, ScopeBuffer.NONE);
        }
        if (innermost[name] == comprehension) {
            return;
        }
        if (logSize + 2 > log.length) {
            log = Arrays.copyOf(log, log.length * 2);
        }
        log[logSize++] = name;
        log[logSize++] = innermost[name];
        innermost[name] = comprehension;
    }

    /// The innermost open comprehension that iterates with a name, or [ScopeBuffer#NONE].
    int owner(int name) {
        return name < innermost.length ? innermost[name] : ScopeBuffer.NONE;
    }

    /// Forgets the names of the innermost open comprehension.
    void leave(int comprehension) {
        while (logSize > 0 && innermost[log[logSize - 2]] == comprehension) {
            undo();
        }
    }

    private void undo() {
        innermost[log[logSize - 2]] = log[logSize - 1];
        logSize -= 2;
    }
}
