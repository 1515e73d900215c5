package dev.quarry.extract.cst;

import dev.quarry.extract.family.ParsedFile;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.facts.Definitions;
import dev.quarry.syntax.facts.SyntaxFacts;
import dev.quarry.syntax.names.ModuleName;
import dev.quarry.syntax.names.QualifiedName;
import dev.quarry.syntax.names.QualifiedNames;
import dev.quarry.syntax.symtable.PrivateNames;
import dev.quarry.syntax.symtable.ScopeType;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file whose facts are written: what several tables ask about it.
final class FileContext {
    private final ParsedFile file;
    private final SyntaxFacts facts;
    private final QualifiedNames names;
    private final ModuleName module;
    private final PrivateNames privateNames;
    /// Definition nodes and the scopes of their bodies, as `node << 32 | scope`, ascending.
    private final long[] bodies;

    /// @param names null where qualified names are not asked for
    /// @param module null where the file is none, or where fully qualified names are not asked for
    FileContext(ParsedFile file, SyntaxFacts facts, QualifiedNames names, ModuleName module) {
        this.names = names;
        this.module = module;
        this.file = file;
        this.facts = facts;
        this.privateNames = PrivateNames.of(file.symbols());
        this.bodies = bodies(file.symbols());
    }

    private static long[] bodies(SymbolTable symbols) {
        long[] bodies = new long[symbols.scopeCount()];
        int count = 0;
        for (int scope = 1; scope < symbols.scopeCount(); scope++) {
            ScopeType type = symbols.type(scope);
            NodeKind kind = symbols.tree().kind(symbols.node(scope));
            if (type == ScopeType.FUNCTION && kind == NodeKind.FUNCTION_DEF
                    || type == ScopeType.CLASS && kind == NodeKind.CLASS_DEF) {
                bodies[count++] = (long) symbols.node(scope) << 32 | scope;
            }
        }
        bodies = Arrays.copyOf(bodies, count);
        Arrays.sort(bodies);
        return bodies;
    }

    ParsedFile file() {
        return file;
    }

    SyntaxTree tree() {
        return file.tree();
    }

    TokenBuffer tokens() {
        return file.tree().tokens();
    }

    SourceText source() {
        return file.tree().source();
    }

    SymbolTable symbols() {
        return file.symbols();
    }

    SyntaxFacts facts() {
        return facts;
    }

    /// What a definition or callee may stand for; empty where that is not asked for.
    List<QualifiedName> qualifiedNames(int node) {
        return names == null ? List.of() : names.of(node);
    }

    /// The name that importers give the module; empty when there is none, or where that is not asked for.
    Optional<ModuleName> module() {
        return Optional.ofNullable(module);
    }

    /// The scope that evaluates or binds the name at an offset of the parsed text.
    int blockAt(int offset) {
        return file.regions().scopeAt(offset);
    }

    /// The scope of a definition's body.
    int bodyBlock(int definitionNode) {
        int found = Arrays.binarySearch(bodies, (long) definitionNode << 32);
        int at = found < 0 ? -found - 1 : found;
        if (at == bodies.length || (int) (bodies[at] >>> 32) != definitionNode) {
            throw new IllegalStateException("the definition at " + tree().start(definitionNode) + " has no scope");
        }
        return (int) bodies[at];
    }

    /// The identifier of a NAME token.
    String name(int token) {
        return tree().names().text(tokens().payload(token));
    }

    /// An identifier as the compiler has it in a scope.
    String mangled(String name, int block) {
        return privateNames.mangled(name, block);
    }

    /// The first to the last of tokens that spell a dotted name.
    String dotted(int first, int last) {
        if (first == last) {
            return name(first);
        }
        StringBuilder dotted = new StringBuilder();
        for (int token = first; token <= last; token++) {
            if (tokens().kind(token) == TokenKind.NAME) {
                dotted.append(dotted.isEmpty() ? "" : ".").append(name(token));
            }
        }
        return dotted.toString();
    }

    /// `function`, `async_function` or `class`.
    static String label(Definitions.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
