package dev.quarry.catalog;

import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/// Declared columns as Arrow schemas, for readers and writers that speak Arrow.
public final class ArrowSchemas {
    private static final int INT32_BITS = 32;
    private static final int INT64_BITS = 64;

    private ArrowSchemas() {}

    /// The schema of columns in order, with their metadata; no field is dictionary-encoded.
    public static Schema of(List<Column> columns) {
        return new Schema(columns.stream().map(ArrowSchemas::field).toList());
    }

    private static Field field(Column column) {
        return switch (column.type()) {
            case ColumnType.Scalar scalar -> field(column, type(scalar), List.of());
            case ColumnType.ListOf list ->
                field(column, ArrowType.List.INSTANCE, List.of(field(Column.required("element", list.element(), ""))));
            case ColumnType.MapOf map -> field(column, new ArrowType.Map(false), List.of(new Field("entries",
                    FieldType.notNullable(ArrowType.Struct.INSTANCE),
                    List.of(field(Column.required("key", map.key(), "")),
                            field(Column.optional("value", map.value(), ""))))));
            case ColumnType.StructOf struct ->
                field(column, ArrowType.Struct.INSTANCE, struct.fields().stream().map(ArrowSchemas::field).toList());
        };
    }

    private static Field field(Column column, ArrowType type, List<Field> children) {
        return new Field(column.name(), new FieldType(column.nullable(), type, null, column.metadata()), children);
    }

    private static ArrowType type(ColumnType.Scalar scalar) {
        return switch (scalar) {
            case STRING -> ArrowType.Utf8.INSTANCE;
            case INT32 -> new ArrowType.Int(INT32_BITS, true);
            case INT64 -> new ArrowType.Int(INT64_BITS, true);
            case FLOAT32 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case FLOAT64 -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case BOOL -> ArrowType.Bool.INSTANCE;
            case BINARY -> ArrowType.Binary.INSTANCE;
        };
    }
}
