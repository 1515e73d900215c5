package dev.quarry.store.parquet.write;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.ArrowType;
import dev.quarry.store.batch.BatchBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MapType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;

/// A dataset's schema in the format's terms, and the writers of its columns.
final class TableLayout implements AutoCloseable {
    private static final int COMPRESSION_LEVEL = 1;

    private final Dataset dataset;
    private final ZstdCompressCtx compressor;
    private final ByteSink compressed = new ByteSink(1 << 12);
    private final Scratch scratch = new Scratch();
    private final List<SchemaElement> schema = new ArrayList<>();
    private final List<ColumnWriter> columns = new ArrayList<>();
    private final List<LeafWriter> leaves = new ArrayList<>();

    TableLayout(Dataset dataset) {
        this.dataset = dataset;
        this.compressor = new ZstdCompressCtx().setLevel(COMPRESSION_LEVEL);
        List<Column> stored = dataset.storedColumns();
        SchemaElement root = new SchemaElement("schema");
        root.setNum_children(stored.size());
        schema.add(root);
        ArrowType batch = BatchBuilder.typeOf(dataset);
        for (int i = 0; i < stored.size(); i++) {
            columns.add(column(stored.get(i), batch.children().get(i)));
        }
    }

    Dataset dataset() {
        return dataset;
    }

    /// The schema, depth first.
    List<SchemaElement> schema() {
        return schema;
    }

    /// One for each column of the dataset that is stored.
    List<ColumnWriter> columns() {
        return columns;
    }

    /// All leaves in the order of the schema.
    List<LeafWriter> leaves() {
        return leaves;
    }

    /// Frees what the compressor holds outside the heap.
    @Override
    public void close() {
        compressor.close();
    }

    private ColumnWriter column(Column column, ArrowType batch) {
        int first = leaves.size();
        if (column.type() instanceof ColumnType.Scalar scalar) {
            return new ColumnWriter.Flat(leaf(column.name(), scalar, List.of(), 1, 0, false, batch.dictionary() != null));
        }
        NestedValues values = values(column.name(), column.type(), List.of(), 0, 0);
        return new ColumnWriter.Nested(values, List.copyOf(leaves.subList(first, leaves.size())));
    }

    /// @param definitions level of the group around
    /// @param repetitions level of the innermost list around
    private NestedValues values(String name, ColumnType type, List<String> around, int definitions, int repetitions) {
        List<String> path = append(around, name);
        return switch (type) {
            case ColumnType.Scalar scalar -> new NestedValues.Leaf(
                    leaf(name, scalar, around, definitions + 1, repetitions, false, false), false);
            case ColumnType.StructOf struct -> {
                group(name, FieldRepetitionType.OPTIONAL, struct.fields().size());
                List<NestedValues> fields = new ArrayList<>();
                for (Column field : struct.fields()) {
                    fields.add(values(field.name(), field.type(), path, definitions + 1, repetitions));
                }
                yield new NestedValues.Struct(fields, false);
            }
            case ColumnType.ListOf list -> {
                SchemaElement group = group(name, FieldRepetitionType.OPTIONAL, 1);
                group.setConverted_type(ConvertedType.LIST);
                group.setLogicalType(LogicalType.LIST(new ListType()));
                group("list", FieldRepetitionType.REPEATED, 1);
                yield new NestedValues.Repeated(values("element", list.element(), append(path, "list"), definitions + 2,
                        repetitions + 1), repetitions + 1);
            }
            case ColumnType.MapOf map -> {
                SchemaElement group = group(name, FieldRepetitionType.OPTIONAL, 1);
                group.setConverted_type(ConvertedType.MAP);
                group.setLogicalType(LogicalType.MAP(new MapType()));
                group("key_value", FieldRepetitionType.REPEATED, 2);
                List<String> entry = append(path, "key_value");
                NestedValues key = new NestedValues.Leaf(leaf("key", (ColumnType.Scalar) map.key(), entry,
                        definitions + 2, repetitions + 1, true, false), true);
                NestedValues value = values("value", map.value(), entry, definitions + 2, repetitions + 1);
                yield new NestedValues.Repeated(new NestedValues.Struct(List.of(key, value), true), repetitions + 1);
            }
        };
    }

    private SchemaElement group(String name, FieldRepetitionType repetition, int children) {
        SchemaElement group = new SchemaElement(name);
        group.setRepetition_type(repetition);
        group.setNum_children(children);
        schema.add(group);
        return group;
    }

    private LeafWriter leaf(String name, ColumnType.Scalar type, List<String> around, int definitions, int repetitions,
            boolean required, boolean numberedInBatch) {
        SchemaElement element = new SchemaElement(name);
        element.setRepetition_type(required ? FieldRepetitionType.REQUIRED : FieldRepetitionType.OPTIONAL);
        element.setType(physical(type));
        if (type == ColumnType.Scalar.STRING) {
            element.setConverted_type(ConvertedType.UTF8);
            element.setLogicalType(LogicalType.STRING(new StringType()));
        }
        schema.add(element);
        ColumnPath path = new ColumnPath(append(around, name), physical(type), definitions, repetitions);
        ChunkPages pages = new ChunkPages(path, compressor, compressed);
        // The leaves of a nested column are loaded together.
        Scratch own = around.isEmpty() ? scratch : new Scratch();
        LeafWriter leaf = switch (type) {
            case STRING -> new TextLeaf(path, pages, own, numberedInBatch, true);
            case BINARY -> new TextLeaf(path, pages, own, false, false);
            case INT32 -> new IntLeaf(path, pages, own);
            case INT64 -> new LongLeaf(path, pages);
            case FLOAT32 -> PlainLeaf.ofBytes(path, pages, Float.BYTES);
            case FLOAT64 -> PlainLeaf.ofBytes(path, pages, Double.BYTES);
            case BOOL -> PlainLeaf.ofBits(path, pages);
        };
        leaves.add(leaf);
        return leaf;
    }

    private static Type physical(ColumnType.Scalar type) {
        return switch (type) {
            case STRING, BINARY -> Type.BYTE_ARRAY;
            case INT32 -> Type.INT32;
            case INT64 -> Type.INT64;
            case FLOAT32 -> Type.FLOAT;
            case FLOAT64 -> Type.DOUBLE;
            case BOOL -> Type.BOOLEAN;
        };
    }

    private static List<String> append(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer;
    }
}
