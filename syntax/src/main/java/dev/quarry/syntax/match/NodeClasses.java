package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstSlot;
import dev.quarry.syntax.match.NodeAttribute.Holds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// LibCST's classes of nodes by name, with their attributes; the resource `attributes.txt` says them.
final class NodeClasses {
    private static final String RESOURCE = "attributes.txt";
    private static final String TEXT = "text";
    private static final String NOT_HELD = "-";

    private static final Map<String, CstKind> BY_NAME = new HashMap<>();
    private static final Map<String, CstSlot> SLOTS = new HashMap<>();
    private static final Map<String, Set<CstKind>> GROUPS = new HashMap<>();
    private static final Map<CstKind, List<NodeAttribute>> ATTRIBUTES = new EnumMap<>(CstKind.class);

    static {
        Arrays.stream(CstKind.values()).forEach(kind -> BY_NAME.put(kind.className(), kind));
        Arrays.stream(CstSlot.values()).forEach(slot -> SLOTS.put(slot.attribute(), slot));
        read();
    }

    private NodeClasses() {}

    /// The class of a name; null when there is none.
    static CstKind byName(String name) {
        return BY_NAME.get(name);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /// The classes of a group such as `BaseExpression`; null when there is none of that name.
    static Set<CstKind> group(String name) {
        return GROUPS.get(name);
    }

    /// The attributes of a class, in the order in which LibCST's constructor takes them.
    static List<NodeAttribute> attributes(CstKind kind) {
        return ATTRIBUTES.get(kind);
    }

    private static void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NodeClasses.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (line.isEmpty() || words[0].equals("#")) {
                    continue;
                }
                if (words.length > 1 && words[1].equals("=")) {
                    Set<CstKind> members = EnumSet.noneOf(CstKind.class);
                    Arrays.stream(words).skip(2).forEach(name -> members.add(BY_NAME.get(name)));
                    GROUPS.put(words[0], members);
                } else {
                    List<NodeAttribute> attributes = new ArrayList<>();
                    Arrays.stream(words).skip(1).forEach(word -> attributes.add(attribute(word)));
                    ATTRIBUTES.put(BY_NAME.get(words[0]), List.copyOf(attributes));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of Quarry's jar: is the jar complete?", e);
        }
    }

    private static NodeAttribute attribute(String word) {
        int colon = word.indexOf(':');
        String name = word.substring(0, colon);
        String type = word.substring(colon + 1);
        boolean optional = type.endsWith("?");
        String classes = type.replaceAll("[?~*]", "");
        boolean sequence = type.contains("*");
        if (classes.equals(NOT_HELD)) {
            return new NodeAttribute(name, type, Holds.NOTHING, Set.of(), false, false, null);
        }
        if (classes.equals(TEXT)) {
            return new NodeAttribute(name, TEXT, Holds.TEXT, Set.of(), optional, false, null);
        }
        Set<CstKind> kinds = EnumSet.noneOf(CstKind.class);
        for (String each : classes.split("\\|")) {
            CstKind kind = BY_NAME.get(each);
            if (kind != null) {
                kinds.add(kind);
            } else {
                kinds.addAll(GROUPS.get(each));
            }
        }
        Holds holds = !sequence ? Holds.NODE
                : kinds.contains(CstKind.IMPORT_STAR) ? Holds.SEQUENCE_OR_NODE : Holds.SEQUENCE;
        return new NodeAttribute(name, classes.replace("|", " or "), holds, kinds, optional, type.contains("~"),
                SLOTS.get(name));
    }
}
