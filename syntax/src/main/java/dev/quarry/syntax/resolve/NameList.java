package dev.quarry.syntax.resolve;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.symtable.PrivateNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names that a file's facts mention, numbered in order of first appearance.
final class NameList {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /// By number in the tree's own table.
    private int[] byTreeName = new int[256];
    private SyntaxTree tree;

    void start(SyntaxTree next) {
        tree = next;
        texts.clear();
        numbers.clear();
        int size = next.names().size();
        if (byTreeName.length < size) {
            byTreeName = new int[Math.max(size, byTreeName.length * 2)];
        }
        Arrays.fill(byTreeName, 0, size, NameFacts.NONE);
    }

    int of(String text) {
        Integer known = numbers.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    /// The number of a name that has one; NONE otherwise.
    int known(String text) {
        return numbers.getOrDefault(text, NameFacts.NONE);
    }

    /// The name at a token; NONE where an error has put something else there.
    int ofToken(int token) {
        if (tree.tokens().kind(token) != TokenKind.NAME) {
            return NameFacts.NONE;
        }
        int name = tree.tokens().payload(token);
        if (byTreeName[name] == NameFacts.NONE) {
            byTreeName[name] = of(tree.names().text(name));
        }
        return byTreeName[name];
    }

    /// The same, as code in a class sees it: `__x` in class `_C` is `_C__x`.
    ///
    /// @param className name of the innermost class around, NONE where there is none
    int ofToken(int token, int className) {
        int name = ofToken(token);
        if (name == NameFacts.NONE || className == NameFacts.NONE) {
            return name;
        }
        String text = texts.get(name);
        return PrivateNames.isPrivate(text) ? of(PrivateNames.mangled(text, texts.get(className))) : name;
    }

    String text(int name) {
        return texts.get(name);
    }

    String[] toArray() {
        return texts.toArray(String[]::new);
    }
}
