package dev.quarry.syntax.tree;

/// `key: pattern` in a mapping pattern.
public record PatternEntry(Expression key, Pattern pattern) {}
