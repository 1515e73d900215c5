package dev.quarry.cli;

import dev.quarry.session.Query;
import dev.quarry.session.render.CsvRenderer;
import dev.quarry.session.render.JsonRenderer;
import dev.quarry.session.render.TableRenderer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The forms in which `quarry sql` gives rows.
enum ResultFormat {
    /// Boxes for people: the first rows only.
    TABLE,
    CSV,
    /// An array with an object per row, one row per line.
    JSON,
    /// An IPC stream.
    ARROW,
    /// A file, never a stream.
    PARQUET;

    private static final int TABLE_ROWS = 1000;

    /// Writes the rows and leaves the stream open.
    ///
    /// @param width cells of a line of a table
    void write(Query query, int width, OutputStream out) throws IOException {
        switch (this) {
            case ARROW -> query.writeArrow(out);
            case PARQUET -> throw new IllegalStateException("Parquet is written to files");
            default -> {
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                switch (this) {
                    case CSV -> CsvRenderer.write(query, text);
                    case JSON -> JsonRenderer.write(query, text);
                    default -> TableRenderer.write(query, new TableRenderer.Limits(TABLE_ROWS, width), text);
                }
                text.flush();
            }
        }
    }

    /// As it is written on the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
