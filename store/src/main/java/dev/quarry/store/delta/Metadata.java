package dev.quarry.store.delta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table's metadata (action `metaData`).
///
/// @param id the table's unique id
/// @param name the dataset's name; null in foreign tables
/// @param schema the schema in Delta's JSON
/// @param partitionColumns names of the partition columns
/// @param configuration table properties
/// @param createdTime milliseconds since 1970, or -1
public record Metadata(String id, String name, String schema, List<String> partitionColumns,
        Map<String, String> configuration, long createdTime) {
    /// Property with the number of buckets of a repository: this and its `repo_key`.
    public static final String BUCKETS = "quarry.buckets.";
    /// Property with the version of the store's layout.
    public static final String FORMAT_VERSION = "quarry.formatVersion";

    public Metadata {
        partitionColumns = List.copyOf(partitionColumns);
        configuration = Map.copyOf(configuration);
    }

    /// The number of buckets by `repo_key`.
    ///
    /// @throws IllegalArgumentException if a property is not a number
    public Map<String, Integer> buckets() {
        Map<String, Integer> buckets = new LinkedHashMap<>();
        configuration.forEach((name, value) -> {
            if (name.startsWith(BUCKETS)) {
                buckets.put(name.substring(BUCKETS.length()), Integer.valueOf(value));
            }
        });
        return buckets;
    }

    /// Reads the JSON of the action.
    ///
    /// @throws IllegalArgumentException if a field is missing or of another type
    public static Metadata read(Map<String, Object> json) {
        Map<String, String> configuration = new LinkedHashMap<>();
        if (json.get("configuration") != null) {
            Json.asObject(json.get("configuration")).forEach((name, value) ->
                configuration.put(name, Json.asString(value)));
        }
        return new Metadata(Json.asString(json.get("id")), (String) json.get("name"),
                Json.asString(json.get("schemaString")),
                Json.asList(json.get("partitionColumns")).stream().map(Json::asString).toList(), configuration,
                json.get("createdTime") == null ? -1 : Json.asLong(json.get("createdTime")));
    }

    /// The JSON of the action.
    public Map<String, Object> write() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        if (name != null) {
            json.put("name", name);
        }
        json.put("format", Map.of("provider", "parquet", "options", Map.of()));
        json.put("schemaString", schema);
        json.put("partitionColumns", partitionColumns);
        Map<String, String> sorted = new LinkedHashMap<>();
        configuration.keySet().stream().sorted().forEach(name -> sorted.put(name, configuration.get(name)));
        json.put("configuration", sorted);
        if (createdTime >= 0) {
            json.put("createdTime", createdTime);
        }
        return json;
    }
}
