package dev.quarry.syntax.facts;

import dev.quarry.syntax.SyntaxTree;
import java.util.List;

/// What one file says, in the order of its source. Reused: the facts are valid until the next file is read.
///
/// Where the source has an error, what lacks its name is no fact; the rest is.
public final class SyntaxFacts {
    final References references = new References();
    final Imports imports = new Imports();
    final Calls calls = new Calls();
    final Arguments arguments = new Arguments();
    final Definitions definitions = new Definitions();
    final TypeExpressions typeExpressions = new TypeExpressions();
    final Docstrings docstrings = new Docstrings();
    final Decorators decorators = new Decorators();
    private final List<FactTable> tables = List.of(references, imports, calls, arguments, definitions, typeExpressions,
            docstrings, decorators);
    private final FactCollector collector = new FactCollector(this);

    /// Reads a tree's facts.
    public void read(SyntaxTree tree) {
        tables.forEach(FactTable::clear);
        collector.collect(tree);
        tables.forEach(FactTable::sort);
        definitions.renumber(Definitions.CONTAINER, definitions);
        typeExpressions.renumber(TypeExpressions.OWNER, definitions);
        docstrings.renumber(Docstrings.OWNER, definitions);
        decorators.renumber(Decorators.OWNER, definitions);
    }

    public References references() {
        return references;
    }

    public Imports imports() {
        return imports;
    }

    public Calls calls() {
        return calls;
    }

    public Arguments arguments() {
        return arguments;
    }

    public Definitions definitions() {
        return definitions;
    }

    public TypeExpressions typeExpressions() {
        return typeExpressions;
    }

    public Docstrings docstrings() {
        return docstrings;
    }

    public Decorators decorators() {
        return decorators;
    }
}
