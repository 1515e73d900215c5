package dev.quarry.extract.project;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.ast.AstField;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `setup.py` says, without running it: the keyword arguments of `setup(…)` that are literals. What the script
/// computes is unknown and left out.
///
/// @param isProject whether it calls `setup` with keywords
/// @param metadata what it says of Python
/// @param packageFolders the folders of `package_dir`, by package
/// @param searchedFolders where `find_packages` or `find_namespace_packages` looks
/// @param requirements of `install_requires` and its like
record SetupScript(boolean isProject, PackagingMetadata metadata, Map<String, String> packageFolders,
        List<String> searchedFolders, List<String> requirements) {
    static final SetupScript NONE =
            new SetupScript(false, PackagingMetadata.NONE, Map.of(), List.of(), List.of());

    private static final Set<String> FINDERS = Set.of("find_packages", "find_namespace_packages");
    private static final Set<String> REQUIREMENTS =
            Set.of("install_requires", "extras_require", "setup_requires", "tests_require");

    static SetupScript parse(byte[] file) {
        AstTable ast = new AstProjector()
                .project(new Parser().parse(file, ParseOptions.module(PythonVersion.newest())));
        boolean isProject = false;
        String python = null;
        List<String> classifiers = new ArrayList<>();
        Map<String, String> folders = new LinkedHashMap<>();
        List<String> searched = new ArrayList<>();
        List<String> requirements = new ArrayList<>();
        for (int row = 0; row < ast.size(); row++) {
            if (ast.kind(row) != AstKind.KEYWORD || !isCall(ast, ast.parent(row), Set.of("setup"))) {
                continue;
            }
            isProject = true;
            switch (ast.name(row)) {
                case "python_requires" -> python = python != null ? python : stringBelow(ast, row);
                case "classifiers" -> addItems(ast, row + 1, classifiers);
                case "package_dir" -> addEntries(ast, row + 1, folders);
                case "packages" -> addSearched(ast, row, searched);
                case String name when REQUIREMENTS.contains(name) -> addAllItems(ast, row, requirements);
                case null, default -> { }
            }
        }
        return new SetupScript(isProject, new PackagingMetadata(python, false, classifiers), folders, searched,
                requirements);
    }

    /// Whether a row is a call of a function, by its name or as an attribute. Rows are in preorder, so the callee is next.
    private static boolean isCall(AstTable ast, int call, Set<String> names) {
        int callee = call + 1;
        return ast.kind(call) == AstKind.CALL && ast.field(callee) == AstField.FUNC && ast.name(callee) != null
                && names.contains(ast.name(callee));
    }

    /// The string that is a keyword's value; null if it is something else.
    private static String stringBelow(AstTable ast, int keyword) {
        return ast.parent(keyword + 1) == keyword ? ast.stringValue(keyword + 1) : null;
    }

    private static boolean isBelow(AstTable ast, int row, int ancestor) {
        return row < ast.size() && ast.parent(row) >= ancestor;
    }

    /// The strings of a list or tuple.
    private static void addItems(AstTable ast, int sequence, List<String> strings) {
        for (int row = sequence + 1; isBelow(ast, row, sequence); row++) {
            String string = ast.parent(row) == sequence ? ast.stringValue(row) : null;
            if (string != null) {
                strings.add(string);
            }
        }
    }

    /// The strings of all lists and tuples below a keyword.
    private static void addAllItems(AstTable ast, int keyword, List<String> strings) {
        for (int row = keyword + 1; isBelow(ast, row, keyword); row++) {
            if (ast.kind(row) == AstKind.LIST || ast.kind(row) == AstKind.TUPLE) {
                addItems(ast, row, strings);
            }
        }
    }

    /// The entries of a dictionary of strings.
    private static void addEntries(AstTable ast, int dictionary, Map<String, String> entries) {
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int row = dictionary + 1; isBelow(ast, row, dictionary); row++) {
            if (ast.parent(row) == dictionary) {
                (ast.field(row) == AstField.KEYS ? keys : values).add(ast.stringValue(row));
            }
        }
        for (int i = 0; keys.size() == values.size() && i < keys.size(); i++) {
            if (keys.get(i) != null && values.get(i) != null) {
                entries.put(keys.get(i), values.get(i));
            }
        }
    }

    /// The folders that are the first argument, or `where`, of the calls that find packages.
    private static void addSearched(AstTable ast, int keyword, List<String> folders) {
        for (int row = keyword + 1; isBelow(ast, row, keyword); row++) {
            if (!isCall(ast, row, FINDERS)) {
                continue;
            }
            for (int argument = row + 1; isBelow(ast, argument, row); argument++) {
                String folder = ast.parent(argument) != row ? null
                        : ast.kind(argument) == AstKind.KEYWORD && "where".equals(ast.name(argument))
                                ? stringBelow(ast, argument)
                                : ast.field(argument) == AstField.ARGS ? ast.stringValue(argument) : null;
                if (folder != null) {
                    folders.add(folder);
                    break;
                }
            }
        }
    }
}
