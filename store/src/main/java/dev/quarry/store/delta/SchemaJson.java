package dev.quarry.store.delta;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A dataset's schema as the Delta protocol serialises it (section "Schema Serialization Format").
public final class SchemaJson {
    private SchemaJson() {}

    /// The schema with all columns of a dataset, those of the partition included.
    public static String of(Dataset dataset) {
        return Json.write(struct(dataset.columns(), false));
    }

    /// The MD5 of the schema, as in `runs_v1.datasets`.
    public static String fingerprint(Dataset dataset) {
        return StableId.md5Hex(of(dataset));
    }

    private static Map<String, Object> struct(List<Column> columns, boolean nested) {
        Map<String, Object> struct = new LinkedHashMap<>();
        struct.put("type", "struct");
        struct.put("fields", columns.stream().map(column -> field(column, nested)).toList());
        return struct;
    }

    /// Within lists and maps every field is declared nullable: Delta refuses NOT NULL there because it can't enforce it.
    private static Map<String, Object> field(Column column, boolean nested) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", type(column.type(), nested));
        field.put("nullable", nested || column.nullable());
        field.put("metadata", Map.of());
        return field;
    }

    private static Object type(ColumnType type, boolean nested) {
        return switch (type) {
            case ColumnType.Scalar scalar -> switch (scalar) {
                case STRING -> "string";
                case INT32 -> "integer";
                case INT64 -> "long";
                case FLOAT32 -> "float";
                case FLOAT64 -> "double";
                case BOOL -> "boolean";
                case BINARY -> "binary";
            };
            case ColumnType.ListOf list -> {
                Map<String, Object> array = new LinkedHashMap<>();
                array.put("type", "array");
                array.put("elementType", type(list.element(), true));
                array.put("containsNull", true);
                yield array;
            }
            case ColumnType.MapOf map -> {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("type", "map");
                object.put("keyType", type(map.key(), true));
                object.put("valueType", type(map.value(), true));
                object.put("valueContainsNull", true);
                yield object;
            }
            case ColumnType.StructOf struct -> struct(struct.fields(), nested);
        };
    }
}
