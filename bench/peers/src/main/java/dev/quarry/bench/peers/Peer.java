package dev.quarry.bench.peers;

/// A parser in another runtime and how to start it.
///
/// @param title as the table of results calls it
/// @param script a resource of this package, see [PeerProcess]
/// @param interpreter the program that runs the script
/// @param argument the script's first argument; the folder with the sources is its second
record Peer(String title, String script, String interpreter, String argument) {
    /// Reads the four parts from one text, separated by `|`.
    static Peer parse(String text) {
        String[] parts = text.split("\\|");
        if (parts.length != 4) {
            throw new IllegalArgumentException("expected title|script|interpreter|argument, found " + text);
        }
        return new Peer(parts[0], parts[1], parts[2], parts[3]);
    }
}
