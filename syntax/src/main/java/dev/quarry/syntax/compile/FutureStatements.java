package dev.quarry.syntax.compile;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.util.Set;

/// The `from __future__` statements at the beginning of a module (Language Reference 7.11.1).
final class FutureStatements {
    private static final String MODULE = "__future__";
    private static final Set<String> FEATURES = Set.of("nested_scopes", "generators", "division", "absolute_import",
            "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations");

    private SyntaxTree tree;
    private int moduleName;
    private int lastStart;
    private boolean relativeCounts;
    private boolean annotations;

    /// Reads the statements that may be future statements, and reports features that there are not.
    void read(SyntaxTree newTree, Findings findings) {
        tree = newTree;
        moduleName = Names.find(tree.names(), MODULE);
        lastStart = -1;
        relativeCounts = !newTree.options().version().isAtLeast(PythonVersion.PY313);
        annotations = false;
        NodeKind root = tree.kind(tree.root());
        if (moduleName < 0 || root != NodeKind.MODULE && root != NodeKind.INTERACTIVE) {
            return;
        }
        int body = tree.slot(tree.root(), 0);
        int first = root == NodeKind.MODULE && tree.length(body) > 0 && isDocstring(tree.element(body, 0)) ? 1 : 0;
        for (int i = first; i < tree.length(body); i++) {
            int statement = tree.element(body, i);
            if (tree.kind(statement) != NodeKind.IMPORT_FROM || !isFuture(statement)
                    || !checkFeatures(statement, findings)) {
                return;
            }
            lastStart = tree.start(statement);
        }
    }

    /// Whether annotations stay unevaluated (PEP 563).
    boolean annotations() {
        return annotations;
    }

    /// Whether an import, wherever it is, is a future statement that comes too late.
    boolean isLate(int importFrom) {
        return moduleName >= 0 && isFuture(importFrom) && tree.start(importFrom) > lastStart;
    }

    /// Before 3.13, a relative import of such a module counted, too.
    private boolean isFuture(int importFrom) {
        int name = tree.slot(importFrom, 1);
        return (relativeCounts || tree.slot(importFrom, 0) == 0) && name != 0 && name == tree.slot(importFrom, 2)
                && tree.tokens().payload(name) == moduleName;
    }

    private boolean isDocstring(int statement) {
        return tree.kind(statement) == NodeKind.EXPRESSION_STATEMENT
                && "str".equals(ConstantTypes.ofLiteral(tree, tree.slot(statement, 0)));
    }

    private boolean checkFeatures(int statement, Findings findings) {
        int names = tree.slot(statement, 3);
        for (int i = 0; i < tree.length(names); i++) {
            int token = tree.slot(tree.element(names, i), 0);
            String feature = Names.text(tree, token);
            annotations |= feature.equals("annotations");
            if (!FEATURES.contains(feature)) {
                findings.error(feature.equals("braces") ? "not a chance"
                        : "future feature " + cut(feature) + " is not defined", tree.start(statement));
                return false;
            }
        }
        return true;
    }

    /// `%.100s` in CPython's message.
    private static String cut(String feature) {
        return feature.length() <= 100 ? feature : feature.substring(0, 100);
    }
}
