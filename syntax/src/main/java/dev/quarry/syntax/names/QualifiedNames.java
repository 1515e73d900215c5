package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import java.util.Arrays;
import java.util.List;

/// What the names of one file stand for: LibCST's `QualifiedNameProvider`, `ScopeProvider` and
/// `ExpressionContextProvider`.
///
/// Names are asked for by token, since LibCST has a node for each name and the tree has not: the names of functions,
/// parameters, keywords, attributes and imports are tokens in it. Expressions and definitions are asked for by node.
/// Nothing is computed before it is asked for, and nothing is kept but what all answers share, so that an answer costs
/// as much as its text. Immutable; any number of threads may ask.
///
/// A name may stand for several things: all of its assignments that were visited before, e.g. in the branches of an
/// `if`. Names that LibCST gives no scope, such as keywords of arguments and the names in imports, stand for nothing.
public final class QualifiedNames {
    private final SyntaxTree tree;
    private final NameNumbers names;
    private final Scopes scopes;
    private final int[] facts;
    private final int[] places;
    private final ScopeLookup resolver;

    QualifiedNames(SyntaxTree tree, NameNumbers names, Scopes scopes, ImportTargets targets, int[] facts,
            int[] places) {
        this.tree = tree;
        this.names = names;
        this.scopes = scopes;
        this.facts = facts;
        this.places = places;
        resolver = new ScopeLookup(tree.options().version(), names, scopes, targets);
    }

    public SyntaxTree tree() {
        return tree;
    }

    // Names, by token.

    /// Whether a token is a name: an identifier (but no soft keyword), `True`, `False` or `None`.
    public boolean isName(int token) {
        return TokenRoles.has(facts[token], TokenRoles.NAME);
    }

    /// What a name by itself stands for, sorted; empty for a token that is no name.
    ///
    /// Of `a.b` the name `b` stands for nothing; the attribute does, see [#of].
    public List<QualifiedName> ofName(int token) {
        int fact = facts[token];
        int scope = nameScope(token);
        if (scope == Scopes.NONE) {
            return List.of();
        }
        FoundNames found = new FoundNames();
        int name = names.of(tree, token);
        if (TokenRoles.has(fact, TokenRoles.ACCESS)) {
            resolver.addRead(scope, places[token], name, found);
        } else if (TokenRoles.has(fact, TokenRoles.ASSIGNED)) {
            resolver.addAssigned(scope, name, places[token], found);
        } else {
            resolver.addAll(scope, new int[] {name}, found);
        }
        return found.toList();
    }

    /// The kind of scope that a name belongs to; null if LibCST gives it none.
    public ScopeClass scopeOfName(int token) {
        int scope = nameScope(token);
        return scope == Scopes.NONE ? null : scopes.kind(scope);
    }

    /// What is done with a name; null if LibCST doesn't tell, as for the last name of an attribute.
    public ExpressionContext contextOfName(int token) {
        int fact = facts[token];
        return TokenRoles.has(fact, TokenRoles.NAME) && !TokenRoles.has(fact, TokenRoles.ATTRIBUTE)
                ? TokenRoles.contextOf(fact) : null;
    }

    private int nameScope(int token) {
        int fact = facts[token];
        return TokenRoles.has(fact, TokenRoles.NAME) && !TokenRoles.has(fact, TokenRoles.ATTRIBUTE)
                ? TokenRoles.scope(fact) : Scopes.NONE;
    }

    // Attributes, by the token that ends them: those in imports are no nodes of the tree.

    /// Whether a token is the last name of an attribute, `a.b` in an import included.
    public boolean endsAttribute(int token) {
        return TokenRoles.has(facts[token], TokenRoles.ATTRIBUTE);
    }

    /// What is done with the attribute that a token ends; null if LibCST doesn't tell, or for another token.
    public ExpressionContext contextOfAttribute(int token) {
        return endsAttribute(token) ? TokenRoles.contextOf(facts[token]) : null;
    }

    // Nodes.

    /// What an expression or a definition stands for, sorted.
    ///
    /// @param node a name, attribute, call or subscript (which stand for what their callee or value does), function or
    ///        class; any other stands for nothing
    public List<QualifiedName> of(int node) {
        return switch (tree.kind(node)) {
            case NAME -> ofName(tree.slot(node, 0));
            case TRUE, FALSE, NONE_LITERAL -> ofName(tree.firstToken(node));
            case ATTRIBUTE -> ofAttribute(node);
            case CALL, SUBSCRIPT -> {
                int fact = facts[bracket(node)];
                yield TokenRoles.has(fact, TokenRoles.BRACKET) ? ofDotted(node, TokenRoles.scope(fact)) : List.of();
            }
            case FUNCTION_DEF -> ofDefinition(tree.slot(node, 2));
            case CLASS_DEF -> ofDefinition(tree.slot(node, 1));
            default -> List.of();
        };
    }

    /// What is done with a name, an attribute or a subscript; null for other nodes, and where LibCST doesn't tell.
    public ExpressionContext context(int node) {
        return switch (tree.kind(node)) {
            case NAME -> contextOfName(tree.slot(node, 0));
            case TRUE, FALSE, NONE_LITERAL -> contextOfName(tree.firstToken(node));
            case ATTRIBUTE -> contextOfAttribute(tree.slot(node, 1));
            case SUBSCRIPT -> TokenRoles.contextOf(facts[bracket(node)]);
            default -> null;
        };
    }

    /// The dotted name of a function or class with what it is in: `C.method.<locals>.inner`. Null where the tree of a
    /// broken file has no name.
    public String definitionName(int node) {
        int token = tree.slot(node, switch (tree.kind(node)) {
            case FUNCTION_DEF -> 2;
            case CLASS_DEF -> 1;
            default -> throw new IllegalArgumentException("no definition: " + tree.kind(node));
        });
        int scope = nameScope(token);
        int name = names.of(tree, token);
        if (scope == Scopes.NONE || name == NameNumbers.NONE) {
            return null;
        }
        String prefix = resolver.prefix(scope);
        return prefix.isEmpty() ? names.text(name) : prefix + "." + names.text(name);
    }

    private List<QualifiedName> ofDefinition(int token) {
        if (!TokenRoles.has(facts[token], TokenRoles.DEFINITION)) {
            return List.of();
        }
        FoundNames found = new FoundNames();
        resolver.addAssigned(TokenRoles.scope(facts[token]), names.of(tree, token), places[token], found);
        return found.toList();
    }

    private List<QualifiedName> ofAttribute(int node) {
        int token = tree.slot(node, 1);
        int fact = facts[token];
        if (!TokenRoles.has(fact, TokenRoles.ACCESS)) {
            return TokenRoles.has(fact, TokenRoles.ATTRIBUTE) ? ofDotted(node, TokenRoles.scope(fact)) : List.of();
        }
        FoundNames found = new FoundNames();
        resolver.addRead(TokenRoles.scope(fact), places[token], names.findDotted(parts(node)), found);
        return found.toList();
    }

    private List<QualifiedName> ofDotted(int node, int scope) {
        int first = scope == Scopes.NONE ? NameNumbers.NONE : firstPart(node);
        if (first == NameNumbers.NONE) {
            return List.of();
        }
        FoundNames found = new FoundNames();
        if (!names.isHead(first) && scopes.find(scope, first) == Scopes.UNASSIGNED) {
            // The other parts don't matter. A long chain of calls would take long to ask about, call by call.
            resolver.addAll(scope, new int[] {first}, found);
        } else {
            int[] parts = parts(node);
            if (parts != null) {
                resolver.addAll(scope, parts, found);
            }
        }
        return found.toList();
    }

    /// The first of the [#parts] of an attribute, a call or a subscript.
    private int firstPart(int node) {
        int current = node;
        boolean dotted = false;
        if (tree.kind(node) != NodeKind.ATTRIBUTE) {
            current = places[bracket(node)];
        }
        while (true) {
            switch (tree.kind(current)) {
                case PAREN -> current = tree.slot(current, 0);
                case ATTRIBUTE -> {
                    int token = tree.slot(current, 1);
                    dotted = true;
                    current = TokenRoles.has(facts[token], TokenRoles.ACCESS) ? tree.slot(current, 0) : places[token];
                }
                default -> {
                    return part(current, dotted);
                }
            }
        }
    }

    /// The name of what is no attribute, call or subscript.
    private int part(int node, boolean dotted) {
        return switch (tree.kind(node)) {
            case NAME -> names.of(tree, tree.slot(node, 0));
            case TRUE, FALSE, NONE_LITERAL -> names.of(tree, tree.firstToken(node));
            default -> dotted ? names.none() : NameNumbers.NONE;
        };
    }

    /// The parts of an expression's name, as LibCST's `get_full_name_for_node` has it: calls and subscripts have the
    /// name of what is called, and an attribute of something without a name is one of `None`. Null if there is none.
    private int[] parts(int node) {
        int[] reversed = new int[8];
        int count = 0;
        int current = node;
        while (true) {
            int part;
            boolean innermost = true;
            switch (tree.kind(current)) {
                case PAREN -> {
                    current = tree.slot(current, 0);
                    continue;
                }
                case CALL, SUBSCRIPT -> {
                    // 0, which is no node, in a broken file.
                    current = places[bracket(current)];
                    continue;
                }
                case ATTRIBUTE -> {
                    part = names.of(tree, tree.slot(current, 1));
                    current = tree.slot(current, 0);
                    innermost = false;
                }
                default -> part = part(current, count > 0);
            }
            if (part == NameNumbers.NONE) {
                return null;
            }
            if (count == reversed.length) {
                reversed = Arrays.copyOf(reversed, count * 2);
            }
            reversed[count++] = part;
            if (innermost) {
                break;
            }
        }
        int[] parts = new int[count];
        for (int i = 0; i < count; i++) {
            parts[i] = reversed[count - 1 - i];
        }
        return parts;
    }

    /// The token where the facts of a call or a subscript are.
    private int bracket(int node) {
        return Math.min(tree.endToken(tree.slot(node, 0)), facts.length - 1);
    }

    /// Gives reads of dotted imports to the attribute that names the longest part of them.
    ///
    /// @param chains in turn the token of a name and the outermost attribute of it
    void moveReads(int[] chains) {
        for (int i = 0; names.hasDotted() && i < chains.length; i += 2) {
            int root = chains[i];
            if (!TokenRoles.has(facts[root], TokenRoles.ACCESS) || !names.isHead(names.of(tree, root))) {
                continue;
            }
            int attribute = longestImport(chains[i + 1], TokenRoles.scope(facts[root]));
            if (attribute != 0) {
                int token = tree.slot(attribute, 1);
                facts[token] |= TokenRoles.ACCESS;
                places[token] = places[root];
                facts[root] &= ~TokenRoles.ACCESS;
            }
        }
    }

    /// The attribute, of those from an outermost one inwards, that is the longest name which a scope has; 0 if none.
    private int longestImport(int outermost, int scope) {
        int[] parts = parts(outermost);
        if (parts == null) {
            return 0;
        }
        int name = parts[0];
        int longest = 0;
        for (int i = 1; i < parts.length; i++) {
            name = names.findDotted(name, parts[i]);
            if (name == NameNumbers.NONE) {
                break;
            }
            if (scopes.contains(scope, name)) {
                longest = i;
            }
        }
        if (longest == 0) {
            return 0;
        }
        int attribute = outermost;
        for (int i = parts.length - 1; i > longest; ) {
            attribute = tree.slot(attribute, 0);
            if (tree.kind(attribute) == NodeKind.ATTRIBUTE) {
                i--;
            }
        }
        return attribute;
    }
}
