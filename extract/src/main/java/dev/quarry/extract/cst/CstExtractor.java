package dev.quarry.extract.cst;

import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.family.ParsedFile;
import dev.quarry.extract.project.ModuleNames;
import dev.quarry.extract.rows.ErrorLog;
import dev.quarry.extract.rows.FactRows;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.cst.CstTable;
import dev.quarry.syntax.facts.ModuleLayout;
import dev.quarry.syntax.facts.SyntaxFacts;
import dev.quarry.syntax.names.QualifiedNameAnalyzer;
import java.util.ArrayList;
import java.util.List;

/// Turns syntax trees into rows of the family of concrete syntax.
final class CstExtractor implements FamilyExtractor {
    private final CstOptions options;
    private final SyntaxFacts facts = new SyntaxFacts();
    private final QualifiedNameAnalyzer names = new QualifiedNameAnalyzer();
    private final ModuleNames modules;
    private final CstFileRows files;
    private final CstProjector projector = new CstProjector();
    private final CstNodeRows nodes = new CstNodeRows();
    private final TokenRows tokens = new TokenRows();
    private final TriviaRows trivia = new TriviaRows();
    private final ParseErrorRows errors = new ParseErrorRows();
    private final RefRows refs;
    private final CstImportRows imports = new CstImportRows();
    private final CallsiteRows callsites = new CallsiteRows();
    private final CallArgRows callArgs = new CallArgRows();
    private final DefRows defs = new DefRows();
    private final TypeExprRows typeExprs = new TypeExprRows();
    private final CstDocstringRows docstrings = new CstDocstringRows();
    private final DecoratorRows decorators = new DecoratorRows();
    private final MatchRows matches;
    private final List<FactRows> elements;

    CstExtractor(CstFamily family) {
        this.options = family.rowOptions();
        this.modules = family.modules();
        this.files = new CstFileRows(family);
        this.refs = new RefRows(options);
        this.matches = new MatchRows(options.templates());
        this.elements = List.of(nodes, tokens, trivia, errors, refs, imports, callsites, defs, typeExprs, docstrings,
                decorators, callArgs, matches);
    }

    @Override
    public boolean add(ParsedFile file, ErrorLog log) {
        for (FactRows rows : elements) {
            rows.file(file.row(), file.tree());
        }
        if (options.includes(CstPart.PARSE_ERRORS)) {
            errors.add(file.tree().source(), file.diagnostics());
        }
        if (file.isDecoded()) {
            addFacts(file);
        } else {
            files.addUndecoded(file.row(), file.tree().source().encodingName());
            addSkipped(file.tree().source().raw().length);
        }
        return false;
    }

    @Override
    public void addUnparsed(FileRow file, Diagnostic reason) {
        for (FactRows rows : elements) {
            rows.file(file);
        }
        if (options.includes(CstPart.PARSE_ERRORS)) {
            errors.add(null, List.of(reason));
        }
        files.addUndecoded(file, null);
    }

    @Override
    public List<ColumnBatch> build() {
        List<ColumnBatch> batches = new ArrayList<>();
        files.buildInto(batches);
        for (FactRows rows : elements) {
            rows.buildInto(batches);
        }
        return batches;
    }

    private void addFacts(ParsedFile file) {
        facts.read(file.tree());
        FileContext context = new FileContext(file, facts, options.qualifiedNames() ? names.analyze(file.tree()) : null,
                options.fullyQualifiedNames() ? modules.of(file.row().path()).orElse(null) : null);
        if (options.includes(CstPart.NODES) || !options.templates().isEmpty()) {
            CstTable table = projector.project(file.tree());
            matches.add(table);
            if (options.includes(CstPart.NODES)) {
                nodes.add(table);
            }
        }
        files.add(file, matches, ModuleLayout.of(file.tree()), FutureImports.of(file.tree(), facts.imports()));
        if (options.includes(CstPart.TOKENS) || options.includes(CstPart.TRIVIA)) {
            Tiles.add(file.tree(), options.includes(CstPart.TOKENS) ? tokens : null,
                    options.includes(CstPart.TRIVIA) ? trivia : null);
        }
        for (CstPart part : CstPart.values()) {
            if (!options.includes(part)) {
                continue;
            }
            switch (part) {
                case REFS -> refs.add(context);
                case IMPORTS -> imports.add(context);
                case CALLSITES -> callsites.add(context);
                case CALL_ARGS -> callArgs.add(context);
                case DEFS -> defs.add(context);
                case TYPE_EXPRS -> typeExprs.add(context);
                case DOCSTRINGS -> docstrings.add(context);
                case DECORATORS -> decorators.add(context);
                case PARSE_ERRORS, NODES, TOKENS, TRIVIA -> {
                    // Added apart: errors also of files without text, nodes with their matches, the others together.
                }
            }
        }
    }

    /// All of a file without text is skipped.
    private void addSkipped(int size) {
        if (options.includes(CstPart.TRIVIA) && size > 0) {
            trivia.addSkipped(size);
        }
    }
}
