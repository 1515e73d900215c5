package dev.quarry.syntax.names;

/// What is done with a name, an attribute or an item, as LibCST's `ExpressionContextProvider` has it.
public enum ExpressionContext {
    LOAD, STORE, DEL
}
