package dev.quarry.extract;

import dev.quarry.extract.scan.FileKind;
import dev.quarry.extract.scan.FileMode;
import dev.quarry.extract.scan.PathText;
import dev.quarry.session.Session;
import java.nio.file.Path;
import java.util.Iterator;

/// The worklist as it streams out of the engine: files in (order bucket, path) order, each with the units it lacks.
final class WorkRows implements Iterator<FileToExtract>, AutoCloseable {
    private final Rows rows;
    private final Path root;
    private boolean more;

    WorkRows(Session session, Statements statements, Path root, int orderBuckets) {
        this.root = root;
        this.rows = Rows.of(session, statements.get("work"), (long) orderBuckets);
        this.more = rows.next();
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public FileToExtract next() {
        FileToExtract file = new FileToExtract(rows.getString(0), PathText.locate(root, rows.getString(1)),
                rows.getString(2), rows.getString(3), rows.getLong(4), FileMode.ofLabel(rows.getString(5)),
                FileKind.ofLabel(rows.getString(6)).isParsed(), rows.getLong(7), rows.getInt(8));
        more = rows.next();
        return file;
    }

    @Override
    public void close() {
        rows.close();
    }
}
