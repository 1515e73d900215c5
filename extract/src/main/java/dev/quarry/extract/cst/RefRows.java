package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.syntax.NameTable;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.facts.References;
import dev.quarry.syntax.facts.References.Context;
import dev.quarry.syntax.symtable.PrivateNames;
import java.util.Arrays;

/// Rows of `cst_refs_v1`. Names are looked up in dictionaries once per file, and kinds once per batch.
final class RefRows extends PositionedRows {
    private static final int UNKNOWN = -1;

    private final DictionaryColumn refKind = rows.dictionary("ref_kind");
    private final DictionaryColumn refText = rows.dictionary("ref_text");
    private final DictionaryColumn bindingName = rows.dictionary("binding_name");
    private final IntColumn nameStart = rows.ints("name_bstart");
    private final IntColumn nameEnd = rows.ints("name_bend");
    private final DictionaryColumn exprContext = rows.dictionary("expr_ctx");
    private final ScopeColumns scopes;
    private final DictionaryColumn parentKind = rows.dictionary("parent_kind");
    private final BoolColumn isAttributeBase = rows.bools("is_attribute_base");
    private final MapColumn attrs = rows.map("attrs");
    private final CstOptions options;

    private final int[] contextEntries = new int[Context.values().length];
    private final int[] parentEntries = new int[CstKind.values().length];
    private int nameKind;
    private int attributeKind;
    /// By name of the file.
    private int[] textEntries = new int[256];
    private int[] bindingEntries = new int[256];
    private boolean[] isPrivate = new boolean[256];
    private final DottedText dotted = new DottedText();

    RefRows(CstOptions options) {
        super(CstDatasets.REFS);
        this.options = options;
        this.scopes = new ScopeColumns(rows, options.scopes());
    }

    void add(FileContext file) {
        References references = file.facts().references();
        startBatch();
        startNames(file.tree().names());
        scopes.file(file);
        identity(references.size());
        for (int i = 0; i < references.size(); i++) {
            int token = references.nameToken(i);
            int name = file.tokens().payload(token);
            int nameAt = file.tokens().start(token);
            int block = scopes.add(nameAt);
            boolean cut = false;
            if (references.isAttribute(i)) {
                refKind.add(attributeKind);
                cut = addAttributeText(file, references, i, name);
                bindingName.addNull();
            } else {
                refKind.add(nameKind);
                refText.add(textEntry(file, name));
                dotted.begin(file.tree().names(), name);
                addBindingName(file, name, block);
            }
            nameStart.add(file.source().rawOffset(nameAt));
            nameEnd.add(file.source().rawOffset(file.tokens().end(token)));
            exprContext.add(contextEntries[references.context(i).ordinal()]);
            parentKind.add(parentEntry(references.parent(i)));
            isAttributeBase.add(references.isAttributeBase(i));
            positions.add(references.start(i), references.end(i));
            if (cut) {
                attrs.put("ref_text_truncated", "true");
            }
            attrs.endMap();
        }
    }

    /// Returns whether the text had to be cut.
    private boolean addAttributeText(FileContext file, References references, int fact, int name) {
        if (references.extendsPrevious(fact) && dotted.isOpen()) {
            dotted.extend(file.tree().names(), name);
            int kept = Texts.cut(dotted.bytes(), 0, dotted.length(), Texts.MAX_TEXT_BYTES);
            refText.add(dotted.bytes(), 0, kept);
            return kept < dotted.length();
        }
        dotted.close();
        int start = references.start(fact);
        int end = references.end(fact);
        refText.add(Texts.excerpt(file.tree(), start, end));
        return end - start > Texts.MAX_TEXT_BYTES;
    }

    private void addBindingName(FileContext file, int name, int block) {
        if (isPrivate[name]) {
            bindingName.add(file.mangled(file.tree().names().text(name), block));
            return;
        }
        int entry = bindingEntries[name];
        if (entry == UNKNOWN) {
            NameTable names = file.tree().names();
            entry = bindingName.entry(names.bytes(), names.start(name), names.end(name) - names.start(name));
            bindingEntries[name] = entry;
        }
        bindingName.add(entry);
    }

    private int textEntry(FileContext file, int name) {
        int entry = textEntries[name];
        if (entry == UNKNOWN) {
            NameTable names = file.tree().names();
            entry = refText.entry(names.bytes(), names.start(name), names.end(name) - names.start(name));
            textEntries[name] = entry;
        }
        return entry;
    }

    private int parentEntry(CstKind parent) {
        int entry = parentEntries[parent.ordinal()];
        if (entry == UNKNOWN) {
            entry = parentKind.entry(parent.className());
            parentEntries[parent.ordinal()] = entry;
        }
        return entry;
    }

    /// Dictionary entries are numbered anew in each batch.
    private void startBatch() {
        if (refKind.size() > 0) {
            return;
        }
        nameKind = refKind.entry("name");
        attributeKind = refKind.entry("attribute");
        for (Context context : Context.values()) {
            contextEntries[context.ordinal()] = exprContext.entry(
                    options.expressionContexts() ? context.pythonName() : "");
        }
        Arrays.fill(parentEntries, UNKNOWN);
    }

    private void startNames(NameTable names) {
        int count = names.size();
        if (textEntries.length < count) {
            int capacity = Math.max(count, textEntries.length * 2);
            textEntries = new int[capacity];
            bindingEntries = new int[capacity];
            isPrivate = new boolean[capacity];
        }
        Arrays.fill(textEntries, 0, count, UNKNOWN);
        Arrays.fill(bindingEntries, 0, count, UNKNOWN);
        byte[] bytes = names.bytes();
        for (int name = 0; name < count; name++) {
            int start = names.start(name);
            isPrivate[name] = names.end(name) - start > 2 && bytes[start] == '_' && bytes[start + 1] == '_'
                    && PrivateNames.isPrivate(names.text(name));
        }
    }
}
