package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path folder;

    @Test
    void filesComeByNameFolderByFolder() throws IOException {
        for (String name : List.of("b/z.py", "b/a.pyi", "a.py", "c.txt", "d.pyw", "b/site-packages/x.py")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        Path loop = Files.createSymbolicLink(folder.resolve("b/loop"), folder);

        List<String> all = names(SourceFiles.below(List.of(folder.resolve("c.txt"), folder)));
        List<String> withoutPackages = names(SourceFiles.ofLibrary(folder));
        // JUnit would warn of links that lead out of its temporary folder.
        Files.delete(loop);

        assertEquals(List.of("c.txt", "a.py", "b/a.pyi", "b/site-packages/x.py", "b/z.py", "d.pyw"), all);
        assertEquals(List.of("a.py", "b/a.pyi", "b/z.py", "d.pyw"), withoutPackages);
    }

    @Test
    void stringsAreTakenWithoutTheirIndentationAndWithTheirDoctests() throws IOException {
        Path file = Files.writeString(folder.resolve("t.py"), """
                def f():
                    '''
                    >>> if 1:
                    ...     2
                    >>> 3
                    '''
                    return "x =", 'x =', b"no"
                """);
        List<String> texts = new ArrayList<>();
        Iterator<Source> sources = Sources.strings(List.of(file).iterator());
        String lastName = "";
        while (sources.hasNext()) {
            Source source = sources.next();
            texts.add(new String(source.read(), StandardCharsets.UTF_8));
            lastName = source.name();
        }

        assertEquals(List.of("\n    >>> if 1:\n    ...     2\n    >>> 3\n    ", "\n>>> if 1:\n...     2\n>>> 3\n",
                "if 1:\n    2\n", "3\n", "x ="), texts);
        assertEquals(file + ":7 (string 5)", lastName);
    }

    private List<String> names(SourceFiles files) {
        List<String> names = new ArrayList<>();
        files.forEachRemaining(file -> names.add(folder.relativize(file).toString()));
        return names;
    }
}
