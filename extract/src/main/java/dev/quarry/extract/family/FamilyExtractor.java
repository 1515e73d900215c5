package dev.quarry.extract.family;

import dev.quarry.extract.rows.ErrorLog;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.Diagnostic;
import java.util.List;

/// Turns parsed files into rows of one family. Each worker has its own.
public interface FamilyExtractor {
    /// Adds the rows of one file: exactly one in the file table, whatever is wrong with the file.
    ///
    /// @param log for what only this family misses; what is wrong with the file itself is already there
    /// @return whether something went into the log
    boolean add(ParsedFile file, ErrorLog log);

    /// Adds the row of a file that is not parsed.
    ///
    /// @param reason a diagnostic without place
    void addUnparsed(FileRow file, Diagnostic reason);

    /// Takes the rows added since the last call, one batch for each table that has any.
    List<ColumnBatch> build();
}
