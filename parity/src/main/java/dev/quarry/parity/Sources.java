package dev.quarry.parity;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// Makes sources of files.
public final class Sources {
    private Sources() {}

    /// Each file as it is.
    public static Iterator<Source> files(Iterator<Path> files) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return files.hasNext();
            }

            @Override
            public Source next() {
                return new FileSource(files.next());
            }
        };
    }

    /// The strings that stand in the files: as they are, without their common indentation, and the examples of doctests
    /// in them. Tests of compilers and tools hold their cases like this. Equal strings of a file count once.
    public static Iterator<Source> strings(Iterator<Path> files) {
        return new StringSources(files);
    }

    private record FileSource(Path file) implements Source {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    private record StringSource(String name, String text) implements Source {
        @Override
        public byte[] read() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class StringSources implements Iterator<Source> {
        private static final String PROMPT = ">>> ";
        private static final String CONTINUATION = "...";

        private final Iterator<Path> files;
        private final Parser parser = new Parser();
        private final AstProjector projector = new AstProjector();
        private Iterator<Source> ofFile = Collections.emptyIterator();

        StringSources(Iterator<Path> files) {
            this.files = files;
        }

        @Override
        public boolean hasNext() {
            while (!ofFile.hasNext() && files.hasNext()) {
                ofFile = read(files.next());
            }
            return ofFile.hasNext();
        }

        @Override
        public Source next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ofFile.next();
        }

        private Iterator<Source> read(Path file) {
            SyntaxTree tree;
            try {
                tree = parser.parse(Files.readAllBytes(file),
                        new ParseOptions(PythonVersion.newest(), ParseMode.EXEC, false));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
            AstTable table = projector.project(tree);
            Map<String, Integer> lines = new LinkedHashMap<>();
            for (int row = 0; row < table.size(); row++) {
                String text = table.stringValue(row);
                if (text != null && table.start(row) >= 0) {
                    int line = tree.source().line0(table.start(row)) + 1;
                    for (String piece : pieces(text)) {
                        lines.putIfAbsent(piece, line);
                    }
                }
            }
            List<Source> sources = new ArrayList<>();
            lines.forEach((text, line) -> sources.add(
                    new StringSource(file + ":" + line + " (string " + (sources.size() + 1) + ")", text)));
            return sources.iterator();
        }

        private static List<String> pieces(String text) {
            List<String> pieces = new ArrayList<>(List.of(text, text.stripIndent()));
            if (text.contains(PROMPT)) {
                addExamples(text, pieces);
            }
            return pieces;
        }

        private static void addExamples(String text, List<String> pieces) {
            StringBuilder example = new StringBuilder();
            for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
                if (line.startsWith(CONTINUATION) && !example.isEmpty()) {
                    example.append(line.substring(Math.min(line.length(), CONTINUATION.length() + 1))).append('\n');
                    continue;
                }
                if (!example.isEmpty()) {
                    pieces.add(example.toString());
                    example.setLength(0);
                }
                if (line.startsWith(PROMPT)) {
                    example.append(line.substring(PROMPT.length())).append('\n');
                }
            }
            if (!example.isEmpty()) {
                pieces.add(example.toString());
            }
        }
    }
}
