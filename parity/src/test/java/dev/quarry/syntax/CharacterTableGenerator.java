package dev.quarry.syntax;

import dev.quarry.parity.TestInterpreters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes `printable-since.txt` and `character-aliases.txt` from what interpreters know of Unicode.
final class CharacterTableGenerator {
    static final String PRINTABLE = "printable-since.txt";
    static final String ALIASES = "character-aliases.txt";
    // What `characters.py` adds up.
    private static final int IS_PRINTABLE = 1;
    private static final int IS_PART = 2;
    private static final int IS_START = 4;

    private CharacterTableGenerator() {}

    /// Writes the resources. The argument is the folder of the sources' resources.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], "dev/quarry/syntax");
        Files.writeString(folder.resolve(PRINTABLE), printable());
        Files.writeString(folder.resolve(ALIASES), aliases());
    }

    static String aliases() {
        return TestInterpreters.run(PythonVersion.PY313,
                TestInterpreters.resource(CharacterTableGenerator.class, "aliases.py"), "");
    }

    /// Ranges of the characters that became printable after 3.8, each with the release that made them so, and with their
    /// place in identifiers if this JDK doesn't know them.
    static String printable() {
        String[] since = new String[Character.MAX_CODE_POINT + 1];
        for (PythonVersion version : PythonVersion.values()) {
            byte[] kinds = kinds(version);
            for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
                if ((kinds[code] & IS_PRINTABLE) != 0 && since[code] == null) {
                    since[code] = version == PythonVersion.PY38 ? "" : version + role(code, kinds[code]);
                }
            }
        }
        StringBuilder table = new StringBuilder();
        int first = 0;
        for (int code = 1; code <= since.length; code++) {
            String release = since[first];
            if (code < since.length && release != null && release.equals(since[code])) {
                continue;
            }
            if (release != null && !release.isEmpty()) {
                table.append(String.format("%04X-%04X %s\n", first, code - 1, release));
            }
            first = code;
        }
        return table.toString();
    }

    private static String role(int code, int kind) {
        if (Character.getType(code) != Character.UNASSIGNED) {
            return "";
        }
        return (kind & IS_START) != 0 ? " start" : (kind & IS_PART) != 0 ? " part" : "";
    }

    private static byte[] kinds(PythonVersion version) {
        byte[] kinds = new byte[Character.MAX_CODE_POINT + 1];
        int code = 0;
        byte kind = 0;
        for (String run : TestInterpreters.run(version,
                TestInterpreters.resource(CharacterTableGenerator.class, "characters.py"), "").lines().toList()) {
            int space = run.indexOf(' ');
            int next = Integer.parseInt(run, 0, space, 10);
            Arrays.fill(kinds, code, next, kind);
            code = next;
            kind = Byte.parseByte(run.substring(space + 1));
        }
        Arrays.fill(kinds, code, kinds.length, kind);
        return kinds;
    }
}
