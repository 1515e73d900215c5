package dev.quarry.extract.ast;

import dev.quarry.extract.ErrorLog;
import dev.quarry.extract.FileRow;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.compile.CompileChecker;
import java.util.ArrayList;
import java.util.List;

/// Turns syntax trees into rows of the AST family. One per worker.
public final class AstExtractor {
    /// Files with more nodes are not stored: parse_status failed, error LimitError.
    static final int MAX_NODES = 20_000_000;

    private final AstOptions options;
    private final AstProjector projector = new AstProjector();
    private final CompileChecker compiler = new CompileChecker();
    private final FileRows files = new FileRows();
    private final NodeRows nodes = new NodeRows();
    private final ErrorRows errors = new ErrorRows();
    private final DocstringRows docstrings = new DocstringRows();
    private final ImportRows imports = new ImportRows();
    private final DefinitionRows definitions = new DefinitionRows();
    private final CallRows calls = new CallRows();
    private final TypeIgnoreRows typeIgnores = new TypeIgnoreRows();
    private final List<FactRows> facts =
            List.of(nodes, errors, docstrings, imports, definitions, calls, typeIgnores);

    public AstExtractor(AstOptions options) {
        this.options = options;
    }

    /// Adds the rows of one file.
    ///
    /// What CPython's compiler refuses in a file that parses is an error row, too, and takes nothing from its facts:
    /// `parse_status` stays `ok`.
    ///
    /// @return whether the file doesn't parse; a misplaced type comment doesn't count
    public boolean add(FileRow file, SyntaxTree tree, ErrorLog log) {
        for (FactRows fact : facts) {
            fact.file(file, tree);
        }
        List<Diagnostic> diagnostics = tree.diagnostics();
        boolean failed = diagnostics.stream().anyMatch(AstExtractor::isFatal);
        if (!failed) {
            AstTable table = projector.project(tree);
            if (table.size() > MAX_NODES) {
                failed = true;
                diagnostics = new ArrayList<>(diagnostics);
                diagnostics.add(new Diagnostic("LimitError", "the file has " + table.size()
                        + " AST nodes, more than max_nodes = " + MAX_NODES, Diagnostic.Stage.LIMIT, -1, -1));
            } else {
                addFacts(table, tree);
            }
        }
        boolean erroneous = diagnostics.stream().anyMatch(d -> d.stage() != Diagnostic.Stage.TYPE_COMMENT);
        addErrors(file, tree, withCompileErrors(tree, diagnostics), log);
        files.add(file, options, failed ? "failed" : erroneous ? "recovered" : "ok");
        return erroneous;
    }

    /// Adds the row of a file that is not parsed because it is larger than `max_file_bytes`.
    public void addTooLarge(FileRow file, long sizeBytes, long maxFileBytes, ErrorLog log) {
        String message = "the file has " + sizeBytes + " bytes, more than max_file_bytes = " + maxFileBytes;
        Diagnostic diagnostic = new Diagnostic("LimitError", message, Diagnostic.Stage.LIMIT, -1, -1);
        errors.file(file);
        errors.add(null, List.of(diagnostic));
        log.add(file.path(), "ast_files_v1", "limit", "LimitError", message, null);
        files.add(file, options, "failed");
    }

    /// Takes the rows added since the last call, one batch for each table that has any.
    public List<ColumnBatch> build() {
        List<ColumnBatch> batches = new ArrayList<>();
        build(files.rows, batches);
        for (FactRows fact : facts) {
            build(fact.rows, batches);
        }
        return batches;
    }

    private static void build(BatchBuilder rows, List<ColumnBatch> batches) {
        if (rows.rows() == 0) {
            rows.clear();
        } else {
            batches.add(rows.build());
        }
    }

    private void addFacts(AstTable table, SyntaxTree tree) {
        nodes.add(table);
        int size = table.size();
        for (int row = 0; row < size; row++) {
            switch (table.kind(row)) {
                case CALL -> calls.add(table, tree, row);
                case EXPR -> docstrings.addIfDocstring(table, tree, row);
                case FUNCTION_DEF, ASYNC_FUNCTION_DEF, CLASS_DEF -> {
                    // Where the source has an error, the name may be missing: then nothing is defined.
                    if (table.nameIndex(row) >= 0) {
                        definitions.add(table, tree, row);
                    }
                }
                case ALIAS -> imports.add(table, tree, row);
                case TYPE_IGNORE -> typeIgnores.add(table, tree, row);
                default -> {
                    // Only a node.
                }
            }
        }
    }

    /// CPython doesn't mind type comments, so that the compiler's errors come before theirs.
    private List<Diagnostic> withCompileErrors(SyntaxTree tree, List<Diagnostic> diagnostics) {
        List<Diagnostic> errors = compiler.check(tree).errors();
        if (errors.isEmpty()) {
            return diagnostics;
        }
        List<Diagnostic> all = new ArrayList<>(errors);
        all.addAll(diagnostics);
        return all;
    }

    private void addErrors(FileRow file, SyntaxTree tree, List<Diagnostic> diagnostics, ErrorLog log) {
        errors.add(tree.source(), diagnostics);
        for (Diagnostic diagnostic : diagnostics) {
            String place = null;
            if (diagnostic.start() >= 0) {
                int line = tree.source().line0(diagnostic.start());
                place = (line + 1) + ":" + (diagnostic.start() - tree.source().lineStart(line));
            }
            log.add(file.path(), "ast_files_v1", ErrorRows.stageName(diagnostic), diagnostic.errorType(),
                    Texts.storable(diagnostic.message()), place);
        }
    }

    /// What leaves no text to parse.
    private static boolean isFatal(Diagnostic diagnostic) {
        return diagnostic.stage() == Diagnostic.Stage.DECODE;
    }
}
