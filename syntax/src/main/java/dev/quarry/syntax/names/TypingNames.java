package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import java.util.Arrays;
import java.util.List;

/// Tells calls of `typing.cast` and its like, and subscripts of what module typing has, while the tree is visited: by
/// what has been assigned up to there, as LibCST does.
final class TypingNames {
    /// What a call is, as far as it changes how LibCST visits its arguments.
    enum Role {
        NONE,
        /// The first argument is a type.
        CAST,
        /// `NewType` and `TypeVar`: the first argument is not visited, the others are types.
        NEW_TYPE
    }

    /// Through how many calls and subscripts the name of a call is looked for; more of them give no `typing.cast`.
    private static final int MOST_STEPS = 64;

    private final NameCollector out;
    private boolean active;
    private int typing;
    private int extensions;
    /// By name: whether it may stand for something of these modules.
    private boolean[] candidates = new boolean[0];
    private boolean allAreCandidates;
    private ScopeLookup resolver;

    TypingNames(NameCollector out) {
        this.out = out;
    }

    void reset() {
        typing = out.tree.names().find("typing");
        extensions = out.tree.names().find("typing_extensions");
        active = typing >= 0 || extensions >= 0;
        allAreCandidates = false;
        resolver = null;
        if (active) {
            candidates = new boolean[out.names.count()];
            markCandidate(typing);
            markCandidate(extensions);
        }
    }

    /// An import has bound a name.
    void imported(int statement, int alias, int name) {
        if (!active) {
            return;
        }
        SyntaxTree tree = out.tree;
        int first = tree.kind(statement) == NodeKind.IMPORT ? tree.slot(alias, 0) : tree.slot(statement, 1);
        if (first != 0 && isModule(out.name(first))) {
            markCandidate(name);
        }
    }

    /// Names in a function or class that is called like one of the modules have its name before theirs.
    void enterDefinition(int name) {
        allAreCandidates |= active && isModule(name);
    }

    private boolean isModule(int name) {
        return name >= 0 && (name == typing || name == extensions);
    }

    private void markCandidate(int name) {
        if (name < 0) {
            return;
        }
        if (name >= candidates.length) {
            candidates = Arrays.copyOf(candidates, Math.max(name + 1, candidates.length * 2));
        }
        candidates[name] = true;
    }

    private boolean isCandidate(int name) {
        return name >= 0 && (allAreCandidates || name < candidates.length && candidates[name]);
    }

    Role role(int callee) {
        if (!active || out.scope == Scopes.NONE) {
            return Role.NONE;
        }
        SyntaxTree tree = out.tree;
        int node = callee;
        int attribute = 0;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            switch (tree.kind(node)) {
                case PAREN, CALL, SUBSCRIPT -> node = tree.slot(node, 0);
                case ATTRIBUTE -> {
                    if (attribute != 0) {
                        // No name of interest has three parts.
                        return Role.NONE;
                    }
                    attribute = node;
                    node = tree.slot(node, 0);
                }
                case NAME -> {
                    int name = out.name(tree.slot(node, 0));
                    return isCandidate(name) ? role(name, attribute) : Role.NONE;
                }
                default -> {
                    return Role.NONE;
                }
            }
        }
        return Role.NONE;
    }

    private Role role(int name, int attribute) {
        int last = attribute == 0 ? NameNumbers.NONE : out.name(out.tree.slot(attribute, 1));
        if (attribute != 0 && last == NameNumbers.NONE) {
            return Role.NONE;
        }
        Role role = Role.NONE;
        for (QualifiedName qualified : meanings(attribute == 0 ? new int[] {name} : new int[] {name, last})) {
            switch (qualified.name()) {
                case "typing.NewType", "typing.TypeVar" -> {
                    return Role.NEW_TYPE;
                }
                case "typing.cast" -> role = Role.CAST;
                default -> { }
            }
        }
        return role;
    }

    /// The flags that hold in a subscript of a value, besides those around.
    int subscriptFlags(int value) {
        if (!active || out.scope == Scopes.NONE) {
            return 0;
        }
        int node = value;
        while (out.tree.kind(node) == NodeKind.PAREN) {
            node = out.tree.slot(node, 0);
        }
        if (out.tree.kind(node) != NodeKind.NAME) {
            return 0;
        }
        int name = out.name(out.tree.slot(node, 0));
        if (!isCandidate(name)) {
            return 0;
        }
        int flags = 0;
        for (QualifiedName qualified : meanings(new int[] {name})) {
            String text = qualified.name();
            if (text.startsWith("typing.") || text.startsWith("typing_extensions.")) {
                flags |= NameCollector.TYPE_HINT;
            }
            if (text.equals("typing.Literal") || text.equals("typing_extensions.Literal")) {
                flags |= NameCollector.LITERAL;
            }
        }
        return flags;
    }

    private List<QualifiedName> meanings(int[] parts) {
        if (resolver == null) {
            resolver = new ScopeLookup(out.tree.options().version(), out.names, out.scopes, out.targets);
        }
        FoundNames meanings = new FoundNames();
        resolver.addAll(out.scope, parts, meanings);
        return meanings.toList();
    }
}
