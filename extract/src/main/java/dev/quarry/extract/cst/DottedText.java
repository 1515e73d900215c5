package dev.quarry.extract.cst;

import dev.quarry.syntax.NameTable;
import java.util.Arrays;

/// The text of a chain of attributes over a name, which grows by one name at a time.
final class DottedText {
    private byte[] bytes = new byte[256];
    private int length;
    private boolean open;

    /// Begins with a name.
    void begin(NameTable names, int name) {
        length = 0;
        open = true;
        append(names, name);
    }

    /// Adds a dot and a name.
    void extend(NameTable names, int name) {
        ensure(1);
        bytes[length++] = '.';
        append(names, name);
    }

    /// Says that what comes next does not extend the text.
    void close() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void append(NameTable names, int name) {
        int from = names.start(name);
        int more = names.end(name) - from;
        ensure(more);
        System.arraycopy(names.bytes(), from, bytes, length, more);
        length += more;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
