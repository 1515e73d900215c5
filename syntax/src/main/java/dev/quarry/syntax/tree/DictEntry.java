package dev.quarry.syntax.tree;

import java.util.Optional;

/// `key: value` in a dict, or `**value`, which has no key.
public record DictEntry(Optional<Expression> key, Expression value) {}
