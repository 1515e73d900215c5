package dev.quarry.store.batch;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.Dataset;
import java.util.List;

/// Collects rows of a dataset, column by column, and turns them into batches.
///
/// It has the columns that are stored in files, so all but `repo_key` and `bucket`. Each column gets one value per row;
/// columns may be filled in any order. One builder serves one thread and is used again for the next batch.
public final class BatchBuilder {
    private final Dataset dataset;
    private final List<ColumnBuilder> columns;
    private final ArrowType type;

    public BatchBuilder(Dataset dataset) {
        this.dataset = dataset;
        this.columns = dataset.storedColumns().stream().map(column -> builder(column, true)).toList();
        this.type = typeOf(dataset, columns);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// The rows so far, counted by the first column.
    public int rows() {
        return columns.getFirst().size();
    }

    /// The bytes that a batch of the rows so far takes.
    public long bytes() {
        long bytes = 0;
        for (ColumnBuilder column : columns) {
            bytes += column.bufferBytes();
        }
        return bytes;
    }

    public IntColumn ints(String column) {
        return find(columns, column, IntColumn.class);
    }

    public LongColumn longs(String column) {
        return find(columns, column, LongColumn.class);
    }

    public FloatColumn floats(String column) {
        return find(columns, column, FloatColumn.class);
    }

    public DoubleColumn doubles(String column) {
        return find(columns, column, DoubleColumn.class);
    }

    public BoolColumn bools(String column) {
        return find(columns, column, BoolColumn.class);
    }

    /// A text column, whether it is dictionary-encoded or not.
    public StringColumn strings(String column) {
        return find(columns, column, StringColumn.class);
    }

    /// A text column that is dictionary-encoded: every one whose values repeat.
    public DictionaryColumn dictionary(String column) {
        return find(columns, column, DictionaryColumn.class);
    }

    /// A text column that is not dictionary-encoded.
    public TextColumn text(String column) {
        return find(columns, column, TextColumn.class);
    }

    public BinaryColumn binary(String column) {
        return find(columns, column, BinaryColumn.class);
    }

    public ListColumn list(String column) {
        return find(columns, column, ListColumn.class);
    }

    public MapColumn map(String column) {
        return find(columns, column, MapColumn.class);
    }

    public StructColumn struct(String column) {
        return find(columns, column, StructColumn.class);
    }

    /// All columns in the order of [Dataset#storedColumns].
    public List<ColumnBuilder> columns() {
        return columns;
    }

    /// Moves the rows into a batch and empties the builder.
    ///
    /// @throws IllegalStateException if the columns differ in length
    public ColumnBatch build() {
        int rows = rows();
        long bytes = 0;
        for (ColumnBuilder column : columns) {
            if (column.size() != rows) {
                throw new IllegalStateException(dataset.name() + "." + column.name() + " has " + column.size()
                        + " values, expected " + rows);
            }
            bytes += column.bufferBytes();
        }
        NativeBuffer buffer = NativeBuffer.take(bytes);
        try {
            BufferCursor cursor = new BufferCursor(buffer.segment());
            List<ArrowNode> nodes = columns.stream().map(column -> column.write(cursor)).toList();
            clear();
            return new ColumnBatch(dataset, type, ArrowNode.nested(rows, 0, nodes, ArrowNode.ABSENT), buffer, bytes);
        } catch (RuntimeException e) {
            buffer.giveBack();
            throw e;
        }
    }

    /// Forgets the rows so far.
    public void clear() {
        columns.forEach(ColumnBuilder::clear);
    }

    /// The type of a dataset's batches.
    public static ArrowType typeOf(Dataset dataset) {
        return new BatchBuilder(dataset).type;
    }

    private static ArrowType typeOf(Dataset dataset, List<ColumnBuilder> columns) {
        return new ArrowType(dataset.name(), "+s", false, columns.stream().map(ColumnBuilder::type).toList(), null);
    }

    static <C extends ColumnBuilder> C find(List<ColumnBuilder> columns, String name, Class<C> type) {
        for (ColumnBuilder column : columns) {
            if (column.name().equals(name)) {
                if (!type.isInstance(column)) {
                    throw new IllegalArgumentException(
                            name + " is a " + column.getClass().getSimpleName() + ", not a " + type.getSimpleName());
                }
                return type.cast(column);
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private static ColumnBuilder builder(Column column, boolean top) {
        String name = column.name();
        return switch (column.type()) {
            case ColumnType.Scalar scalar -> switch (scalar) {
                case STRING -> top && Encodings.isDictionary(column) ? new DictionaryColumn(name) : new TextColumn(name);
                case INT32 -> new IntColumn(name);
                case INT64 -> new LongColumn(name);
                case FLOAT32 -> new FloatColumn(name);
                case FLOAT64 -> new DoubleColumn(name);
                case BOOL -> new BoolColumn(name);
                case BINARY -> new BinaryColumn(name);
            };
            case ColumnType.ListOf list ->
                new ListColumn(name, builder(Column.required("element", list.element(), ""), false));
            case ColumnType.MapOf map -> {
                if (map.key() != ColumnType.Scalar.STRING || map.value() != ColumnType.Scalar.STRING) {
                    throw new IllegalArgumentException("map " + name + " does not go from text to text");
                }
                yield new MapColumn(name);
            }
            case ColumnType.StructOf struct ->
                new StructColumn(name, struct.fields().stream().map(field -> builder(field, false)).toList());
        };
    }
}
