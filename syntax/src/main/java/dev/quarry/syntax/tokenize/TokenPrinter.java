package dev.quarry.syntax.tokenize;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.ast.ByteSink;
import dev.quarry.syntax.ast.StringRepr;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Prints tokens as `python -m tokenize` does: one per line, in columns of 20, 15 and 15 characters.
public final class TokenPrinter {
    private static final int PLACE_WIDTH = 20;
    private static final int NAME_WIDTH = 15;
    private static final int STRING_WIDTH = 15;
    private static final int FLUSH = 1 << 15;

    private TokenPrinter() {}

    /// Writes all tokens in UTF-8.
    ///
    /// @param exact whether operators have names of their own, as with `-e`
    /// @param version decides which characters are printable
    public static void print(PythonTokens tokens, boolean exact, PythonVersion version, OutputStream out)
            throws IOException {
        ByteSink line = new ByteSink();
        for (int i = 0; i < tokens.size(); i++) {
            String place = tokens.line(i) + "," + tokens.column(i) + "-" + tokens.endLine(i) + ","
                    + tokens.endColumn(i) + ":";
            put(place, PLACE_WIDTH, line);
            put(exact ? tokens.exactName(i) : tokens.type(i).name(), NAME_WIDTH, line);
            putString(tokens, i, version, line);
            line.put('\n');
            if (line.size() > FLUSH) {
                out.write(line.array(), 0, line.size());
                line.clear();
            }
        }
        out.write(line.array(), 0, line.size());
    }

    /// Python's repr of a string.
    public static String repr(String string, PythonVersion version) {
        byte[] text = string.getBytes(StandardCharsets.UTF_8);
        ByteSink sink = new ByteSink();
        StringRepr.writeString(text, 0, text.length, version, sink);
        return new String(sink.array(), 0, sink.size(), StandardCharsets.UTF_8);
    }

    private static void put(String ascii, int width, ByteSink line) {
        line.put(ascii);
        pad(ascii.length(), width, line);
    }

    private static void pad(int length, int width, ByteSink line) {
        for (int i = length; i < width; i++) {
            line.put(' ');
        }
    }

    private static void putString(PythonTokens tokens, int token, PythonVersion version, ByteSink line) {
        int from = line.size();
        if (tokens.type(token) == TokenType.ENCODING) {
            byte[] encoding = tokens.string(token).getBytes(StandardCharsets.UTF_8);
            StringRepr.writeString(encoding, 0, encoding.length, version, line);
        } else {
            StringRepr.writeString(tokens.text(), tokens.start(token), tokens.end(token), version, line);
        }
        int characters = 0;
        for (int i = from; i < line.size(); i++) {
            characters += (line.array()[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        pad(characters, STRING_WIDTH, line);
    }
}
