package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.Span;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A node of a syntax tree.
///
/// Offsets count bytes of [dev.quarry.syntax.SourceText#utf8]: those of the file itself when it is UTF-8.
public sealed interface Node permits Root, Statement, Argument, Pattern, TypeParameter, Parameters, Parameter, WithItem,
        MatchCase, ExceptHandler, Alias, ComprehensionClause, StringLiteral, FormatPart {

    /// The tree that the node belongs to.
    SyntaxTree tree();

    /// The node's number in the tree, as the tree's own methods take it.
    int id();

    /// The record for a node of a tree.
    static Node of(SyntaxTree tree, int id) {
        return NodeRecords.of(tree, id);
    }

    default NodeKind kind() {
        return tree().kind(id());
    }

    /// Offset of the first byte; decorators lie before their definition, as in CPython.
    default int start() {
        return tree().start(id());
    }

    /// Offset after the last byte; a default lies behind its parameter, as in CPython.
    default int end() {
        return tree().end(id());
    }

    default Span span() {
        return new Span(start(), end());
    }

    /// The source text of the node.
    default String text() {
        return Views.text(tree(), start(), end());
    }

    /// The source text from the leading trivia of the first token to the trailing trivia of the last.
    default String textWithTrivia() {
        List<Token> tokens = tokens();
        return tokens.isEmpty() ? "" : Views.text(tree(), tokens.getFirst().spanWithTrivia().start(),
                tokens.getLast().spanWithTrivia().end());
    }

    /// The tokens of the node, those of its children included. Empty for an error node of width 0.
    default List<Token> tokens() {
        return Views.tokenRange(tree(), tree().firstToken(id()), tree().endToken(id()));
    }

    /// The nodes directly below this one, in source order.
    default List<Node> children() {
        return Views.children(tree(), id());
    }

    /// The node around this one; empty for the root. The first call on a tree takes time and memory in proportion to
    /// the tree, all others are fast.
    default Optional<Node> parent() {
        int parent = tree().parent(id());
        return parent == 0 ? Optional.empty() : Optional.of(of(tree(), parent));
    }

    /// The nodes from the root to this one, both included.
    default List<Node> path() {
        return Views.path(this);
    }

    /// This node and all below it, parents before children, children in source order.
    default Stream<Node> preorder() {
        return Views.preorder(tree(), id());
    }

    /// Those nodes among [#preorder] that are of a type: a record, as [Expression.Call], or a category, as [Statement].
    default <T extends Node> Stream<T> preorder(Class<T> type) {
        return preorder().filter(type::isInstance).map(type::cast);
    }

    /// Those nodes among [#preorder] that lie wholly within a span.
    default Stream<Node> nodesIn(Span span) {
        return Views.nodesIn(tree(), id(), span);
    }

    /// Walks over this node and all below it.
    default void walk(Visitor visitor) {
        Views.walk(tree(), id(), visitor);
    }
}
