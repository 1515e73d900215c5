package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import java.util.Arrays;

/// The first pass: visits the tree in CPython's order and records what each scope does with a name.
///
/// This class has the state that the collectors of statements, definitions, expressions and patterns share, and the
/// loop over the work ahead. A work item is an operation and a node (or another number) in one `long`, so that the
/// depth of a tree costs heap and never the machine stack. Items come out in the reverse order.
final class SymbolCollector {
    // Operations on expressions, which are at the same time their contexts.
    static final int LOAD = 0;
    static final int STORE = 1;
    static final int DELETE = 2;
    static final int STATEMENT = 3;
    static final int PATTERN = 4;
    static final int TYPE_PARAMETER = 5;

    // The rest of a construct, after the parts that belong to the scope around or to a scope before.
    static final int TYPE_PARAMETER_SCOPE = 6;
    static final int ANNOTATIONS = 7;
    static final int RETURN_ANNOTATION = 8;
    static final int FUNCTION_BODY = 9;
    static final int CLASS_BODY = 10;
    static final int ALIAS_VALUE = 11;
    static final int LAMBDA_BODY = 12;
    static final int TYPE_VARIABLE_DEFAULT = 13;
    static final int VARIABLE_ANNOTATION = 14;
    static final int COMPREHENSION_BODY = 15;
    static final int COMPREHENSION_END = 16;
    static final int CLAUSE = 17;
    static final int CLAUSE_ITERABLE = 18;
    static final int CLAUSE_CONDITIONS = 19;
    static final int TARGET_END = 20;
    static final int YIELD_END = 21;
    static final int AWAIT_END = 22;
    static final int RETURN_END = 23;
    static final int HANDLER_NAME = 24;
    static final int PATTERN_NAME = 25;
    static final int KEYWORD_CHECK = 26;
    static final int PATTERN_KEYWORD_CHECK = 27;

    // Changes of state; the number is the value.
    static final int EXIT_SCOPE = 28;
    static final int SET_PRIVATE_NAME = 29;
    static final int SET_FLAGS = 30;
    static final int END_UNEVALUATED = 31;
    static final int SET_STRINGS = 32;
    static final int SET_LINE_SHIFT = 33;

    final ScopeBuffer scopes;
    final NameMangler names;
    final SymbolErrors errors;

    final IterationVariables iterationVariables = new IterationVariables();

    private final StatementCollector statements = new StatementCollector(this);
    private final DefinitionCollector definitions = new DefinitionCollector(this);
    private final ExpressionCollector expressions = new ExpressionCollector(this);
    private final ComprehensionCollector comprehensions = new ComprehensionCollector(this);
    private final PatternCollector patterns = new PatternCollector(this);

    /// Names that may be mangled within a generic class's type-parameter scope, by that scope.
    private final PairTable mangledNames = new PairTable();

    private long[] work = new long[256];
    private int workSize;

    SyntaxTree tree;
    TokenBuffer tokens;
    PythonVersion version;
    FutureStatements future;
    /// Before 3.10 annotations are visited all the same.
    boolean annotationsAreTexts;
    int current;
    /// The name of the class around, or [NameMangler#NONE].
    int privateName;
    /// For [FieldLines]: the atom around, and what to add to the lines of scopes.
    int strings;
    int lineShift;

    SymbolCollector(ScopeBuffer scopes, NameMangler names, SymbolErrors errors) {
        this.scopes = scopes;
        this.names = names;
        this.errors = errors;
    }

    void collect(SyntaxTree next) {
        tree = next;
        tokens = next.tokens();
        version = next.options().version();
        future = FutureStatements.of(next);
        annotationsAreTexts = future.annotations() && isAtLeast(PythonVersion.PY310);
        mangledNames.clear();
        iterationVariables.clear();
        workSize = 0;
        current = ScopeBuffer.NONE;
        privateName = NameMangler.NONE;
        strings = 0;
        lineShift = 0;
        int root = next.root();
        enter(ScopeType.MODULE, names.id(ImplicitName.TOP), root, 0);
        switch (next.kind(root)) {
            case MODULE, INTERACTIVE -> pushAll(STATEMENT, next.slot(root, 0));
            case EXPRESSION -> push(LOAD, next.slot(root, 0));
            // CPython's compiler doesn't take function types.
            default -> { }
        }
        run();
    }

    private void run() {
        while (workSize > 0) {
            long item = work[--workSize];
            int node = (int) item;
            int operation = (int) (item >>> 32);
            switch (operation) {
                case LOAD, STORE, DELETE -> expressions.visit(node, operation);
                case STATEMENT -> statements.visit(node);
                case PATTERN -> patterns.visit(node);
                case TYPE_PARAMETER -> definitions.typeParameter(node);
                case TYPE_PARAMETER_SCOPE -> definitions.enterTypeParameters(node);
                case ANNOTATIONS -> definitions.annotations(node);
                case RETURN_ANNOTATION -> definitions.returnAnnotation(node);
                case FUNCTION_BODY -> definitions.functionBody(node);
                case CLASS_BODY -> definitions.classBody(node);
                case ALIAS_VALUE -> definitions.aliasValue(node);
                case LAMBDA_BODY -> definitions.lambdaBody(node);
                case TYPE_VARIABLE_DEFAULT -> definitions.typeParameterDefault(node);
                case VARIABLE_ANNOTATION -> definitions.variableAnnotation(node);
                case COMPREHENSION_BODY -> comprehensions.body(node);
                case COMPREHENSION_END -> comprehensions.end(node);
                case CLAUSE -> comprehensions.clause(node);
                case CLAUSE_ITERABLE -> comprehensions.clauseIterable(node);
                case CLAUSE_CONDITIONS -> comprehensions.clauseConditions(node);
                case TARGET_END -> clear(ScopeFlags.ITERATION_TARGET);
                case YIELD_END -> expressions.yieldEnd(node);
                case AWAIT_END -> set(ScopeFlags.COROUTINE);
                case RETURN_END -> set(ScopeFlags.RETURNS_VALUE);
                case HANDLER_NAME -> statements.handlerName(node);
                case PATTERN_NAME -> patterns.name(node);
                case KEYWORD_CHECK -> expressions.checkKeywords(node);
                case PATTERN_KEYWORD_CHECK -> patterns.checkKeywords(node);
                case EXIT_SCOPE -> exit();
                case SET_PRIVATE_NAME -> privateName = node;
                case SET_FLAGS -> scopes.flags[current] = scopes.flags[current]
                        & ~(ScopeFlags.IN_CONDITIONAL_BLOCK | ScopeFlags.IN_TRY_BLOCK) | node;
                case SET_STRINGS -> strings = node;
                case SET_LINE_SHIFT -> lineShift = node;
                case END_UNEVALUATED -> clear(ScopeFlags.IN_UNEVALUATED_ANNOTATION);
                default -> throw new IllegalStateException("unknown operation: " + operation);
            }
        }
    }

    boolean isAtLeast(PythonVersion release) {
        return version.isAtLeast(release);
    }

    /// Has a node visited; nothing when it is 0.
    void push(int operation, int node) {
        if (node != 0) {
            pushNumber(operation, node);
        }
    }

    void pushNumber(int operation, int number) {
        if (workSize == work.length) {
            work = Arrays.copyOf(work, workSize * 2);
        }
        work[workSize++] = (long) operation << 32 | number & 0xFFFFFFFFL;
    }

    void pushAll(int operation, int list) {
        pushFrom(operation, list, 0);
    }

    /// Has the elements of a list visited, from an index on.
    void pushFrom(int operation, int list, int from) {
        for (int i = tree.length(list) - 1; i >= from; i--) {
            push(operation, tree.element(list, i));
        }
    }

    /// Has the arguments of a call or a class visited: all others, then `check`, then the keywords.
    void pushArguments(int list) {
        int length = tree.length(list);
        int keywords = 0;
        for (int i = length - 1; i >= 0; i--) {
            int argument = tree.element(list, i);
            if (tree.kind(argument) == NodeKind.KEYWORD_ARGUMENT) {
                push(LOAD, tree.slot(argument, 1));
                keywords++;
            }
        }
        if (keywords > 0 && isAtLeast(PythonVersion.PY314)) {
            push(KEYWORD_CHECK, list);
        }
        for (int i = length - 1; i >= 0; i--) {
            int argument = tree.element(list, i);
            if (tree.kind(argument) != NodeKind.KEYWORD_ARGUMENT) {
                push(LOAD, argument);
            }
        }
    }

    /// Opens a scope within the current one and makes it the current one.
    void enter(ScopeType type, int name, int node, int position) {
        int parent = current;
        int scope = scopes.addScope(type, name, node, position, parent);
        scopes.lineShifts[scope] = lineShift;
        current = scope;
        if (parent == ScopeBuffer.NONE) {
            return;
        }
        if (scopes.has(parent, ScopeFlags.NESTED) || scopes.type(parent).isFunctionLike()) {
            set(ScopeFlags.NESTED);
        }
        resume(scope, parent);
        if (type == ScopeType.ANNOTATION && annotationsAreTexts) {
            set(ScopeFlags.DETACHED);
        } else {
            scopes.appendChild(parent, scope);
        }
        if (isAtLeast(PythonVersion.PY314) && (type == ScopeType.ANNOTATION || type == ScopeType.TYPE_VARIABLE
                || type == ScopeType.TYPE_ALIAS)) {
            define(names.id(ImplicitName.FORMAT), SymbolFlags.DEF_PARAM, position);
            define(names.id(ImplicitName.FORMAT), SymbolFlags.USE, position);
        }
    }

    /// Hands down what a scope inherits each time it is entered.
    private void resume(int scope, int parent) {
        // bpo-37757: no assignment expression at all within a comprehension's iterable, not even in a lambda there.
        scopes.iterableDepth[scope] = scopes.iterableDepth[parent];
        if (scopes.type(scope) != ScopeType.CLASS) {
            scopes.mangledNames[scope] = scopes.mangledNames[parent];
        }
    }

    /// Makes a scope of the current one the current one again.
    void reenter(int scope) {
        resume(scope, current);
        current = scope;
    }

    void exit() {
        current = scopes.parents[current];
    }

    void set(int flag) {
        scopes.flags[current] |= flag;
    }

    void clear(int flag) {
        scopes.flags[current] &= ~flag;
    }

    boolean has(int flag) {
        return scopes.has(current, flag);
    }

    ScopeType currentType() {
        return scopes.type(current);
    }

    /// The number of a NAME token's identifier; -1 for another token, which the tree of a broken file may have there.
    int name(int token) {
        return tokens.kind(token) == TokenKind.NAME ? tokens.payload(token) : ScopeBuffer.NONE;
    }

    /// A name as the current scope has it. Around a generic class's type parameters only they are mangled.
    int mangled(int name) {
        if (privateName == NameMangler.NONE || !names.isPrivate(name)) {
            return name;
        }
        int owner = scopes.mangledNames[current];
        if (owner != ScopeBuffer.NONE && mangledNames.get(owner, name) == PairTable.ABSENT) {
            return name;
        }
        return names.mangle(name, privateName);
    }

    /// Lets only type parameters be mangled in the current scope and those within, classes apart.
    void mangleTypeParametersOnly() {
        scopes.mangledNames[current] = current;
    }

    /// The flags of a name in a scope, 0 when the scope doesn't have it.
    int flags(int scope, int mangledName) {
        int symbol = scopes.find(scope, mangledName);
        return symbol == ScopeBuffer.NONE ? 0 : scopes.symbolFlags[symbol];
    }

    /// Records a use or a definition in the current scope; `node` is where an error would be.
    void define(int name, int flag, int node) {
        if (isAtLeast(PythonVersion.PY314)) {
            if ((flag & SymbolFlags.DEF_BOUND) != 0 && name == names.id(ImplicitName.DEBUG)) {
                errors.debug("assign to", node);
            }
        }
        if ((flag & SymbolFlags.DEF_TYPE_PARAM) != 0) {
            int owner = scopes.mangledNames[current];
            if (owner != ScopeBuffer.NONE && mangledNames.get(owner, name) == PairTable.ABSENT) {
                mangledNames.add(owner, name, name);
            }
        }
        define(current, name, flag, node);
    }

    /// Records a definition in a scope, which need not be the current one.
    void define(int scope, int name, int flag, int node) {
        int mangled = mangled(name);
        int symbol = scopes.find(scope, mangled);
        int value = flag;
        if (symbol != ScopeBuffer.NONE) {
            int known = scopes.symbolFlags[symbol];
            if ((flag & known & SymbolFlags.DEF_PARAM) != 0) {
                errors.duplicateArgument(scope, name, node);
            }
            if ((flag & known & SymbolFlags.DEF_TYPE_PARAM) != 0) {
                errors.duplicateTypeParameter(name, node);
            }
            value |= known;
        }
        if (scopes.has(scope, ScopeFlags.ITERATION_TARGET)) {
            if ((value & (SymbolFlags.DEF_GLOBAL | SymbolFlags.DEF_NONLOCAL)) != 0) {
                errors.iterationRebindsTarget(scope, name, node);
            }
            value |= SymbolFlags.DEF_COMP_ITER;
            if ((value & SymbolFlags.DEF_LOCAL) != 0) {
                iterationVariables.add(mangled, scope);
            }
        }
        if (symbol == ScopeBuffer.NONE) {
            scopes.addSymbol(scope, mangled, value);
        } else {
            scopes.symbolFlags[symbol] = value;
        }
        if ((flag & SymbolFlags.DEF_GLOBAL) != 0) {
            int global = scopes.find(0, mangled);
            if (global == ScopeBuffer.NONE) {
                scopes.addSymbol(0, mangled, flag);
            } else {
                scopes.symbolFlags[global] |= flag;
            }
        }
    }
}
