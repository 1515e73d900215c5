package dev.quarry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The `.py` files below a folder, read into memory in the order of their paths.
///
/// @param bytes the sum of their lengths
public record Sources(List<Path> paths, List<byte[]> files, long bytes) {
    /// Reads the files; symbolic links are not followed.
    public static Sources read(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.filter(path -> path.toString().endsWith(".py") && Files.isRegularFile(path)).sorted().toList();
        }
        List<byte[]> files = new ArrayList<>();
        long bytes = 0;
        for (Path path : paths) {
            byte[] file = Files.readAllBytes(path);
            files.add(file);
            bytes += file.length;
        }
        return new Sources(paths, List.copyOf(files), bytes);
    }

    /// Megabytes (10^6 bytes) in all files.
    public double megabytes() {
        return bytes / 1e6;
    }
}
