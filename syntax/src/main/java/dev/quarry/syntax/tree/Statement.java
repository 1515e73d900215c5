// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// A statement.
public sealed interface Statement extends Node {

    /// A [NodeKind#FUNCTION_DEF].
    record FunctionDef(SyntaxTree tree, int id) implements Statement {
        public FunctionDef {
            Views.check(tree, id, NodeKind.FUNCTION_DEF);
        }

        public java.util.List<Expression> decorators() {
            return Views.nodes(tree, id, 0, Expression.class);
        }

        public boolean isAsync() {
            return tree.slot(id, 1) != 0;
        }

        public Token name() {
            return Views.token(tree, id, 2);
        }

        public java.util.List<TypeParameter> typeParameters() {
            return Views.nodes(tree, id, 3, TypeParameter.class);
        }

        public Parameters parameters() {
            return Views.node(tree, id, 4, Parameters.class);
        }

        public Optional<Expression> returns() {
            return Views.optionalNode(tree, id, 5, Expression.class);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 6, Statement.class);
        }

        public Optional<Token> typeComment() {
            return Views.optionalToken(tree, id, 7);
        }
    }

    /// A [NodeKind#CLASS_DEF].
    record ClassDef(SyntaxTree tree, int id) implements Statement {
        public ClassDef {
            Views.check(tree, id, NodeKind.CLASS_DEF);
        }

        public java.util.List<Expression> decorators() {
            return Views.nodes(tree, id, 0, Expression.class);
        }

        public Token name() {
            return Views.token(tree, id, 1);
        }

        public java.util.List<TypeParameter> typeParameters() {
            return Views.nodes(tree, id, 2, TypeParameter.class);
        }

        public java.util.List<Argument> arguments() {
            return Views.nodes(tree, id, 3, Argument.class);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 4, Statement.class);
        }
    }

    /// A [NodeKind#RETURN].
    record Return(SyntaxTree tree, int id) implements Statement {
        public Return {
            Views.check(tree, id, NodeKind.RETURN);
        }

        public Optional<Expression> value() {
            return Views.optionalNode(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#DELETE].
    record Delete(SyntaxTree tree, int id) implements Statement {
        public Delete {
            Views.check(tree, id, NodeKind.DELETE);
        }

        public java.util.List<Expression> targets() {
            return Views.nodes(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#ASSIGN].
    record Assign(SyntaxTree tree, int id) implements Statement {
        public Assign {
            Views.check(tree, id, NodeKind.ASSIGN);
        }

        public java.util.List<Expression> targets() {
            return Views.nodes(tree, id, 0, Expression.class);
        }

        public Expression value() {
            return Views.node(tree, id, 1, Expression.class);
        }

        public Optional<Token> typeComment() {
            return Views.optionalToken(tree, id, 2);
        }
    }

    /// A [NodeKind#AUGMENTED_ASSIGN].
    record AugmentedAssign(SyntaxTree tree, int id) implements Statement {
        public AugmentedAssign {
            Views.check(tree, id, NodeKind.AUGMENTED_ASSIGN);
        }

        public Expression target() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Token operator() {
            return Views.token(tree, id, 1);
        }

        public Expression value() {
            return Views.node(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#ANNOTATED_ASSIGN].
    record AnnotatedAssign(SyntaxTree tree, int id) implements Statement {
        public AnnotatedAssign {
            Views.check(tree, id, NodeKind.ANNOTATED_ASSIGN);
        }

        public Expression target() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Expression annotation() {
            return Views.node(tree, id, 1, Expression.class);
        }

        public Optional<Expression> value() {
            return Views.optionalNode(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#TYPE_ALIAS].
    record TypeAlias(SyntaxTree tree, int id) implements Statement {
        public TypeAlias {
            Views.check(tree, id, NodeKind.TYPE_ALIAS);
        }

        public Expression name() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<TypeParameter> typeParameters() {
            return Views.nodes(tree, id, 1, TypeParameter.class);
        }

        public Expression value() {
            return Views.node(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#FOR].
    record For(SyntaxTree tree, int id) implements Statement {
        public For {
            Views.check(tree, id, NodeKind.FOR);
        }

        public boolean isAsync() {
            return tree.slot(id, 0) != 0;
        }

        public Expression target() {
            return Views.node(tree, id, 1, Expression.class);
        }

        public Expression iterable() {
            return Views.node(tree, id, 2, Expression.class);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 3, Statement.class);
        }

        public java.util.List<Statement> orElse() {
            return Views.nodes(tree, id, 4, Statement.class);
        }

        public Optional<Token> typeComment() {
            return Views.optionalToken(tree, id, 5);
        }
    }

    /// A [NodeKind#WHILE].
    record While(SyntaxTree tree, int id) implements Statement {
        public While {
            Views.check(tree, id, NodeKind.WHILE);
        }

        public Expression test() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 1, Statement.class);
        }

        public java.util.List<Statement> orElse() {
            return Views.nodes(tree, id, 2, Statement.class);
        }
    }

    /// A [NodeKind#IF].
    record If(SyntaxTree tree, int id) implements Statement {
        public If {
            Views.check(tree, id, NodeKind.IF);
        }

        public Expression test() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 1, Statement.class);
        }

        public java.util.List<Statement> orElse() {
            return Views.nodes(tree, id, 2, Statement.class);
        }
    }

    /// A [NodeKind#WITH].
    record With(SyntaxTree tree, int id) implements Statement {
        public With {
            Views.check(tree, id, NodeKind.WITH);
        }

        public boolean isAsync() {
            return tree.slot(id, 0) != 0;
        }

        public java.util.List<WithItem> items() {
            return Views.nodes(tree, id, 1, WithItem.class);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 2, Statement.class);
        }

        public Optional<Token> typeComment() {
            return Views.optionalToken(tree, id, 3);
        }
    }

    /// A [NodeKind#MATCH].
    record Match(SyntaxTree tree, int id) implements Statement {
        public Match {
            Views.check(tree, id, NodeKind.MATCH);
        }

        public Expression subject() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<MatchCase> cases() {
            return Views.nodes(tree, id, 1, MatchCase.class);
        }
    }

    /// A [NodeKind#RAISE].
    record Raise(SyntaxTree tree, int id) implements Statement {
        public Raise {
            Views.check(tree, id, NodeKind.RAISE);
        }

        public Optional<Expression> exception() {
            return Views.optionalNode(tree, id, 0, Expression.class);
        }

        public Optional<Expression> cause() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#TRY].
    record Try(SyntaxTree tree, int id) implements Statement {
        public Try {
            Views.check(tree, id, NodeKind.TRY);
        }

        public java.util.List<Statement> body() {
            return Views.nodes(tree, id, 0, Statement.class);
        }

        public java.util.List<ExceptHandler> handlers() {
            return Views.nodes(tree, id, 1, ExceptHandler.class);
        }

        public java.util.List<Statement> orElse() {
            return Views.nodes(tree, id, 2, Statement.class);
        }

        public java.util.List<Statement> finalBody() {
            return Views.nodes(tree, id, 3, Statement.class);
        }

        public Optional<Token> starToken() {
            return Views.optionalToken(tree, id, 4);
        }
    }

    /// A [NodeKind#ASSERT].
    record Assert(SyntaxTree tree, int id) implements Statement {
        public Assert {
            Views.check(tree, id, NodeKind.ASSERT);
        }

        public Expression test() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Optional<Expression> message() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#IMPORT].
    record Import(SyntaxTree tree, int id) implements Statement {
        public Import {
            Views.check(tree, id, NodeKind.IMPORT);
        }

        public java.util.List<Alias> names() {
            return Views.nodes(tree, id, 0, Alias.class);
        }

        public boolean isLazy() {
            return tree.slot(id, 1) != 0;
        }
    }

    /// A [NodeKind#IMPORT_FROM].
    record ImportFrom(SyntaxTree tree, int id) implements Statement {
        public ImportFrom {
            Views.check(tree, id, NodeKind.IMPORT_FROM);
        }

        public int level() {
            return tree.slot(id, 0);
        }

        public Optional<Token> firstName() {
            return Views.optionalToken(tree, id, 1);
        }

        public Optional<Token> lastName() {
            return Views.optionalToken(tree, id, 2);
        }

        public java.util.List<Alias> names() {
            return Views.nodes(tree, id, 3, Alias.class);
        }

        public boolean isLazy() {
            return tree.slot(id, 4) != 0;
        }
    }

    /// A [NodeKind#GLOBAL].
    record Global(SyntaxTree tree, int id) implements Statement {
        public Global {
            Views.check(tree, id, NodeKind.GLOBAL);
        }

        public java.util.List<Token> names() {
            return Views.tokens(tree, id, 0);
        }
    }

    /// A [NodeKind#NONLOCAL].
    record Nonlocal(SyntaxTree tree, int id) implements Statement {
        public Nonlocal {
            Views.check(tree, id, NodeKind.NONLOCAL);
        }

        public java.util.List<Token> names() {
            return Views.tokens(tree, id, 0);
        }
    }

    /// A [NodeKind#EXPRESSION_STATEMENT].
    record ExpressionStatement(SyntaxTree tree, int id) implements Statement {
        public ExpressionStatement {
            Views.check(tree, id, NodeKind.EXPRESSION_STATEMENT);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#PASS].
    record Pass(SyntaxTree tree, int id) implements Statement {
        public Pass {
            Views.check(tree, id, NodeKind.PASS);
        }
    }

    /// A [NodeKind#BREAK].
    record Break(SyntaxTree tree, int id) implements Statement {
        public Break {
            Views.check(tree, id, NodeKind.BREAK);
        }
    }

    /// A [NodeKind#CONTINUE].
    record Continue(SyntaxTree tree, int id) implements Statement {
        public Continue {
            Views.check(tree, id, NodeKind.CONTINUE);
        }
    }

    /// A [NodeKind#ERROR_STATEMENT].
    record Error(SyntaxTree tree, int id) implements Statement {
        public Error {
            Views.check(tree, id, NodeKind.ERROR_STATEMENT);
        }
    }
}
