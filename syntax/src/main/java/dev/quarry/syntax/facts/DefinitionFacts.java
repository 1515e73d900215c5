package dev.quarry.syntax.facts;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.ast.NodeEnds;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.facts.Definitions.Kind;
import dev.quarry.syntax.facts.TypeExpressions.Role;

/// Notes definitions, and what belongs to one: decorators, docstring, types.
final class DefinitionFacts {
    private final FactCollector out;
    private final FactStack stack;
    private final SyntaxFacts facts;

    DefinitionFacts(FactCollector out, FactStack stack, SyntaxFacts facts) {
        this.out = out;
        this.stack = stack;
        this.facts = facts;
    }

    void function(int node) {
        SyntaxTree tree = out.tree;
        int parameters = tree.slot(node, 4);
        int items = parameters == 0 ? 0 : tree.slot(parameters, 0);
        int definition = define(node, tree.slot(node, 1) != 0 ? Kind.ASYNC_FUNCTION : Kind.FUNCTION,
                tree.slot(node, 2), tree.slot(node, 0), countParameters(items));
        if (definition != FactTable.NONE) {
            stack.owner = definition;
            int returns = out.unwrap(tree.slot(node, 5));
            if (returns != 0) {
                facts.typeExpressions.add(tree.start(returns), tree.end(returns), definition, Role.RETURN,
                        FactTable.NONE, FactTable.NONE);
            }
            int comment = tree.slot(node, 7);
            if (comment != 0) {
                SignatureComment.read(tree, comment, items, definition, facts.typeExpressions);
            }
            docstring(tree.slot(node, 6), definition);
        }
        out.pushAll(tree.slot(node, 6), CstKind.MODULE);
        stack.push(tree.slot(node, 5), CstKind.ANNOTATION);
        stack.push(parameters, CstKind.PARAM);
        out.pushAll(tree.slot(node, 3), CstKind.TYPE_PARAM);
    }

    void classDefinition(int node) {
        SyntaxTree tree = out.tree;
        int definition = define(node, Kind.CLASS, tree.slot(node, 1), tree.slot(node, 0), FactTable.NONE);
        if (definition != FactTable.NONE) {
            stack.owner = definition;
            docstring(tree.slot(node, 4), definition);
        }
        out.pushAll(tree.slot(node, 4), CstKind.MODULE);
        out.pushAll(tree.slot(node, 3), CstKind.ARG);
        out.pushAll(tree.slot(node, 2), CstKind.TYPE_PARAM);
    }

    /// Notes a definition and its decorators, which belong to what is around; NONE when it has no name.
    private int define(int node, Kind kind, int nameToken, int decorators, int parameters) {
        SyntaxTree tree = out.tree;
        int length = tree.length(decorators);
        int definition = FactTable.NONE;
        if (out.isName(nameToken)) {
            definition = facts.definitions.add(tree.start(node), NodeEnds.of(tree, node), node, kind, stack.owner, nameToken,
                    length, parameters);
            for (int i = 0; i < length; i++) {
                int expression = tree.element(decorators, i);
                // A decorator's expression begins behind the at-sign.
                int start = tree.tokens().start(tree.firstToken(expression) - 1);
                facts.decorators.add(start, tree.end(expression), definition, i, expression);
            }
        }
        out.pushAll(decorators, CstKind.DECORATOR);
        return definition;
    }

    private int countParameters(int items) {
        SyntaxTree tree = out.tree;
        int count = 0;
        for (int i = 0; i < tree.length(items); i++) {
            switch (tree.kind(tree.element(items, i))) {
                case PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> count++;
                default -> { }
            }
        }
        return count;
    }

    /// Notes the docstring that a body may begin with.
    void docstring(int body, int owner) {
        SyntaxTree tree = out.tree;
        int first = tree.length(body) == 0 ? 0 : tree.element(body, 0);
        if (first == 0 || tree.kind(first) != NodeKind.EXPRESSION_STATEMENT) {
            return;
        }
        int strings = out.unwrap(tree.slot(first, 0));
        if (tree.kind(strings) != NodeKind.STRINGS) {
            return;
        }
        int parts = tree.slot(strings, 0);
        for (int i = 0; i < tree.length(parts); i++) {
            int part = tree.element(parts, i);
            if (tree.kind(part) != NodeKind.STRING
                    || StringFlags.has(tree.tokens().payload(tree.firstToken(part)), StringFlags.BYTES)) {
                return;
            }
        }
        facts.docstrings.add(tree.start(strings), tree.end(strings), owner, strings);
    }

    /// The annotation of a parameter, or what its type comment says.
    void parameterType(int parameter, int annotation, int comment) {
        int name = out.tree.slot(parameter, 0);
        if (annotation != 0) {
            typeExpression(annotation, Role.PARAM, name, name + 1);
        }
        if (comment != 0) {
            comment(comment, Role.PARAM, name, name + 1);
        }
    }

    /// @param subject the node that has the type
    void typeExpression(int expression, Role role, int subject) {
        int inner = out.unwrap(subject);
        typeExpression(expression, role, out.tree.firstToken(inner), out.tree.endToken(inner));
    }

    /// @param subjectToken the first of the tokens that say what has the type, @param subjectEnd the one after the last
    void typeExpression(int expression, Role role, int subjectToken, int subjectEnd) {
        int inner = out.unwrap(expression);
        if (inner != 0) {
            add(out.tree.start(inner), out.tree.end(inner), role, subjectToken, subjectEnd);
        }
    }

    /// What a type comment says of a target; nothing when there is none.
    void typeComment(int comment, Role role, int target) {
        if (comment != 0) {
            int inner = out.unwrap(target);
            comment(comment, role, out.tree.firstToken(inner), out.tree.endToken(inner));
        }
    }

    private void comment(int comment, Role role, int subjectToken, int subjectEnd) {
        add(out.tokens.start(comment), out.tokens.end(comment), role, subjectToken, subjectEnd);
    }

    private void add(int start, int end, Role role, int subjectToken, int subjectEnd) {
        TokenBuffer tokens = out.tokens;
        int subjectStart = tokens.start(subjectToken);
        facts.typeExpressions.add(start, end, stack.owner, role, subjectStart,
                subjectEnd > subjectToken ? tokens.end(subjectEnd - 1) : subjectStart);
    }
}
