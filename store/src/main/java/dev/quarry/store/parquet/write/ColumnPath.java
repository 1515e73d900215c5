package dev.quarry.store.parquet.write;

import java.util.List;
import org.apache.parquet.format.Type;

/// Where a column of plain values lies in the schema (`README.md` of the format, "Nested Encoding").
///
/// @param names of the groups around it and its own
/// @param type how values are stored
/// @param definitions level of a value that is there
/// @param repetitions level of a further element of the innermost list
record ColumnPath(List<String> names, Type type, int definitions, int repetitions) {
    ColumnPath {
        names = List.copyOf(names);
    }
}
