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
        String path = rows.getString(0);
        FileToExtract file = new FileToExtract(path, PathText.locate(root, path), rows.getString(1),
                rows.getString(2), rows.getLong(3), FileMode.ofLabel(rows.getString(4)),
                FileKind.ofLabel(rows.getString(5)).isParsed(), rows.getLong(6), rows.getInt(7));
        more = rows.next();
        return file;
    }

    @Override
    public void close() {
        rows.close();
    }
}
