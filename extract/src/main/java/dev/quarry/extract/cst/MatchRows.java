package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.cst.CstTable;
import dev.quarry.syntax.match.PatternFinder;
import java.util.Arrays;
import java.util.List;

/// Rows of `cst_matches_v1`: the nodes that templates match, template by template.
final class MatchRows extends PositionedRows {
    /// What stands before a template's name in `attrs` of `libcst_files_v1` and among the options of a run.
    static final String ATTRIBUTE = "matcher_template:";

    /// Nodes inside of each other have their source in common: a small file may have any amount of text.
    private static final int MAX_TEXT_OF_FILE = 16 << 20;

    private final DictionaryColumn template = rows.dictionary("template");
    private final IntColumn matchIndex = rows.ints("match_index");
    private final IntColumn cstId = rows.ints("cst_id");
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final StringColumn text = rows.strings("text");

    private final List<MatchTemplate> templates;
    private final PatternFinder finder;
    /// By template: the nodes that were found, and how many.
    private final int[][] found;
    private final int[] counts;

    MatchRows(List<MatchTemplate> templates) {
        super(CstDatasets.MATCHES);
        this.templates = templates;
        this.finder = new PatternFinder(templates.stream().map(MatchTemplate::pattern).toList());
        this.found = new int[templates.size()][16];
        this.counts = new int[templates.size()];
    }

    void add(CstTable table) {
        Arrays.fill(counts, 0);
        finder.find(table, this::hit);
        int left = MAX_TEXT_OF_FILE;
        for (int i = 0; i < counts.length; i++) {
            identity(counts[i]);
            for (int match = 0; match < counts[i]; match++) {
                int row = found[i][match];
                template.add(templates.get(i).name());
                matchIndex.add(match);
                cstId.add(row);
                kind.add(table.kind(row).className());
                positions.add(table.start(row), table.end(row));
                left -= Math.min(table.end(row) - table.start(row), Texts.MAX_TEXT_BYTES);
                if (left >= 0) {
                    text.add(Texts.excerpt(table.tree(), table.start(row), table.end(row)));
                } else {
                    left = 0;
                    text.addNull();
                }
            }
        }
    }

    private void hit(int pattern, int row) {
        int count = counts[pattern]++;
        if (count == found[pattern].length) {
            found[pattern] = Arrays.copyOf(found[pattern], count * 2);
        }
        found[pattern][count] = row;
    }

    /// The templates, in the order of [#count].
    List<MatchTemplate> templates() {
        return templates;
    }

    /// How many nodes of the file that was added last a template matches.
    int count(int template) {
        return counts[template];
    }
}
