package dev.quarry.session.render;

import dev.quarry.session.Query;
import dev.quarry.session.ResultChunks;
import java.io.IOException;

/// Writes results as a JSON array with one object per row, one row per line.
public final class JsonRenderer {
    private JsonRenderer() {}

    /// @return the number of rows
    public static long write(Query query, Appendable out) throws IOException {
        try (ResultChunks rows = query.asJson()) {
            long count = 0;
            out.append('[');
            while (rows.next()) {
                for (int row = 0; row < rows.rows(); row++) {
                    out.append(count == 0 ? "\n" : ",\n").append(rows.getString(0, row));
                    count++;
                }
            }
            out.append(count == 0 ? "]\n" : "\n]\n");
            return count;
        }
    }
}
