package dev.quarry.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The rendered statements of the worklist, by name. They are generated; see the resource's first line.
final class Statements {
    private static final String RESOURCE = "worklist.properties";

    private final Properties texts = new Properties();

    Statements() {
        try (InputStream in = Statements.class.getResourceAsStream(RESOURCE)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + RESOURCE + " of this build cannot be read", e);
        }
    }

    /// @throws IllegalArgumentException if there is no statement of that name
    String get(String name) {
        String text = texts.getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException("no statement " + name + " in " + RESOURCE);
        }
        return text;
    }
}
