package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NameTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Numbers of names: those of the file, [ImplicitName]s, and private names as a class sees them. Reused.
final class NameMangler {
    /// No class around.
    static final int NONE = -1;

    private final int[] implicit = new int[ImplicitName.VALUES.length];
    private final PairTable mangled = new PairTable();
    /// Names of the file that may equal a mangled one: one leading underscore. Filled at the first mangling.
    private final Map<String, Integer> underscored = new HashMap<>();
    private boolean underscoredKnown;

    private NameTable names;
    private int nameCount;
    /// By name of the file: whether it starts with two underscores and doesn't end with two.
    private boolean[] isPrivate = new boolean[512];
    private String[] extras = new String[64];
    private int extraCount;

    void reset(NameTable table) {
        names = table;
        nameCount = table.size();
        extraCount = 0;
        mangled.clear();
        underscored.clear();
        underscoredKnown = false;
        Arrays.fill(implicit, NONE);
        if (isPrivate.length < nameCount) {
            isPrivate = new boolean[Math.max(nameCount, isPrivate.length * 2)];
        }
        byte[] bytes = table.bytes();
        for (int name = 0; name < nameCount; name++) {
            int start = table.start(name);
            int end = table.end(name);
            isPrivate[name] = isPrivate(bytes, start, end);
            boolean dunder = end - start >= 2 && bytes[start] == '_' && bytes[start + 1] == '_';
            if (dunder || bytes[start] == 's' && end - start == 5) {
                recogniseImplicit(name);
            }
        }
        for (ImplicitName name : ImplicitName.VALUES) {
            if (implicit[name.ordinal()] == NONE) {
                implicit[name.ordinal()] = addExtra(name.text);
            }
        }
    }

    int id(ImplicitName name) {
        return implicit[name.ordinal()];
    }

    int size() {
        return nameCount + extraCount;
    }

    String text(int name) {
        return name < nameCount ? names.text(name) : extras[name - nameCount];
    }

    SymbolNames freeze() {
        return new SymbolNames(names, Arrays.copyOf(extras, extraCount));
    }

    boolean isPrivate(int name) {
        return name < nameCount && isPrivate[name];
    }

    /// A private name as code in a class sees it: `__x` in class `_C` is `_C__x`. A class whose name is all underscores
    /// changes nothing.
    int mangle(int privateName, int className) {
        int known = mangled.get(className, privateName);
        if (known != PairTable.ABSENT) {
            return known;
        }
        String name = text(privateName);
        String text = mangle(name, text(className));
        int result = text.equals(name) ? privateName : intern(text);
        mangled.add(className, privateName, result);
        return result;
    }

    /// The same of texts.
    static String mangle(String privateName, String className) {
        String prefix = PrivateNames.prefix(className);
        return prefix == null ? privateName : prefix + privateName;
    }

    /// Whether an identifier starts with two underscores and doesn't end with two.
    static boolean isPrivate(byte[] bytes, int start, int end) {
        return end - start >= 2 && bytes[start] == '_' && bytes[start + 1] == '_'
                && !(bytes[end - 1] == '_' && bytes[end - 2] == '_');
    }

    private int intern(String text) {
        if (!underscoredKnown) {
            underscoredKnown = true;
            byte[] bytes = names.bytes();
            for (int name = 0; name < nameCount; name++) {
                int start = names.start(name);
                if (bytes[start] == '_' && names.end(name) - start > 1 && bytes[start + 1] != '_') {
                    underscored.put(names.text(name), name);
                }
            }
        }
        Integer known = underscored.get(text);
        if (known != null) {
            return known;
        }
        int name = addExtra(text);
        underscored.put(text, name);
        return name;
    }

    private void recogniseImplicit(int name) {
        String text = names.text(name);
        for (ImplicitName candidate : ImplicitName.VALUES) {
            if (candidate.text.equals(text)) {
                implicit[candidate.ordinal()] = name;
            }
        }
    }

    private int addExtra(String text) {
        if (extraCount == extras.length) {
            extras = Arrays.copyOf(extras, extraCount * 2);
        }
        extras[extraCount] = text;
        return nameCount + extraCount++;
    }
}
