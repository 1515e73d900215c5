package dev.quarry.parity;

import java.io.IOException;

/// Something to compare: a file, or a string in one.
public interface Source {
    /// What to call it: the path, for a string followed by its line.
    String name();

    /// Its bytes.
    byte[] read() throws IOException;
}
