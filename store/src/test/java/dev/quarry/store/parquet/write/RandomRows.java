package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.store.batch.LongColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.store.batch.StructColumn;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Rows whose columns have runs, sequences, few or many values, nulls here and there or for long; the same for a seed.
final class RandomRows {
    private static final String[] LETTERS = {"a", "é", "𝄞", "x", "_", "0"};

    private final Random random;
    private int row;
    /// How values come at present; changes now and then.
    private int habit;
    private double nulls;

    RandomRows(long seed) {
        random = new Random(seed);
    }

    /// Whether a batch ends behind the last row.
    boolean endsBatch() {
        return random.nextInt(3000) == 0;
    }

    void add(BatchBuilder builder) {
        add(builder, null);
    }

    /// @param text of the row, or null for a random one
    void add(BatchBuilder builder, String text) {
        if (row % 5000 == 0 || random.nextInt(20_000) == 0) {
            habit = random.nextInt(5);
            nulls = new double[] {0, 0.01, 0.5, 1}[random.nextInt(4)];
        }
        builder.strings("path").add("package/module_" + row / 700 + ".py");
        if (isNull()) {
            builder.ints("int_column").addNull();
        } else {
            builder.ints("int_column").add((int) number());
        }
        if (isNull()) {
            builder.longs("long_column").addNull();
        } else {
            builder.longs("long_column").add(number());
        }
        if (isNull()) {
            builder.floats("float_column").addNull();
        } else {
            builder.floats("float_column").add((float) number() / 3);
        }
        if (isNull()) {
            builder.doubles("double_column").addNull();
        } else {
            builder.doubles("double_column").add(number() / 3.0);
        }
        if (isNull()) {
            builder.bools("bool_column").addNull();
        } else {
            builder.bools("bool_column").add((number() & 1) == 0);
        }
        builder.strings("kind").add(isNull() ? null : text());
        builder.strings("text").add(text != null ? text : isNull() ? null : text());
        builder.binary("binary_column").add(isNull() ? null : text().getBytes(StandardCharsets.UTF_8));
        addNested(builder);
        row++;
    }

    private void addNested(BatchBuilder builder) {
        for (int i = length(); i > 0; i--) {
            builder.list("names").texts().add(text());
        }
        builder.list("names").endList();
        ListColumn inner = (ListColumn) builder.list("matrix").elements();
        for (int i = length(); i > 0; i--) {
            for (int j = length(); j > 0; j--) {
                inner.ints().add((int) number());
            }
            inner.endList();
        }
        builder.list("matrix").endList();
        for (int i = length(); i > 0; i--) {
            builder.map("attrs").put("key" + i, isNull() ? null : text());
        }
        builder.map("attrs").endMap();
        StructColumn manifest = builder.struct("manifest");
        if (isNull()) {
            manifest.addNull();
        } else {
            manifest.field("mode", StringColumn.class).add(text());
            if (isNull()) {
                manifest.field("count", LongColumn.class).addNull();
            } else {
                manifest.field("count", LongColumn.class).add(number());
            }
            manifest.endStruct();
        }
        StructColumn qnames = builder.list("qnames").structs();
        for (int i = length(); i > 0; i--) {
            qnames.field("name", StringColumn.class).add(text());
            ListColumn sources = qnames.field("sources", ListColumn.class);
            for (int j = length(); j > 0; j--) {
                sources.texts().add(text());
            }
            sources.endList();
            qnames.endStruct();
        }
        builder.list("qnames").endList();
    }

    /// A row with no value but its path.
    static void addNulls(BatchBuilder builder, String path) {
        builder.strings("path").add(path);
        for (String list : new String[] {"names", "matrix", "qnames"}) {
            builder.list(list).addEmpty();
        }
        builder.map("attrs").addEmpty();
        builder.columns().stream().filter(column -> column.size() == 0).forEach(column -> column.addNull());
    }

    private boolean isNull() {
        return random.nextDouble() < nulls;
    }

    private int length() {
        return random.nextInt(4) == 0 ? random.nextInt(4) : 0;
    }

    private long number() {
        return switch (habit) {
            case 0 -> 7;
            case 1 -> row;
            case 2 -> random.nextInt(9);
            case 3 -> random.nextLong();
            default -> random.nextBoolean() ? Long.MIN_VALUE : Integer.MAX_VALUE;
        };
    }

    private String text() {
        return switch (habit) {
            case 0 -> "same";
            case 1 -> "text " + row;
            case 2 -> "t" + random.nextInt(9);
            case 3 -> LETTERS[random.nextInt(LETTERS.length)].repeat(random.nextInt(60));
            default -> "";
        };
    }
}
