// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.Optional;

/// An expression.
public sealed interface Expression extends Argument {

    /// A [NodeKind#NAME].
    record Name(SyntaxTree tree, int id) implements Expression {
        public Name {
            Views.check(tree, id, NodeKind.NAME);
        }

        public Token name() {
            return Views.token(tree, id, 0);
        }
    }

    /// A [NodeKind#NUMBER].
    record Number(SyntaxTree tree, int id) implements Expression {
        public Number {
            Views.check(tree, id, NodeKind.NUMBER);
        }
    }

    /// A [NodeKind#TRUE].
    record True(SyntaxTree tree, int id) implements Expression {
        public True {
            Views.check(tree, id, NodeKind.TRUE);
        }
    }

    /// A [NodeKind#FALSE].
    record False(SyntaxTree tree, int id) implements Expression {
        public False {
            Views.check(tree, id, NodeKind.FALSE);
        }
    }

    /// A [NodeKind#NONE_LITERAL].
    record NoneLiteral(SyntaxTree tree, int id) implements Expression {
        public NoneLiteral {
            Views.check(tree, id, NodeKind.NONE_LITERAL);
        }
    }

    /// A [NodeKind#ELLIPSIS].
    record Ellipsis(SyntaxTree tree, int id) implements Expression {
        public Ellipsis {
            Views.check(tree, id, NodeKind.ELLIPSIS);
        }
    }

    /// A [NodeKind#STRINGS].
    record Strings(SyntaxTree tree, int id) implements Expression {
        public Strings {
            Views.check(tree, id, NodeKind.STRINGS);
        }

        public java.util.List<StringLiteral> parts() {
            return Views.nodes(tree, id, 0, StringLiteral.class);
        }
    }

    /// A [NodeKind#PAREN].
    record Paren(SyntaxTree tree, int id) implements Expression {
        public Paren {
            Views.check(tree, id, NodeKind.PAREN);
        }

        public Expression inner() {
            return Views.node(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#TUPLE].
    record Tuple(SyntaxTree tree, int id) implements Expression {
        public Tuple {
            Views.check(tree, id, NodeKind.TUPLE);
        }

        public java.util.List<Expression> elements() {
            return Views.nodes(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#LIST].
    record List(SyntaxTree tree, int id) implements Expression {
        public List {
            Views.check(tree, id, NodeKind.LIST);
        }

        public java.util.List<Expression> elements() {
            return Views.nodes(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#SET].
    record Set(SyntaxTree tree, int id) implements Expression {
        public Set {
            Views.check(tree, id, NodeKind.SET);
        }

        public java.util.List<Expression> elements() {
            return Views.nodes(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#DICT].
    record Dict(SyntaxTree tree, int id) implements Expression {
        public Dict {
            Views.check(tree, id, NodeKind.DICT);
        }

        public java.util.List<DictEntry> entries() {
            return Views.dictEntries(tree, id, 0);
        }
    }

    /// A [NodeKind#LIST_COMPREHENSION].
    record ListComprehension(SyntaxTree tree, int id) implements Expression {
        public ListComprehension {
            Views.check(tree, id, NodeKind.LIST_COMPREHENSION);
        }

        public Expression element() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<ComprehensionClause> clauses() {
            return Views.nodes(tree, id, 1, ComprehensionClause.class);
        }
    }

    /// A [NodeKind#SET_COMPREHENSION].
    record SetComprehension(SyntaxTree tree, int id) implements Expression {
        public SetComprehension {
            Views.check(tree, id, NodeKind.SET_COMPREHENSION);
        }

        public Expression element() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<ComprehensionClause> clauses() {
            return Views.nodes(tree, id, 1, ComprehensionClause.class);
        }
    }

    /// A [NodeKind#DICT_COMPREHENSION].
    record DictComprehension(SyntaxTree tree, int id) implements Expression {
        public DictComprehension {
            Views.check(tree, id, NodeKind.DICT_COMPREHENSION);
        }

        public Optional<Expression> key() {
            return Views.optionalNode(tree, id, 0, Expression.class);
        }

        public Expression value() {
            return Views.node(tree, id, 1, Expression.class);
        }

        public java.util.List<ComprehensionClause> clauses() {
            return Views.nodes(tree, id, 2, ComprehensionClause.class);
        }
    }

    /// A [NodeKind#GENERATOR].
    record Generator(SyntaxTree tree, int id) implements Expression {
        public Generator {
            Views.check(tree, id, NodeKind.GENERATOR);
        }

        public Expression element() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<ComprehensionClause> clauses() {
            return Views.nodes(tree, id, 1, ComprehensionClause.class);
        }
    }

    /// A [NodeKind#ATTRIBUTE].
    record Attribute(SyntaxTree tree, int id) implements Expression {
        public Attribute {
            Views.check(tree, id, NodeKind.ATTRIBUTE);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Token name() {
            return Views.token(tree, id, 1);
        }
    }

    /// A [NodeKind#SUBSCRIPT].
    record Subscript(SyntaxTree tree, int id) implements Expression {
        public Subscript {
            Views.check(tree, id, NodeKind.SUBSCRIPT);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Expression index() {
            return Views.node(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#SLICE].
    record Slice(SyntaxTree tree, int id) implements Expression {
        public Slice {
            Views.check(tree, id, NodeKind.SLICE);
        }

        public Optional<Expression> lower() {
            return Views.optionalNode(tree, id, 0, Expression.class);
        }

        public Optional<Expression> upper() {
            return Views.optionalNode(tree, id, 1, Expression.class);
        }

        public Optional<Expression> step() {
            return Views.optionalNode(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#CALL].
    record Call(SyntaxTree tree, int id) implements Expression {
        public Call {
            Views.check(tree, id, NodeKind.CALL);
        }

        public Expression callee() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<Argument> arguments() {
            return Views.nodes(tree, id, 1, Argument.class);
        }
    }

    /// A [NodeKind#STARRED].
    record Starred(SyntaxTree tree, int id) implements Expression {
        public Starred {
            Views.check(tree, id, NodeKind.STARRED);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#AWAIT].
    record Await(SyntaxTree tree, int id) implements Expression {
        public Await {
            Views.check(tree, id, NodeKind.AWAIT);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#UNARY].
    record Unary(SyntaxTree tree, int id) implements Expression {
        public Unary {
            Views.check(tree, id, NodeKind.UNARY);
        }

        public Token operator() {
            return Views.token(tree, id, 0);
        }

        public Expression operand() {
            return Views.node(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#BINARY].
    record Binary(SyntaxTree tree, int id) implements Expression {
        public Binary {
            Views.check(tree, id, NodeKind.BINARY);
        }

        public Expression left() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Token operator() {
            return Views.token(tree, id, 1);
        }

        public Expression right() {
            return Views.node(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#BOOLEAN].
    record Boolean(SyntaxTree tree, int id) implements Expression {
        public Boolean {
            Views.check(tree, id, NodeKind.BOOLEAN);
        }

        public Token operator() {
            return Views.token(tree, id, 0);
        }

        public java.util.List<Expression> operands() {
            return Views.nodes(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#COMPARISON].
    record Comparison(SyntaxTree tree, int id) implements Expression {
        public Comparison {
            Views.check(tree, id, NodeKind.COMPARISON);
        }

        public Expression left() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public java.util.List<Token> operators() {
            return Views.tokens(tree, id, 1);
        }

        public java.util.List<Expression> comparators() {
            return Views.nodes(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#CONDITIONAL].
    record Conditional(SyntaxTree tree, int id) implements Expression {
        public Conditional {
            Views.check(tree, id, NodeKind.CONDITIONAL);
        }

        public Expression body() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Expression test() {
            return Views.node(tree, id, 1, Expression.class);
        }

        public Expression orElse() {
            return Views.node(tree, id, 2, Expression.class);
        }
    }

    /// A [NodeKind#LAMBDA].
    record Lambda(SyntaxTree tree, int id) implements Expression {
        public Lambda {
            Views.check(tree, id, NodeKind.LAMBDA);
        }

        public Parameters parameters() {
            return Views.node(tree, id, 0, Parameters.class);
        }

        public Expression body() {
            return Views.node(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#NAMED_EXPRESSION].
    record Named(SyntaxTree tree, int id) implements Expression {
        public Named {
            Views.check(tree, id, NodeKind.NAMED_EXPRESSION);
        }

        public Expression target() {
            return Views.node(tree, id, 0, Expression.class);
        }

        public Expression value() {
            return Views.node(tree, id, 1, Expression.class);
        }
    }

    /// A [NodeKind#YIELD].
    record Yield(SyntaxTree tree, int id) implements Expression {
        public Yield {
            Views.check(tree, id, NodeKind.YIELD);
        }

        public Optional<Expression> value() {
            return Views.optionalNode(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#YIELD_FROM].
    record YieldFrom(SyntaxTree tree, int id) implements Expression {
        public YieldFrom {
            Views.check(tree, id, NodeKind.YIELD_FROM);
        }

        public Expression value() {
            return Views.node(tree, id, 0, Expression.class);
        }
    }

    /// A [NodeKind#ERROR_EXPRESSION].
    record Error(SyntaxTree tree, int id) implements Expression {
        public Error {
            Views.check(tree, id, NodeKind.ERROR_EXPRESSION);
        }
    }
}
