package dev.quarry.syntax.symtable;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.Diagnostic.Extent;
import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.util.Optional;
import java.util.Set;

/// The `from __future__` statements at the beginning of a module (Language Reference 7.11.1). CPython reads them before
/// it builds the symbol table.
public final class FutureStatements {
    private static final String MODULE = "__future__";
    private static final Set<String> FEATURES = Set.of("nested_scopes", "generators", "division", "absolute_import",
            "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations");

    private final SyntaxTree tree;
    private final int moduleName;
    private int lastStart = -1;
    private boolean annotations;
    private Diagnostic error;

    private FutureStatements(SyntaxTree tree) {
        this.tree = tree;
        this.moduleName = tree.names().find(MODULE);
    }

    /// Reads the statements that may be future statements, up to the first that names no feature there is.
    public static FutureStatements of(SyntaxTree tree) {
        var statements = new FutureStatements(tree);
        NodeKind root = tree.kind(tree.root());
        if (statements.moduleName >= 0 && (root == NodeKind.MODULE || root == NodeKind.INTERACTIVE)) {
            statements.read(tree.slot(tree.root(), 0), root);
        }
        return statements;
    }

    private void read(int body, NodeKind root) {
        int first = root == NodeKind.MODULE && tree.length(body) > 0 && isDocstring(tree.element(body, 0)) ? 1 : 0;
        for (int i = first; i < tree.length(body); i++) {
            int statement = tree.element(body, i);
            if (tree.kind(statement) != NodeKind.IMPORT_FROM || !isFuture(statement) || !readFeatures(statement)) {
                return;
            }
            lastStart = tree.start(statement);
        }
    }

    /// Whether annotations stay unevaluated (PEP 563).
    public boolean annotations() {
        return annotations;
    }

    /// Whether an import, wherever it is, is a future statement that comes too late.
    public boolean isLate(int importFrom) {
        return moduleName >= 0 && isFuture(importFrom) && tree.start(importFrom) > lastStart;
    }

    /// The feature that there is not.
    public Optional<Diagnostic> error() {
        return Optional.ofNullable(error);
    }

    /// Before 3.13, a relative import of such a module counted, too.
    private boolean isFuture(int importFrom) {
        boolean absolute = tree.slot(importFrom, 0) == 0;
        int name = tree.slot(importFrom, 1);
        return (absolute || !tree.options().version().isAtLeast(PythonVersion.PY313)) && name != 0
                && name == tree.slot(importFrom, 2) && tree.tokens().kind(name) == TokenKind.NAME
                && tree.tokens().payload(name) == moduleName;
    }

    private boolean isDocstring(int statement) {
        int value = tree.kind(statement) == NodeKind.EXPRESSION_STATEMENT ? tree.slot(statement, 0) : 0;
        while (value != 0 && tree.kind(value) == NodeKind.PAREN) {
            value = tree.slot(value, 0);
        }
        if (value == 0 || tree.kind(value) != NodeKind.STRINGS) {
            return false;
        }
        int parts = tree.slot(value, 0);
        for (int i = 0; i < tree.length(parts); i++) {
            if (tree.kind(tree.element(parts, i)) != NodeKind.STRING) {
                return false;
            }
        }
        return !StringFlags.has(tree.tokens().payload(tree.firstToken(value)), StringFlags.BYTES);
    }

    private boolean readFeatures(int statement) {
        int names = tree.slot(statement, 3);
        for (int i = 0; i < tree.length(names); i++) {
            int alias = tree.element(names, i);
            if (tree.kind(alias) != NodeKind.ALIAS) {
                continue;
            }
            int token = tree.slot(alias, 0);
            String feature = tree.tokens().kind(token) == TokenKind.NAME
                    ? tree.names().text(tree.tokens().payload(token)) : "*";
            annotations |= feature.equals("annotations");
            if (!FEATURES.contains(feature)) {
                String message = feature.equals("braces") ? "not a chance"
                        : "future feature " + cut(feature) + " is not defined";
                int start = tree.start(statement);
                error = new Diagnostic("SyntaxError", message, Stage.COMPILE, start, start)
                        .withExtent(Extent.BEGINNING);
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
