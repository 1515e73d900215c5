package dev.quarry.syntax.names;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import java.util.Arrays;

/// Visits the tree in the order of LibCST's `ScopeVisitor` and records assignments and accesses.
///
/// This class has the state that the visitors of statements, definitions, expressions and patterns share, and the loop
/// over the work ahead. A work item is an operation and a node (or another number) in one `long`, so that the depth of a
/// tree costs heap and never the machine stack. Items come out in the reverse order.
final class NameCollector {
    // Operations on expressions, which are at the same time their contexts: those of TokenRoles less 1.
    static final int LOAD = 0;
    static final int STORE = 1;
    static final int DELETE = 2;
    static final int STATEMENT = 3;
    static final int PATTERN = 4;
    static final int TYPE_PARAMETER = 5;
    static final int ANNOTATION = 6;
    static final int HANDLER_NAME = 7;
    static final int PATTERN_NAME = 8;

    /// In place of a context: calls have none.
    static final int CALL = -1;

    // Changes of state.
    static final int SET_SCOPE = 9;
    static final int SET_FLAGS = 10;
    /// Something like an assignment ends in the current scope.
    static final int COUNT = 11;
    /// A string annotation begins: the number is that of its tree.
    static final int ENTER_TREE = 12;
    static final int LEAVE_TREE = 13;

    // Flags.
    /// Within an attribute of the same call: LibCST doesn't look for dotted imports in attributes in there.
    static final int IN_ATTRIBUTE = 1;
    /// Strings are types here, because of a subscript or a call of module typing.
    static final int TYPE_HINT = 1 << 1;
    static final int IN_ANNOTATION = 1 << 2;
    /// Within `Literal[…]`, where strings are no types.
    static final int LITERAL = 1 << 3;
    /// LibCST's `ExpressionContextProvider` doesn't come here.
    static final int NO_CONTEXT = 1 << 4;

    private final StatementVisitor statements = new StatementVisitor(this);
    private final DefinitionVisitor definitions = new DefinitionVisitor(this);
    private final ExpressionVisitor expressions = new ExpressionVisitor(this);
    private final PatternVisitor patterns = new PatternVisitor(this);
    private final ImportVisitor imports = new ImportVisitor(this);
    private final TypingNames typing = new TypingNames(this);
    private final StringAnnotations strings = new StringAnnotations(this);

    private long[] work = new long[256];
    private int workSize;

    SyntaxTree tree;
    TokenBuffer tokens;
    NameNumbers names;
    Scopes scopes;
    ImportTargets targets;
    /// By token of the tree.
    int[] facts;
    int[] places;
    /// Attributes of names: the name's token and the outermost attribute's node.
    private int[] chains = new int[64];
    private int chainSize;

    int scope;
    int flags;

    void collect(SyntaxTree next) {
        tree = next;
        tokens = next.tokens();
        names = new NameNumbers(next);
        scopes = new Scopes();
        targets = new ImportTargets(next);
        facts = new int[tokens.size()];
        places = new int[tokens.size()];
        chainSize = 0;
        workSize = 0;
        flags = 0;
        scope = scopes.add(ScopeClass.GLOBAL, Scopes.NONE, NameNumbers.NONE);
        typing.reset();
        strings.reset();
        pushRoot();
        run();
    }

    /// Has the tree's content visited.
    void pushRoot() {
        int root = tree.root();
        switch (tree.kind(root)) {
            case MODULE, INTERACTIVE -> pushAll(STATEMENT, tree.slot(root, 0));
            case EXPRESSION -> push(LOAD, tree.slot(root, 0));
            case FUNCTION_TYPE -> {
                push(LOAD, tree.slot(root, 1));
                pushAll(LOAD, tree.slot(root, 0));
            }
            default -> { }
        }
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
                case ANNOTATION -> annotation(node);
                case HANDLER_NAME -> statements.handlerName(node);
                case PATTERN_NAME -> access(node, LOAD);
                case SET_SCOPE -> scope = node;
                case SET_FLAGS -> flags = node;
                case COUNT -> countAssignment();
                case ENTER_TREE -> strings.enter(node);
                case LEAVE_TREE -> strings.leave();
                default -> throw new IllegalStateException("unknown operation: " + operation);
            }
        }
    }

    // Work.

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

    void pushCount() {
        pushNumber(COUNT, 0);
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

    /// Changes flags now, and back when the work that was there before goes on.
    void withFlags(int changed) {
        if (changed != flags) {
            pushNumber(SET_FLAGS, flags);
            flags = changed;
        }
    }

    // Scopes.

    /// Makes a scope within another; where LibCST has no scope there is none.
    int newScope(ScopeClass kind, int parent, int name) {
        return parent == Scopes.NONE ? Scopes.NONE : scopes.add(kind, parent, name);
    }

    void countAssignment() {
        if (scope != Scopes.NONE) {
            scopes.countAssignment(scope);
        }
    }

    /// The number of a token's name, [NameNumbers#NONE] for a token that is none, which a broken file's tree may have
    /// there.
    int name(int token) {
        return names.of(tree, token);
    }

    // Names.

    /// Records that a token is a name which is neither read nor assigned.
    void mention(int token, int context) {
        if (name(token) != NameNumbers.NONE) {
            facts[token] = TokenRoles.of(TokenRoles.NAME | context(context), Scopes.NONE);
        }
    }

    /// Records that a token's name is read.
    void access(int token, int context) {
        if (name(token) == NameNumbers.NONE) {
            return;
        }
        if (scope == Scopes.NONE) {
            mention(token, context);
            return;
        }
        facts[token] = TokenRoles.of(TokenRoles.NAME | TokenRoles.ACCESS | context(context), scope);
        places[token] = scopes.assignments(scope);
    }

    /// Records that a token's name is assigned; LibCST takes one without a context for one that is read.
    void assign(int token) {
        if ((flags & NO_CONTEXT) != 0) {
            access(token, STORE);
            return;
        }
        int name = name(token);
        if (name == NameNumbers.NONE || scope == Scopes.NONE) {
            mention(token, STORE);
            return;
        }
        facts[token] = TokenRoles.of(TokenRoles.NAME | TokenRoles.ASSIGNED | context(STORE), scope);
        places[token] = scopes.assign(scope, name);
    }

    /// Records what is assigned under the name of a function or class.
    void define(int token) {
        int name = name(token);
        if (name == NameNumbers.NONE || scope == Scopes.NONE) {
            mention(token, STORE);
            return;
        }
        facts[token] = TokenRoles.of(TokenRoles.NAME | TokenRoles.DEFINITION | context(STORE), scope);
        places[token] = scopes.assign(scope, name);
    }

    /// Records a parameter of a scope, which need not be the current one.
    void parameter(int token, int owner) {
        int name = name(token);
        if (name == NameNumbers.NONE || owner == Scopes.NONE) {
            mention(token, STORE);
            return;
        }
        facts[token] = TokenRoles.of(TokenRoles.NAME | context(STORE), owner);
        scopes.assign(owner, name);
    }

    /// Records an attribute at its last name.
    void attribute(int token, int context) {
        if (name(token) != NameNumbers.NONE) {
            facts[token] = TokenRoles.of(TokenRoles.NAME | TokenRoles.ATTRIBUTE | context(context), scope);
        }
    }

    /// Records an attribute in an import, which has a context and no scope.
    void unscopedAttribute(int token) {
        facts[token] = TokenRoles.of(TokenRoles.NAME | TokenRoles.ATTRIBUTE | context(LOAD), Scopes.NONE);
    }

    /// Records a call or a subscript at its opening bracket.
    ///
    /// @param context or [#CALL]
    void bracket(int token, int context) {
        facts[token] = TokenRoles.of(TokenRoles.BRACKET | context(context), scope);
    }

    /// Records the node that the name of a call, a subscript or an attribute comes from.
    void link(int token, int node) {
        places[token] = node;
    }

    /// Records that a name is the innermost part of attributes, of which the imported part may be longer.
    void chain(int token, int attribute) {
        if (strings.isInside()) {
            return;
        }
        if (chainSize + 1 >= chains.length) {
            chains = Arrays.copyOf(chains, chainSize * 2);
        }
        chains[chainSize++] = token;
        chains[chainSize++] = attribute;
    }

    private int context(int context) {
        return (flags & NO_CONTEXT) != 0 ? 0 : context + 1;
    }

    // Parts that other visitors share.

    void importStatement(int node) {
        imports.visit(node);
    }

    void function(int node) {
        definitions.function(node);
    }

    void classStatement(int node) {
        definitions.classStatement(node);
    }

    void typeAlias(int node) {
        definitions.typeAlias(node);
    }

    void lambda(int node) {
        definitions.lambda(node);
    }

    TypingNames typing() {
        return typing;
    }

    void string(int strings) {
        this.strings.visit(strings);
    }

    private void annotation(int node) {
        withFlags(flags | IN_ANNOTATION);
        push(LOAD, node);
    }

    int[] chains() {
        return Arrays.copyOf(chains, chainSize);
    }
}
