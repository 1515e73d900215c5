package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.NodeKind.Category;
import dev.quarry.syntax.NodeKind.SlotSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes the records of the typed view from the declarations of [NodeKind]: one file per category, and [NodeRecords],
/// which finds the record of a kind. [ViewGeneratorTest] keeps them fresh.
final class ViewGenerator {
    static final String MARK = "// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.\n";

    /// Categories of one kind: the record stands by itself.
    private static final List<Category> SINGLE = List.of(Category.PARAMETERS, Category.WITH_ITEM, Category.MATCH_CASE,
            Category.EXCEPT_HANDLER, Category.ALIAS, Category.COMPREHENSION_CLAUSE);

    private static final Map<Category, String> DESCRIPTIONS = new EnumMap<>(Map.ofEntries(
            Map.entry(Category.ROOT, "A whole file."),
            Map.entry(Category.STATEMENT, "A statement."),
            Map.entry(Category.EXPRESSION, "An expression."),
            Map.entry(Category.ARGUMENT, "An argument of a call or a class: an expression or `name=value`."),
            Map.entry(Category.PATTERN, "A pattern of a `case` (PEP 634)."),
            Map.entry(Category.TYPE_PARAMETER, "A type parameter (PEP 695)."),
            Map.entry(Category.PARAMETERS, "The parameters of a function or a lambda."),
            Map.entry(Category.PARAMETER, "A parameter of a function or a lambda, or a marker among them."),
            Map.entry(Category.WITH_ITEM, "One `context as target` of a `with` statement."),
            Map.entry(Category.MATCH_CASE, "One `case` of a `match` statement."),
            Map.entry(Category.EXCEPT_HANDLER, "One `except` of a `try` statement."),
            Map.entry(Category.ALIAS, "One `name as asname` of an import."),
            Map.entry(Category.COMPREHENSION_CLAUSE, "One `for target in iterable if condition` of a comprehension."),
            Map.entry(Category.STRING_LITERAL, "One of the adjacent literals of a string."),
            Map.entry(Category.FORMAT_PART, "A part of an f-string, a t-string or a format specification.")));

    /// Names that the rule of [#recordName] would make unclear.
    private static final Map<NodeKind, String> NAMES = new EnumMap<>(Map.of(
            NodeKind.EXPRESSION, "Evaluation",
            NodeKind.EXPRESSION_STATEMENT, "ExpressionStatement",
            NodeKind.PARAMETER, "Named",
            NodeKind.STRING, "Plain",
            NodeKind.FSTRING, "FString",
            NodeKind.TSTRING, "TString",
            NodeKind.FSTRING_TEXT, "Text"));

    private ViewGenerator() {}

    /// File names and their contents.
    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Category category : DESCRIPTIONS.keySet()) {
            files.put(typeName(category) + ".java", SINGLE.contains(category) ? single(category) : sealed(category));
        }
        files.put("NodeRecords.java", factory());
        return files;
    }

    /// `WithItem` for WITH_ITEM.
    static String typeName(Category category) {
        return camelCase(category.name());
    }

    /// The record's name, within its category's type: that of the kind without the category's.
    static String recordName(NodeKind kind) {
        String name = NAMES.get(kind);
        if (name != null) {
            return name;
        }
        String category = kind.category().name();
        return camelCase(kind.name().replaceFirst("^" + category + "_(?=.)|(?<=.)_" + category + "$", ""));
    }

    /// The record's name as other types write it.
    static String qualifiedName(NodeKind kind) {
        Category category = kind.category();
        return SINGLE.contains(category) ? typeName(category) : typeName(category) + "." + recordName(kind);
    }

    /// `isAsync` for a flag, else the slot's name.
    static String accessorName(SlotSpec slot) {
        return slot.type() == NodeKind.Slot.FLAG
                ? "is" + slot.name().substring(0, 1).toUpperCase(Locale.ROOT) + slot.name().substring(1) : slot.name();
    }

    private static List<NodeKind> kinds(Category category) {
        return Arrays.stream(NodeKind.values()).filter(kind -> kind.category() == category).toList();
    }

    private static String single(Category category) {
        List<NodeKind> kinds = kinds(category);
        if (kinds.size() != 1) {
            throw new IllegalStateException(category + " has " + kinds.size() + " kinds");
        }
        return header(kinds) + "/// " + DESCRIPTIONS.get(category) + "\n"
                + record(kinds.getFirst(), typeName(category), "Node", "");
    }

    private static String sealed(Category category) {
        List<NodeKind> kinds = kinds(category);
        StringBuilder out = new StringBuilder(header(kinds));
        out.append("/// ").append(DESCRIPTIONS.get(category)).append('\n');
        String parent = category == Category.EXPRESSION ? "Argument" : "Node";
        out.append("public sealed interface ").append(typeName(category)).append(" extends ").append(parent);
        if (category == Category.ARGUMENT) {
            out.append(" permits Expression, Argument.Keyword");
        }
        out.append(" {\n");
        if (category == Category.ROOT) {
            out.append("""

                        /// The root of a tree: where its view begins.
                        static Root of(SyntaxTree tree) {
                            return (Root) NodeRecords.of(tree, tree.root());
                        }

                        /// The innermost node at an offset, see [SyntaxTree#nodeAt].
                        default Node nodeAt(int offset) {
                            return NodeRecords.of(tree(), tree().nodeAt(offset));
                        }
                    """);
        }
        for (NodeKind kind : kinds) {
            out.append('\n').append("    /// A [NodeKind#").append(kind.name()).append("].\n");
            out.append(record(kind, recordName(kind), typeName(category), "    "));
        }
        return out.append("}\n").toString();
    }

    private static String header(List<NodeKind> kinds) {
        var imports = new TreeSet<>(List.of("dev.quarry.syntax.NodeKind", "dev.quarry.syntax.SyntaxTree"));
        for (NodeKind kind : kinds) {
            for (SlotSpec slot : kind.slots()) {
                if (slot.type() == NodeKind.Slot.TOKEN || slot.type() == NodeKind.Slot.TOKENS) {
                    imports.add("dev.quarry.syntax.Token");
                }
                if (slot.optional()) {
                    imports.add("java.util.Optional");
                }
            }
        }
        StringBuilder out = new StringBuilder(MARK).append("package dev.quarry.syntax.tree;\n\n");
        imports.forEach(name -> out.append("import ").append(name).append(";\n"));
        return out.append('\n').toString();
    }

    private static String record(NodeKind kind, String name, String parent, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add((indent.isEmpty() ? "public " : "") + "record " + name + "(SyntaxTree tree, int id) implements "
                + parent + " {");
        lines.add("    public " + name + " {");
        lines.add("        Views.check(tree, id, NodeKind." + kind.name() + ");");
        lines.add("    }");
        for (int i = 0; i < kind.slots().size(); i++) {
            SlotSpec slot = kind.slots().get(i);
            lines.add("");
            lines.add("    public " + typeOf(slot) + " " + accessorName(slot) + "() {");
            lines.add("        return " + read(slot, i) + ";");
            lines.add("    }");
        }
        lines.add("}");
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append(line.isEmpty() ? "" : indent).append(line).append('\n');
        }
        return out.toString();
    }

    /// Lists by their full name: `List` is a record of [Expression].
    private static String typeOf(SlotSpec slot) {
        String node = elementType(slot.category());
        return switch (slot.type()) {
            case NODE -> slot.optional() ? "Optional<" + node + ">" : node;
            case NODES -> "java.util.List<" + node + ">";
            case TOKEN -> slot.optional() ? "Optional<Token>" : "Token";
            case TOKENS -> "java.util.List<Token>";
            case INT -> "int";
            case FLAG -> "boolean";
        };
    }

    private static String elementType(Category category) {
        return typeName(category);
    }

    private static String read(SlotSpec slot, int index) {
        String place = "(tree, id, " + index;
        return switch (slot.type()) {
            case NODE -> (slot.optional() ? "Views.optionalNode" : "Views.node") + place + ", "
                    + elementType(slot.category()) + ".class)";
            case NODES -> switch (slot.category()) {
                case DICT_ENTRY -> "Views.dictEntries" + place + ")";
                case PATTERN_ENTRY -> "Views.patternEntries" + place + ")";
                default -> "Views.nodes" + place + ", " + elementType(slot.category()) + ".class)";
            };
            case TOKEN -> (slot.optional() ? "Views.optionalToken" : "Views.token") + place + ")";
            case TOKENS -> "Views.tokens" + place + ")";
            case INT -> "tree.slot(id, " + index + ")";
            case FLAG -> "tree.slot(id, " + index + ") != 0";
        };
    }

    private static String factory() {
        StringBuilder out = new StringBuilder(MARK).append("""
                package dev.quarry.syntax.tree;

                import dev.quarry.syntax.SyntaxTree;

                /// The record of each kind of node.
                final class NodeRecords {
                    private NodeRecords() {}

                    static Node of(SyntaxTree tree, int id) {
                        return switch (tree.kind(id)) {
                """);
        for (NodeKind kind : NodeKind.values()) {
            if (kind != NodeKind.NONE) {
                out.append("            case ").append(kind.name()).append(" -> new ").append(qualifiedName(kind))
                        .append("(tree, id);\n");
            }
        }
        return out.append("""
                            case NONE -> throw new IllegalArgumentException("no node has the number " + id);
                        };
                    }
                }
                """).toString();
    }

    private static String camelCase(String constant) {
        StringBuilder out = new StringBuilder();
        for (String word : constant.split("_")) {
            out.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }
}
