package dev.quarry.session.render;

import dev.quarry.session.Query;
import dev.quarry.session.ResultChunks;
import java.io.IOException;
import java.util.List;

/// Writes results as CSV: a header line, quotes where RFC 4180 wants them. NULL is an empty field, an empty text is `""`.
/// Lines end with LF, which every reader takes and line-based tools expect, not with the RFC's CRLF.
public final class CsvRenderer {
    private CsvRenderer() {}

    /// @return the number of rows
    public static long write(Query query, Appendable out) throws IOException {
        try (ResultChunks rows = query.asText()) {
            List<String> columns = rows.columns();
            for (int column = 0; column < columns.size(); column++) {
                field(columns.get(column), column, out);
            }
            out.append('\n');
            long count = 0;
            while (rows.next()) {
                for (int row = 0; row < rows.rows(); row++) {
                    for (int column = 0; column < columns.size(); column++) {
                        field(rows.getString(column, row), column, out);
                    }
                    out.append('\n');
                }
                count += rows.rows();
            }
            return count;
        }
    }

    private static void field(String text, int column, Appendable out) throws IOException {
        if (column > 0) {
            out.append(',');
        }
        if (text == null) {
            return;
        }
        if (needsQuotes(text)) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return text.isEmpty();
    }
}
