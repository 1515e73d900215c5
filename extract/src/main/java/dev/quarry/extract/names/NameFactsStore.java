package dev.quarry.extract.names;

import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.NameFactsFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Facts of the files that a run has parsed, by path: in memory up to a limit, all of them in a temporary file as soon as
/// they exceed it. May be used by several threads.
public final class NameFactsStore implements AutoCloseable {
    /// What is held in memory, in bytes as [NameFacts#weight] counts them.
    static final long HELD_BYTES = 64L << 20;

    private record Place(long offset, int length) {}

    private final Path folder;
    private final long heldBytes;
    /// In order of use.
    private final Map<String, NameFacts> held = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<String, Place> written = new HashMap<>();
    private final NameFactsFormat format = new NameFactsFormat();
    private long weight;
    private Path file;
    private FileChannel channel;
    private long end;

    /// @param folder for the temporary file, made when it is needed
    public NameFactsStore(Path folder) {
        this(folder, HELD_BYTES);
    }

    NameFactsStore(Path folder, long heldBytes) {
        this.folder = folder;
        this.heldBytes = heldBytes;
    }

    /// Keeps the facts of a file, in place of earlier ones.
    public synchronized void put(String path, NameFacts facts) {
        NameFacts old = held.put(path, facts);
        weight += facts.weight() - (old == null ? 0 : old.weight());
        written.remove(path);
        shrink();
    }

    /// The facts of a file; null if there are none.
    public synchronized NameFacts get(String path) {
        NameFacts facts = held.get(path);
        if (facts != null) {
            return facts;
        }
        Place place = written.get(path);
        if (place == null) {
            return null;
        }
        facts = NameFactsFormat.read(read(place));
        held.put(path, facts);
        weight += facts.weight();
        shrink();
        return facts;
    }

    /// Puts the facts that were used least recently into the file until the others are within the limit.
    private void shrink() {
        Iterator<Map.Entry<String, NameFacts>> oldest = held.entrySet().iterator();
        while (weight > heldBytes && held.size() > 1) {
            Map.Entry<String, NameFacts> entry = oldest.next();
            if (!written.containsKey(entry.getKey())) {
                written.put(entry.getKey(), write(format.write(entry.getValue())));
            }
            weight -= entry.getValue().weight();
            oldest.remove();
        }
    }

    private Place write(byte[] bytes) {
        try {
            if (channel == null) {
                Files.createDirectories(folder);
                file = Files.createTempFile(folder, "names-", ".tmp");
                channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            for (long at = end; buffer.hasRemaining();) {
                at += channel.write(buffer, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " takes no temporary file: make room, or make it writable", e);
        }
        Place place = new Place(end, bytes.length);
        end += bytes.length;
        return place;
    }

    private byte[] read(Place place) {
        ByteBuffer buffer = ByteBuffer.allocate(place.length());
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, place.offset() + buffer.position()) < 0) {
                    throw new IOException("it ends before byte " + (place.offset() + place.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read again", e);
        }
        return buffer.array();
    }

    @Override
    public synchronized void close() {
        if (channel != null) {
            try {
                channel.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be deleted", e);
            }
        }
    }
}
