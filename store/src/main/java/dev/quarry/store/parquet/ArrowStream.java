package dev.quarry.store.parquet;

import dev.quarry.store.batch.ArrowNode;
import dev.quarry.store.batch.ArrowType;
import dev.quarry.store.batch.ColumnBatch;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.c.ArrowArrayStream;

/// Batches as a stream of the Arrow C data interface (structs `ArrowSchema`, `ArrowArray`, `ArrowArrayStream` of the
/// Arrow specification).
///
/// Written against the specification with the foreign function API instead of Arrow's Java library: the batches lie in
/// their final layout already, and the library would cost some hundred classes at start and reference counting per
/// vector. The structs' memory belongs to the stream and is freed when the reader has released the stream and all of
/// its arrays; it is never used twice within a stream, because DuckDB recognises a new dictionary by its address.
final class ArrowStream implements AutoCloseable {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfLong POINTER = ValueLayout.JAVA_LONG;
    private static final long NULL = 0;

    private static final long SCHEMA_BYTES = 72;
    private static final long SCHEMA_NAME = 8;
    private static final long SCHEMA_FLAGS = 24;
    private static final long SCHEMA_CHILD_COUNT = 32;
    private static final long SCHEMA_CHILDREN = 40;
    private static final long SCHEMA_DICTIONARY = 48;
    private static final long SCHEMA_RELEASE = 56;
    private static final long FLAG_NULLABLE = 2;

    private static final long ARRAY_BYTES = 80;
    private static final long ARRAY_NULL_COUNT = 8;
    private static final long ARRAY_BUFFER_COUNT = 24;
    private static final long ARRAY_CHILD_COUNT = 32;
    private static final long ARRAY_BUFFERS = 40;
    private static final long ARRAY_CHILDREN = 48;
    private static final long ARRAY_DICTIONARY = 56;
    private static final long ARRAY_RELEASE = 64;
    private static final long ARRAY_PRIVATE = 72;

    private static final long STREAM_BYTES = 40;
    private static final long STREAM_PRIVATE = 32;

    private static final int ERROR_IO = 5;

    /// Streams and batches that native code holds, by the number in the struct's `private_data`.
    private static final ConcurrentHashMap<Long, ArrowStream> STREAMS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Long, Lent> LENT = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final ArrowType type;
    private final BatchQueue batches;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment struct;
    private final long number = NUMBERS.incrementAndGet();
    private MemorySegment lastError = MemorySegment.NULL;
    private int lent;
    private boolean closed;

    private record Lent(ArrowStream stream, ColumnBatch batch) {}

    /// A stream of what the queue gives.
    ArrowStream(ArrowType type, BatchQueue batches) {
        this.type = type;
        this.batches = batches;
        struct = arena.allocate(STREAM_BYTES, 8);
        struct.set(POINTER, 0, Callbacks.GET_SCHEMA);
        struct.set(POINTER, 8, Callbacks.GET_NEXT);
        struct.set(POINTER, 16, Callbacks.GET_LAST_ERROR);
        struct.set(POINTER, 24, Callbacks.RELEASE_STREAM);
        struct.set(LONG, STREAM_PRIVATE, number);
        STREAMS.put(number, this);
    }

    /// Loads and links what the first stream of a process needs: some tenths of a second that need not be waited for.
    static void warmUp() {
        try (ArrowStream stream = new ArrowStream(new ArrowType("", "+s", false, List.of(), null), new BatchQueue(0))) {
            stream.struct();
        }
    }

    /// The `ArrowArrayStream` struct as DuckDB's driver wants it.
    ArrowArrayStream struct() {
        return ArrowArrayStream.wrap(struct.address());
    }

    /// Ends the stream's life; its memory goes when the reader has released the last array.
    @Override
    public void close() {
        STREAMS.remove(number);
        synchronized (this) {
            if (!closed) {
                closed = true;
                freeWhenUnused();
            }
        }
    }

    private synchronized void giveBack(ColumnBatch batch) {
        batch.close();
        lent--;
        freeWhenUnused();
    }

    private void freeWhenUnused() {
        if (closed && lent == 0 && arena.scope().isAlive()) {
            arena.close();
        }
    }

    private synchronized void lend(ColumnBatch batch, MemorySegment out) {
        if (closed) {
            batch.close();
            throw new IllegalStateException("the stream was closed");
        }
        long batchNumber = NUMBERS.incrementAndGet();
        fillArray(out, batch.root(), batch.memory().address());
        out.set(POINTER, ARRAY_RELEASE, Callbacks.RELEASE_ARRAY);
        out.set(LONG, ARRAY_PRIVATE, batchNumber);
        LENT.put(batchNumber, new Lent(this, batch));
        lent++;
    }

    private void fillArray(MemorySegment out, ArrowNode node, long base) {
        out.fill((byte) 0);
        out.set(LONG, 0, node.length());
        out.set(LONG, ARRAY_NULL_COUNT, node.nullCount());
        long[] offsets = node.buffers();
        MemorySegment buffers = arena.allocate(8L * offsets.length, 8);
        for (int i = 0; i < offsets.length; i++) {
            buffers.set(POINTER, i * 8L, offsets[i] == ArrowNode.ABSENT ? NULL : base + offsets[i]);
        }
        out.set(LONG, ARRAY_BUFFER_COUNT, offsets.length);
        out.set(POINTER, ARRAY_BUFFERS, buffers.address());
        List<ArrowNode> children = node.children();
        if (!children.isEmpty()) {
            MemorySegment pointers = arena.allocate(8L * children.size(), 8);
            for (int i = 0; i < children.size(); i++) {
                pointers.set(POINTER, i * 8L, part(children.get(i), base));
            }
            out.set(LONG, ARRAY_CHILD_COUNT, children.size());
            out.set(POINTER, ARRAY_CHILDREN, pointers.address());
        }
        if (node.dictionary() != null) {
            out.set(POINTER, ARRAY_DICTIONARY, part(node.dictionary(), base));
        }
    }

    private long part(ArrowNode node, long base) {
        MemorySegment array = arena.allocate(ARRAY_BYTES, 8);
        fillArray(array, node, base);
        array.set(POINTER, ARRAY_RELEASE, Callbacks.RELEASE_PART_OF_ARRAY);
        return array.address();
    }

    private void fillSchema(MemorySegment out, ArrowType type) {
        out.fill((byte) 0);
        out.set(POINTER, 0, arena.allocateFrom(type.format()).address());
        out.set(POINTER, SCHEMA_NAME, arena.allocateFrom(type.name()).address());
        out.set(LONG, SCHEMA_FLAGS, type.nullable() ? FLAG_NULLABLE : 0);
        List<ArrowType> children = type.children();
        if (!children.isEmpty()) {
            MemorySegment pointers = arena.allocate(8L * children.size(), 8);
            for (int i = 0; i < children.size(); i++) {
                pointers.set(POINTER, i * 8L, part(children.get(i)));
            }
            out.set(LONG, SCHEMA_CHILD_COUNT, children.size());
            out.set(POINTER, SCHEMA_CHILDREN, pointers.address());
        }
        if (type.dictionary() != null) {
            out.set(POINTER, SCHEMA_DICTIONARY, part(type.dictionary()));
        }
        out.set(POINTER, SCHEMA_RELEASE, Callbacks.RELEASE_SCHEMA);
    }

    private long part(ArrowType type) {
        MemorySegment schema = arena.allocate(SCHEMA_BYTES, 8);
        fillSchema(schema, type);
        return schema.address();
    }

    private static ArrowStream of(long stream) {
        long number = MemorySegment.ofAddress(stream).reinterpret(STREAM_BYTES).get(LONG, STREAM_PRIVATE);
        ArrowStream found = STREAMS.get(number);
        if (found == null) {
            throw new IllegalStateException("the stream was closed");
        }
        return found;
    }

    private synchronized void fail(Throwable cause) {
        if (arena.scope().isAlive()) {
            lastError = arena.allocateFrom(String.valueOf(cause.getMessage()));
        }
    }

    /// What native code calls. No exception may leave these methods: it would end the process.
    private static final class Callbacks {
        static final long GET_SCHEMA = stub("getSchema", int.class, long.class, long.class);
        static final long GET_NEXT = stub("getNext", int.class, long.class, long.class);
        static final long GET_LAST_ERROR = stub("getLastError", long.class, long.class);
        static final long RELEASE_STREAM = stub("releaseStream", void.class, long.class);
        static final long RELEASE_SCHEMA = stub("releaseSchema", void.class, long.class);
        static final long RELEASE_ARRAY = stub("releaseArray", void.class, long.class);
        static final long RELEASE_PART_OF_ARRAY = stub("releasePartOfArray", void.class, long.class);

        private static long stub(String method, Class<?> result, Class<?>... arguments) {
            try {
                MethodHandle handle = MethodHandles.lookup().findStatic(Callbacks.class, method,
                        MethodType.methodType(result, arguments));
                ValueLayout[] layouts = new ValueLayout[arguments.length];
                Arrays.fill(layouts, LONG);
                FunctionDescriptor descriptor = result == void.class ? FunctionDescriptor.ofVoid(layouts)
                        : FunctionDescriptor.of(result == int.class ? ValueLayout.JAVA_INT : LONG, layouts);
                return Linker.nativeLinker().upcallStub(handle, descriptor, Arena.global()).address();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no callback " + method, e);
            }
        }

        static int getSchema(long stream, long out) {
            ArrowStream of = null;
            try {
                of = of(stream);
                synchronized (of) {
                    of.fillSchema(MemorySegment.ofAddress(out).reinterpret(SCHEMA_BYTES), of.type);
                }
                return 0;
            } catch (Throwable e) {
                return error(of, e);
            }
        }

        static int getNext(long stream, long out) {
            ArrowStream of = null;
            try {
                of = of(stream);
                MemorySegment array = MemorySegment.ofAddress(out).reinterpret(ARRAY_BYTES);
                ColumnBatch batch = of.batches.take();
                if (batch == null) {
                    // An array without a release callback marks the end of a stream.
                    array.fill((byte) 0);
                } else {
                    of.lend(batch, array);
                }
                return 0;
            } catch (Throwable e) {
                return error(of, e);
            }
        }

        private static int error(ArrowStream stream, Throwable cause) {
            if (stream != null) {
                stream.fail(cause);
            }
            return ERROR_IO;
        }

        static long getLastError(long stream) {
            try {
                return of(stream).lastError.address();
            } catch (Throwable e) {
                return NULL;
            }
        }

        static void releaseStream(long stream) {
            try {
                of(stream).batches.close();
            } catch (Throwable e) {
                // The stream was closed before its reader let go of it: nothing is left to free.
            }
            MemorySegment.ofAddress(stream).reinterpret(STREAM_BYTES).set(POINTER, 24, NULL);
        }

        static void releaseSchema(long schema) {
            MemorySegment.ofAddress(schema).reinterpret(SCHEMA_BYTES).set(POINTER, SCHEMA_RELEASE, NULL);
        }

        static void releaseArray(long array) {
            MemorySegment released = MemorySegment.ofAddress(array).reinterpret(ARRAY_BYTES);
            released.set(POINTER, ARRAY_RELEASE, NULL);
            Lent batch = LENT.remove(released.get(LONG, ARRAY_PRIVATE));
            if (batch != null) {
                batch.stream().giveBack(batch.batch());
            }
        }

        static void releasePartOfArray(long array) {
            MemorySegment.ofAddress(array).reinterpret(ARRAY_BYTES).set(POINTER, ARRAY_RELEASE, NULL);
        }
    }
}
