package dev.quarry.syntax.symtable;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.util.Arrays;

/// The second pass: decides from the outside in where each name lives.
///
/// CPython copies sets of names from scope to scope. Here one array holds what a name is at the moment, and a log undoes
/// what a scope changed when it is left. The free names that scopes hand to their parents lie on one stack, each scope's
/// above its parent's.
final class SymbolAnalyzer {
    // What a name is, seen from the scope that is being decided.
    /// Bound by a function around.
    private static final int BOUND = 1;
    /// Declared global around, and bound by no function since.
    private static final int GLOBAL = 2;
    private static final int TYPE_PARAMETER = 4;

    private final ScopeBuffer scopes;
    private final NameMangler names;
    private final SymbolErrors errors;

    private PythonVersion version;
    private byte[] visible = new byte[512];
    /// Marks of names: equal to a serial number that only one purpose has.
    private int[] marks = new int[512];
    private int serial;

    /// Names and what they were.
    private int[] undo = new int[256];
    private int undoSize;
    private int[] free = new int[256];
    private int freeSize;
    /// Names that are free in scopes within open comprehensions, comprehensions that were inlined apart; those of inner
    /// comprehensions above.
    private int[] within = new int[64];
    private int withinSize;

    // One frame for each scope that is open.
    private int[] frameScope = new int[64];
    private int[] frameNextChild = new int[64];
    private int[] frameUndo = new int[64];
    /// Where the scope's own free names begin.
    private int[] frameFree = new int[64];
    /// Where those of the scopes within begin.
    private int[] frameInnerFree = new int[64];
    /// Where the names begin that are free within the scope.
    private int[] frameWithin = new int[64];
    private int[] frameClass = new int[64];
    private int depth;

    SymbolAnalyzer(ScopeBuffer scopes, NameMangler names, SymbolErrors errors) {
        this.scopes = scopes;
        this.names = names;
        this.errors = errors;
    }

    void analyze(SyntaxTree tree) {
        version = tree.options().version();
        int nameCount = names.size();
        if (visible.length < nameCount) {
            visible = new byte[nameCount * 2];
            marks = new int[nameCount * 2];
            serial = 0;
        }
        // All changes of `visible` are undone; marks of earlier files have smaller numbers.
        undoSize = 0;
        freeSize = 0;
        withinSize = 0;
        depth = 0;
        enter(0, ScopeBuffer.NONE);
        while (depth > 0) {
            int frame = depth - 1;
            int child = frameNextChild[frame];
            if (child == ScopeBuffer.NONE) {
                leave();
            } else {
                frameNextChild[frame] = scopes.nextSibling[child];
                enter(child, classSeenBy(child, frame));
            }
        }
        if (serial > Integer.MAX_VALUE / 2) {
            Arrays.fill(marks, 0);
            serial = 0;
        }
    }

    /// The class whose names the annotation scope `child` prefers to those of functions around.
    private int classSeenBy(int child, int frame) {
        if (!scopes.has(child, ScopeFlags.CAN_SEE_CLASS_SCOPE)) {
            return ScopeBuffer.NONE;
        }
        int parent = frameScope[frame];
        return scopes.type(parent) == ScopeType.CLASS ? parent : frameClass[frame];
    }

    private void enter(int scope, int seenClass) {
        if (depth == frameScope.length) {
            growFrames();
        }
        int frame = depth++;
        frameScope[frame] = scope;
        frameNextChild[frame] = scopes.firstChild[scope];
        frameUndo[frame] = undoSize;
        frameFree[frame] = freeSize;
        frameWithin[frame] = withinSize;
        frameClass[frame] = seenClass;
        ScopeType type = scopes.type(scope);
        for (int symbol = scopes.firstSymbol[scope]; symbol != ScopeBuffer.NONE; symbol = scopes.nextSymbol[symbol]) {
            decide(scope, type, symbol, seenClass);
        }
        if (type == ScopeType.CLASS) {
            bindImplicit(ImplicitName.CLASS);
            if (version.isAtLeast(PythonVersion.PY312)) {
                bindImplicit(ImplicitName.CLASSDICT);
            }
            if (version.isAtLeast(PythonVersion.PY314)) {
                bindImplicit(ImplicitName.CONDITIONAL_ANNOTATIONS);
            }
        }
        frameInnerFree[frame] = freeSize;
    }

    private void bindImplicit(ImplicitName name) {
        int id = names.id(name);
        see(id, visible[id] | BOUND);
    }

    /// Decides on one symbol, and what the scopes within see under its name.
    private void decide(int scope, ScopeType type, int symbol, int seenClass) {
        int name = scopes.symbolName[symbol];
        int flags = scopes.symbolFlags[symbol];
        int seen = visible[name];
        boolean isClass = type == ScopeType.CLASS;
        if ((flags & SymbolFlags.DEF_GLOBAL) != 0) {
            if ((flags & SymbolFlags.DEF_NONLOCAL) != 0) {
                errors.nonlocalAndGlobal(scope, name);
            }
            scopes.setScope(symbol, SymbolScope.GLOBAL_EXPLICIT);
            if (!isClass) {
                see(name, seen & ~BOUND | GLOBAL);
            }
            return;
        }
        if ((flags & SymbolFlags.DEF_NONLOCAL) != 0) {
            nonlocal(scope, type, symbol, seen);
            return;
        }
        if ((flags & SymbolFlags.DEF_BOUND) != 0) {
            scopes.setScope(symbol, SymbolScope.LOCAL);
            int now = (flags & SymbolFlags.DEF_TYPE_PARAM) != 0 ? seen | TYPE_PARAMETER : seen & ~TYPE_PARAMETER;
            if (type.isFunctionLike()) {
                now = now & ~GLOBAL | BOUND;
            } else if (!isClass) {
                now &= ~GLOBAL;
            }
            see(name, now);
            return;
        }
        if (seenClass != ScopeBuffer.NONE) {
            int known = scopes.find(seenClass, name);
            int classFlags = known == ScopeBuffer.NONE ? 0 : scopes.symbolFlags[known];
            if ((classFlags & SymbolFlags.DEF_GLOBAL) != 0) {
                scopes.setScope(symbol, SymbolScope.GLOBAL_EXPLICIT);
                return;
            }
            if ((classFlags & SymbolFlags.DEF_BOUND) != 0 && (classFlags & SymbolFlags.DEF_NONLOCAL) == 0) {
                scopes.setScope(symbol, SymbolScope.GLOBAL_IMPLICIT);
                return;
            }
        }
        if ((seen & BOUND) != 0) {
            makeFree(scope, symbol);
            return;
        }
        scopes.setScope(symbol, SymbolScope.GLOBAL_IMPLICIT);
        if ((seen & GLOBAL) == 0 && scopes.has(scope, ScopeFlags.NESTED)) {
            scopes.flags[scope] |= ScopeFlags.FREE;
        }
    }

    private void nonlocal(int scope, ScopeType type, int symbol, int seen) {
        int name = scopes.symbolName[symbol];
        if (type == ScopeType.MODULE) {
            errors.nonlocalInModule(scope, name);
        } else if ((seen & BOUND) == 0) {
            errors.noBinding(scope, name);
        } else if ((seen & TYPE_PARAMETER) != 0) {
            errors.nonlocalTypeParameter(scope, name);
        }
        makeFree(scope, symbol);
    }

    private void makeFree(int scope, int symbol) {
        scopes.setScope(symbol, SymbolScope.FREE);
        scopes.flags[scope] |= ScopeFlags.FREE;
        pushFree(scopes.symbolName[symbol]);
    }

    private void see(int name, int now) {
        if (visible[name] == now) {
            return;
        }
        if (undoSize + 2 > undo.length) {
            undo = Arrays.copyOf(undo, undo.length * 2);
        }
        undo[undoSize++] = name;
        undo[undoSize++] = visible[name];
        visible[name] = (byte) now;
    }

    /// Completes the innermost open scope, all scopes within being complete, and hands its free names to its parent.
    private void leave() {
        int frame = depth - 1;
        int scope = frameScope[frame];
        ScopeType type = scopes.type(scope);
        int from = frameInnerFree[frame];
        int mark = ++serial;
        for (int i = from; i < freeSize; i++) {
            marks[free[i]] = mark;
        }
        if (type.isFunctionLike()) {
            makeCells(scope, mark);
        } else if (type == ScopeType.CLASS) {
            dropImplicit(scope, ImplicitName.CLASS, ScopeFlags.NEEDS_CLASS_CLOSURE, mark);
            dropImplicit(scope, ImplicitName.CLASSDICT, ScopeFlags.NEEDS_CLASSDICT, mark);
            dropImplicit(scope, ImplicitName.CONDITIONAL_ANNOTATIONS, ScopeFlags.HAS_CONDITIONAL_ANNOTATIONS, mark);
        }
        markInlinedCells(scope);
        boolean ofClass = type == ScopeType.CLASS || scopes.has(scope, ScopeFlags.CAN_SEE_CLASS_SCOPE);
        int kept = from;
        for (int i = from; i < freeSize; i++) {
            int name = free[i];
            if (marks[name] != mark) {
                continue;
            }
            // Each name once.
            marks[name] = 0;
            free[kept++] = name;
            int symbol = scopes.find(scope, name);
            if (symbol != ScopeBuffer.NONE) {
                // Before 3.12 only where the class binds the name or declares it global.
                if (ofClass && (version.isAtLeast(PythonVersion.PY312) || (scopes.symbolFlags[symbol]
                        & (SymbolFlags.DEF_BOUND | SymbolFlags.DEF_GLOBAL)) != 0)) {
                    scopes.symbolFlags[symbol] |= SymbolFlags.DEF_FREE_CLASS;
                }
            } else if (type == ScopeType.MODULE || (visible[name] & BOUND) != 0) {
                scopes.addSymbol(scope, name, SymbolScope.FREE.ordinal() << SymbolFlags.SCOPE_SHIFT);
            }
        }
        freeSize = kept;
        for (int i = undoSize - 2; i >= frameUndo[frame]; i -= 2) {
            visible[undo[i]] = (byte) undo[i + 1];
        }
        undoSize = frameUndo[frame];
        depth--;
        if (depth > 0) {
            mergeInto(frameScope[frame - 1], frame);
        }
    }

    private void makeCells(int scope, int mark) {
        for (int symbol = scopes.firstSymbol[scope]; symbol != ScopeBuffer.NONE; symbol = scopes.nextSymbol[symbol]) {
            int name = scopes.symbolName[symbol];
            if (scopes.scopeOf(symbol) == SymbolScope.LOCAL.ordinal()
                    && (marks[name] == mark || (scopes.symbolFlags[symbol] & SymbolFlags.INLINED_CELL) != 0)) {
                scopes.setScope(symbol, SymbolScope.CELL);
                marks[name] = 0;
            }
        }
    }

    private void dropImplicit(int scope, ImplicitName name, int flag, int mark) {
        int id = names.id(name);
        if (marks[id] == mark) {
            marks[id] = 0;
            scopes.flags[scope] |= flag;
        }
    }

    private void markInlinedCells(int scope) {
        if (!version.isAtLeast(PythonVersion.PY312)) {
            return;
        }
        for (int symbol = scopes.firstSymbol[scope]; symbol != ScopeBuffer.NONE; symbol = scopes.nextSymbol[symbol]) {
            if ((scopes.symbolFlags[symbol] & SymbolFlags.INLINED_CELL) != 0) {
                scopes.symbolFlags[symbol] |= SymbolFlags.DEF_COMP_CELL;
            }
        }
    }

    /// What a complete scope does to its parent. Its free names lie on top of the stack, from its frame's mark on.
    private void mergeInto(int parent, int frame) {
        int scope = frameScope[frame];
        boolean inlined = isInlinable(scope) && !(version.isAtLeast(PythonVersion.PY313)
                && scopes.has(parent, ScopeFlags.CAN_SEE_CLASS_SCOPE));
        if (inlined) {
            inline(parent, frame);
            scopes.flags[scope] |= ScopeFlags.COMP_INLINED;
        }
        boolean countsForParent = isInlinable(parent);
        if (!inlined || !countsForParent) {
            withinSize = frameWithin[frame];
        }
        if (!inlined && countsForParent) {
            pushWithin(frameFree[frame]);
        }
        if (scopes.has(scope, ScopeFlags.FREE | ScopeFlags.CHILD_FREE)) {
            scopes.flags[parent] |= ScopeFlags.CHILD_FREE;
        }
    }

    private boolean isInlinable(int scope) {
        return version.isAtLeast(PythonVersion.PY312) && scopes.has(scope, ScopeFlags.COMPREHENSION)
                && !scopes.has(scope, ScopeFlags.GENERATOR);
    }

    private void pushWithin(int from) {
        int count = freeSize - from;
        if (withinSize + count > within.length) {
            within = Arrays.copyOf(within, Math.max(withinSize + count, within.length * 2));
        }
        System.arraycopy(free, from, within, withinSize, count);
        withinSize += count;
    }

    /// Merges a comprehension's symbols into its parent's (PEP 709).
    private void inline(int parent, int frame) {
        int comprehension = frameScope[frame];
        int from = frameFree[frame];
        boolean parentIsClass = scopes.type(parent) == ScopeType.CLASS;
        int freeWithin = 0;
        int discarded = ++serial;
        boolean discards = false;
        for (int symbol = scopes.firstSymbol[comprehension]; symbol != ScopeBuffer.NONE;
                symbol = scopes.nextSymbol[symbol]) {
            int flags = scopes.symbolFlags[symbol];
            if ((flags & SymbolFlags.DEF_PARAM) != 0) {
                continue;
            }
            int name = scopes.symbolName[symbol];
            int scope = scopes.scopeOf(symbol);
            int cell = scope == SymbolScope.CELL.ordinal() || (flags & SymbolFlags.DEF_COMP_CELL) != 0
                    ? SymbolFlags.INLINED_CELL : 0;
            if (parentIsClass && scope == SymbolScope.FREE.ordinal() && name == names.id(ImplicitName.CLASS)
                    && version.isAtLeast(PythonVersion.PY313)) {
                // __class__ is never free in a class.
                scope = SymbolScope.GLOBAL_IMPLICIT.ordinal();
                marks[name] = discarded;
                discards = true;
            }
            int existing = scopes.find(parent, name);
            if (existing == ScopeBuffer.NONE) {
                scopes.addSymbol(parent, name, flags & SymbolFlags.MASK | scope << SymbolFlags.SCOPE_SHIFT
                        | SymbolFlags.INLINED | cell);
                continue;
            }
            scopes.symbolFlags[existing] |= cell;
            if (!parentIsClass && (scopes.symbolFlags[existing] & SymbolFlags.DEF_BOUND) != 0) {
                if (freeWithin == 0) {
                    freeWithin = markFreeWithin(frameWithin[frame]);
                }
                // The parent's local needs no cell for the comprehension's sake alone.
                if (marks[name] != freeWithin) {
                    marks[name] = discarded;
                    discards = true;
                }
            }
        }
        if (discards) {
            int kept = from;
            for (int i = from; i < freeSize; i++) {
                if (marks[free[i]] != discarded) {
                    free[kept++] = free[i];
                }
            }
            freeSize = kept;
        }
    }

    /// Marks the names that are free within a comprehension, and keeps each of them once; returns the mark.
    private int markFreeWithin(int from) {
        int mark = ++serial;
        int kept = from;
        for (int i = from; i < withinSize; i++) {
            int name = within[i];
            if (marks[name] != mark) {
                marks[name] = mark;
                within[kept++] = name;
            }
        }
        withinSize = kept;
        return mark;
    }

    private void pushFree(int name) {
        if (freeSize == free.length) {
            free = Arrays.copyOf(free, freeSize * 2);
        }
        free[freeSize++] = name;
    }

    private void growFrames() {
        int capacity = depth * 2;
        frameScope = Arrays.copyOf(frameScope, capacity);
        frameNextChild = Arrays.copyOf(frameNextChild, capacity);
        frameUndo = Arrays.copyOf(frameUndo, capacity);
        frameFree = Arrays.copyOf(frameFree, capacity);
        frameInnerFree = Arrays.copyOf(frameInnerFree, capacity);
        frameWithin = Arrays.copyOf(frameWithin, capacity);
        frameClass = Arrays.copyOf(frameClass, capacity);
    }
}
