package dev.quarry.syntax;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/// The names of token kinds, for tests.
final class TokenNames {
    private static final String[] NAMES = names();

    private TokenNames() {}

    /// The constant's name: `KW_IF`.
    static String of(int kind) {
        return NAMES[kind];
    }

    private static String[] names() {
        String[] names = new String[128];
        for (Field field : TokenKind.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                try {
                    names[field.getInt(null)] = field.getName();
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return names;
    }
}
