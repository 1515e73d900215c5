package dev.quarry.store.batch;

import dev.quarry.catalog.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Batches that wait in a temporary file, as their memory is, because there are more than memory should hold.
public final class BatchSpool implements AutoCloseable {
    private final Path folder;
    private FileChannel channel;
    private long end;
    private boolean closed;

    /// Where a batch lies in the file.
    public static final class Place {
        private final Dataset dataset;
        private final ArrowType type;
        private final ArrowNode root;
        private final long offset;
        private final long bytes;

        private Place(ColumnBatch batch, long offset) {
            this.dataset = batch.dataset();
            this.type = batch.type();
            this.root = batch.root();
            this.offset = offset;
            this.bytes = batch.bytes();
        }

        public int rows() {
            return (int) root.length();
        }
    }

    /// @param folder where the file goes when there is a batch
    public BatchSpool(Path folder) {
        this.folder = folder;
    }

    /// Takes a batch over.
    public Place write(ColumnBatch batch) throws IOException {
        try (batch) {
            Place place;
            FileChannel file;
            synchronized (this) {
                file = open();
                place = new Place(batch, end);
                end += batch.bytes();
            }
            ByteBuffer bytes = batch.memory().asSlice(0, batch.bytes()).asByteBuffer();
            while (bytes.hasRemaining()) {
                file.write(bytes, place.offset + bytes.position());
            }
            return place;
        }
    }

    private FileChannel open() throws IOException {
        if (closed) {
            throw new IOException("the spool was closed");
        }
        if (channel == null) {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "rows-", ".spool");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        return channel;
    }

    /// Reads a batch back.
    public ColumnBatch read(Place place) throws IOException {
        FileChannel file;
        synchronized (this) {
            file = open();
        }
        NativeBuffer buffer = NativeBuffer.take(place.bytes);
        try {
            ByteBuffer bytes = buffer.segment().asSlice(0, place.bytes).asByteBuffer();
            while (bytes.hasRemaining()) {
                if (file.read(bytes, place.offset + bytes.position()) < 0) {
                    throw new IOException("the spool ends at " + place.offset + " + " + bytes.position());
                }
            }
            return new ColumnBatch(place.dataset, place.type, place.root, buffer, place.bytes);
        } catch (IOException | RuntimeException e) {
            buffer.giveBack();
            throw e;
        }
    }

    /// Deletes the file.
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
