package dev.quarry.session;

/// A column of a query's result.
///
/// @param name as the query names it; unique within the result
/// @param type the engine's name of its type, e.g. `INTEGER`, `MAP(VARCHAR, VARCHAR)`
public record ResultColumn(String name, String type) {

    /// Whether values have parts.
    public boolean isNested() {
        return type.endsWith("]") || type.startsWith("STRUCT(") || type.startsWith("MAP(") || type.startsWith("UNION(");
    }

    /// Whether values are numbers, which tables align to the right.
    public boolean isNumeric() {
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
                    "UHUGEINT", "FLOAT", "DOUBLE", "BIGNUM" -> true;
            default -> type.startsWith("DECIMAL");
        };
    }
}
