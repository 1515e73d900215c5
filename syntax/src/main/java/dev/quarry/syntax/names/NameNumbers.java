package dev.quarry.syntax.names;

import dev.quarry.syntax.NameTable;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.symtable.PairTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names of one file as numbers, those of its [NameTable] first.
///
/// Behind them come the words `False`, `None` and `True`, which are names for LibCST; identifiers that the table has in
/// another spelling, since LibCST doesn't normalise (PEP 3131); those of string annotations; and dotted names, as
/// imports bind them. A dotted name is a pair of numbers: all of it but the last part, and that.
final class NameNumbers {
    /// Not a name.
    static final int NONE = -1;

    private static final String[] WORDS = {"False", "None", "True"};

    private final NameTable table;
    private final boolean ascii;
    /// By number, less the table's size: the text, null for a dotted name.
    private final List<String> others = new ArrayList<>(List.of(WORDS));
    /// By number, less the table's size.
    private int[] prefixes = new int[WORDS.length];
    private int[] lasts = new int[WORDS.length];
    /// Made with the first dotted name.
    private PairTable dotted;
    /// By name: whether dotted names begin with it.
    private boolean[] heads;
    /// Numbers by text; made for the first name that needs it.
    private Map<String, Integer> numbers;

    NameNumbers(SyntaxTree tree) {
        table = tree.names();
        ascii = isAscii(tree.source().utf8());
    }

    private static boolean isAscii(byte[] text) {
        // Eight ways at once are not worth their lines here: the JIT compiler makes vectors of this.
        int all = 0;
        for (byte b : text) {
            all |= b;
        }
        return all >= 0;
    }

    /// The number of a token's name, [#NONE] for a token that is no name.
    int of(SyntaxTree tree, int token) {
        int kind = tree.tokens().kind(token);
        if (kind == TokenKind.NAME) {
            int name = tree.tokens().payload(token);
            if (tree.names() == table) {
                return ascii || isSpelled(tree, token, name) ? name : number(spelling(tree, token));
            }
            return number(spelling(tree, token));
        }
        return switch (kind) {
            case TokenKind.KW_FALSE -> table.size();
            case TokenKind.KW_NONE -> none();
            case TokenKind.KW_TRUE -> table.size() + 2;
            default -> NONE;
        };
    }

    /// The number of `None`.
    int none() {
        return table.size() + 1;
    }

    /// The number of a text that is not dotted.
    int number(String text) {
        if (numbers == null) {
            numbers = new HashMap<>();
            for (int name = 0; name < table.size() + others.size(); name++) {
                if (isSimple(name)) {
                    numbers.put(text(name), name);
                }
            }
        }
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int added = add(text, NONE, NONE);
        numbers.put(text, added);
        return added;
    }

    /// The number of a dotted name, [#NONE] if no import has bound it.
    int findDotted(int prefix, int last) {
        return dotted == null ? NONE : dotted.get(prefix, last);
    }

    int dotted(int prefix, int last) {
        if (dotted == null) {
            dotted = new PairTable();
            heads = new boolean[count()];
        }
        if (isSimple(prefix)) {
            if (prefix >= heads.length) {
                heads = Arrays.copyOf(heads, Math.max(prefix + 1, heads.length * 2));
            }
            heads[prefix] = true;
        }
        int known = dotted.get(prefix, last);
        if (known != PairTable.ABSENT) {
            return known;
        }
        int added = add(null, prefix, last);
        dotted.add(prefix, last, added);
        return added;
    }

    boolean hasDotted() {
        return dotted != null;
    }

    /// Whether dotted names begin with a name.
    boolean isHead(int name) {
        return dotted != null && name < heads.length && heads[name];
    }

    /// The number of the dotted name of some parts, [#NONE] if no import has bound it.
    int findDotted(int[] parts) {
        int name = parts[0];
        for (int i = 1; i < parts.length && name != NONE; i++) {
            name = findDotted(name, parts[i]);
        }
        return name;
    }

    boolean isSimple(int name) {
        return name < table.size() || others.get(name - table.size()) != null;
    }

    /// The text of a name that is not dotted.
    String text(int name) {
        return name < table.size() ? table.text(name) : others.get(name - table.size());
    }

    int count() {
        return table.size() + others.size();
    }

    /// The parts of a dotted name in order.
    int[] parts(int name) {
        int count = 1;
        for (int part = name; !isSimple(part); part = prefixes[part - table.size()]) {
            count++;
        }
        int[] parts = new int[count];
        int part = name;
        while (!isSimple(part)) {
            parts[--count] = lasts[part - table.size()];
            part = prefixes[part - table.size()];
        }
        parts[0] = part;
        return parts;
    }

    /// A token as it is written.
    static String spelling(SyntaxTree tree, int token) {
        int start = tree.tokens().start(token);
        return new String(tree.source().utf8(), start, tree.tokens().end(token) - start, StandardCharsets.UTF_8);
    }

    private boolean isSpelled(SyntaxTree tree, int token, int name) {
        return Arrays.equals(tree.source().utf8(), tree.tokens().start(token), tree.tokens().end(token),
                table.bytes(), table.start(name), table.end(name));
    }

    private int add(String text, int prefix, int last) {
        int index = others.size();
        if (index == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, index * 2);
            lasts = Arrays.copyOf(lasts, index * 2);
        }
        others.add(text);
        prefixes[index] = prefix;
        lasts[index] = last;
        return table.size() + index;
    }
}
