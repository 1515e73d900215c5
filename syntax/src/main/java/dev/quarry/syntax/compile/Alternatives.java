package dev.quarry.syntax.compile;

import dev.quarry.syntax.IntStack;

/// The names that patterns bind, kept apart for each alternative of a `|` pattern.
///
/// A context is a set of names: that of the whole pattern, or of one alternative. A name is marked with the innermost
/// context that has it, and the mark before is kept to be restored, so that each look-up takes constant time.
final class Alternatives {
    // A frame: the `|` pattern, bits, the alternatives begun, context outside, height of the names outside, names
    // that the first alternative binds.
    private static final int FRAME = 6;
    private static final int MAY_MATCH_ALL = 1;
    private static final int BEGUN = 2;
    private static final int OUTER = 3;
    private static final int BASE = 4;
    private static final int CONTROL = 5;

    private final int nameCount;
    /// Context per name; made when first needed.
    private int[] marks;
    /// Names bound, each under the mark that it had before; those of a first alternative stay below the others'.
    private final IntStack bound = new IntStack(64);
    private final IntStack frames = new IntStack(FRAME * 4);
    private int lastContext;
    private int context;

    Alternatives(int nameCount) {
        this.nameCount = nameCount;
    }

    /// Starts with the pattern of another `case`.
    void begin() {
        bound.truncate(0);
        frames.truncate(0);
        context = newContext();
    }

    int newContext() {
        if (marks == null) {
            marks = new int[nameCount];
        }
        return ++lastContext;
    }

    /// Binds a name in the current context; false when it is bound already.
    boolean bind(int name) {
        return see(name, context);
    }

    /// Adds a name to a context; false when it is there already.
    boolean see(int name, int toContext) {
        if (marks[name] == toContext) {
            return false;
        }
        bound.push(marks[name]);
        bound.push(name);
        marks[name] = toContext;
        return true;
    }

    /// Drops a context that was added to last.
    void forget(int dropped) {
        while (bound.size() > 0 && marks[bound.get(bound.size() - 1)] == dropped) {
            int name = bound.pop();
            marks[name] = bound.pop();
        }
    }

    /// Opens a frame for a `|` pattern.
    int open(int node, boolean mayMatchAll) {
        int frame = frames.size();
        frames.push(node);
        frames.push(mayMatchAll ? 1 : 0);
        frames.push(0);
        frames.push(context);
        frames.push(bound.size());
        frames.push(0);
        return frame;
    }

    int node(int frame) {
        return frames.get(frame);
    }

    boolean mayMatchAll(int frame) {
        return frames.get(frame + MAY_MATCH_ALL) != 0;
    }

    /// How many alternatives have begun.
    int count(int frame) {
        return frames.get(frame + BEGUN);
    }

    /// Begins the next alternative and returns its index.
    int next(int frame) {
        int index = count(frame);
        frames.set(frame + BEGUN, index + 1);
        context = newContext();
        return index;
    }

    /// Ends an alternative; false when it binds other names than the first one.
    boolean endAlternative(int frame) {
        int base = frames.get(frame + BASE);
        if (count(frame) == 1) {
            int length = (bound.size() - base) / 2;
            frames.set(frame + CONTROL, length);
            // The names stay as a plain list; their marks go.
            for (int i = length - 1; i >= 0; i--) {
                marks[bound.get(base + 2 * i + 1)] = bound.get(base + 2 * i);
            }
            for (int i = 0; i < length; i++) {
                bound.set(base + i, bound.get(base + 2 * i + 1));
            }
            bound.truncate(base + length);
            return true;
        }
        int control = frames.get(frame + CONTROL);
        boolean same = (bound.size() - base - control) / 2 == control;
        for (int i = 0; i < control && same; i++) {
            same = marks[bound.get(base + i)] == context;
        }
        while (bound.size() > base + control) {
            int name = bound.pop();
            marks[name] = bound.pop();
        }
        return same;
    }

    /// Closes a frame and binds its names outside; returns a name that is bound there already, -1 when none is.
    int close(int frame) {
        context = frames.get(frame + OUTER);
        int base = frames.get(frame + BASE);
        int control = frames.get(frame + CONTROL);
        int[] names = new int[control];
        for (int i = 0; i < control; i++) {
            names[i] = bound.get(base + i);
        }
        bound.truncate(base);
        frames.truncate(frame);
        for (int name : names) {
            if (!bind(name)) {
                return name;
            }
        }
        return -1;
    }
}
