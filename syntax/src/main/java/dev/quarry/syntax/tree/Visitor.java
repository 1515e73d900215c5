package dev.quarry.syntax.tree;

/// What is called for each node of a walk. Depth is no concern: nothing recurses.
public interface Visitor {
    /// Called before the children of a node; false leaves them out.
    default boolean enter(Node node) {
        return true;
    }

    /// Called behind the children of a node, also when they were left out.
    default void leave(Node node) {}
}
