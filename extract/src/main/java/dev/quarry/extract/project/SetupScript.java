package dev.quarry.extract.project;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.ast.AstField;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import java.util.ArrayList;
import java.util.List;

/// Reads `setup.py` without running it: the keyword arguments of `setup(…)` that are plain strings.
final class SetupScript {
    private SetupScript() {}

    static PackagingMetadata parse(byte[] file) {
        AstTable ast = new AstProjector()
                .project(new Parser().parse(file, ParseOptions.module(PythonVersion.newest())));
        String requirement = null;
        List<String> classifiers = new ArrayList<>();
        for (int row = 0; row < ast.size(); row++) {
            if (ast.kind(row) != AstKind.KEYWORD || ast.name(row) == null || !isSetup(ast, ast.parent(row))) {
                continue;
            }
            if (ast.name(row).equals("python_requires") && requirement == null) {
                requirement = ast.parent(row + 1) == row ? ast.stringValue(row + 1) : null;
            } else if (ast.name(row).equals("classifiers")) {
                addStrings(ast, row, classifiers);
            }
        }
        return new PackagingMetadata(requirement, false, classifiers);
    }

    /// Whether a row is a call of `setup`, by that name or as an attribute. Rows are in preorder, so the callee is next.
    private static boolean isSetup(AstTable ast, int call) {
        int callee = call + 1;
        return ast.kind(call) == AstKind.CALL && ast.field(callee) == AstField.FUNC && "setup".equals(ast.name(callee));
    }

    /// The strings of a list or tuple that is a keyword's value.
    private static void addStrings(AstTable ast, int keyword, List<String> strings) {
        int sequence = keyword + 1;
        for (int row = sequence + 1; row < ast.size() && ast.parent(row) >= sequence; row++) {
            String string = ast.parent(row) == sequence ? ast.stringValue(row) : null;
            if (string != null) {
                strings.add(string);
            }
        }
    }
}
