package dev.quarry.extract;

import dev.quarry.extract.cst.MatchTemplate;
import dev.quarry.extract.scan.ScanOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A store in which every dataset has rows: of a repository with every kind of file, and of a second one that the
/// newest
/// run covers in part.
final class SampleStore {
    private SampleStore() {}

    /// @param folder where the repositories and the store go
    /// @return the store
    static Path extract(Path folder) throws Exception {
        Path root = Files.createDirectories(folder.resolve("repository/pkg")).getParent();
        write(root.resolve("pkg/shapes.py"), """
                \"""Shapes.\"""
                from __future__ import annotations
                from . import base as b  # type: ignore[attr]


                @b.register("circle", *b.NAMES, **b.OPTIONS)
                class Circle(b.Shape, metaclass=b.Meta):
                    \"""A circle.\"""

                    def area(self, /, scale: float = 1.0, *, unit: str = 'm') -> float:
                        match scale:
                            case {"x": 1, **rest} | [_, *rest]:
                                return f"{scale!r:>{unit}} {rest=}"
                        return 3.14 * self.r ** 2 if scale else -1


                async def main(*args: int, **kwargs):
                    async with b.open() as f, b.lock:
                        return [x async for x in f if (y := x)]
                """.getBytes(StandardCharsets.UTF_8));
        write(root.resolve("scopes.py"), """
                from os import *
                T = int
                class Outer[T]:
                    limit = 1
                    def method[U: limit](self, x: U = T) -> limit:
                        global shared
                        count = 0
                        def inner():
                            nonlocal count
                            count += 1
                            return [shared for shared in x if (last := shared)], lambda: (self, last, listcomp)
                        def inner(): return super().method
                        listcomp = genexpr = {y: z for y in x for z in y}
                        return (w for w in inner() for __v in w)
                    __hidden: T = [__hidden for __hidden in T]
                    def __private(self): return self.__private
                type Alias[*Ts] = tuple[*Ts]
                total = [shared := 1 for _ in range(3)]
                """.getBytes(StandardCharsets.UTF_8));
        write(root.resolve("bom.py"), "\ufeffname = 'naïve'\r\nother = \"\"\"a\rb\"\"\"\r\n"
                .getBytes(StandardCharsets.UTF_8));
        write(root.resolve("latin.py"), "# coding: latin-1\nd = {'é': 'ü', **e}\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        write(root.resolve("empty.py"), new byte[0]);
        write(root.resolve("broken.py"), "def f(x:\n    return (x\nclass\n".getBytes(StandardCharsets.UTF_8));
        write(root.resolve("nul.py"), new byte[] {'x', 0, '\n'});
        write(root.resolve("invalid.py"), new byte[] {'s', '=', '\'', (byte) 0xff, '\'', '\n'});
        write(root.resolve("notes.ipynb"), "{}".getBytes(StandardCharsets.UTF_8));
        Path store = folder.resolve("store");
        run(root, store, List.of());
        Path other = Files.createDirectory(folder.resolve("other"));
        write(other.resolve("kept.py"), "import changed\n\ndef f(a): return a.b(changed.c())\n"
                .getBytes(StandardCharsets.UTF_8));
        write(other.resolve("changed.py"), "def c(): pass\n".getBytes(StandardCharsets.UTF_8));
        write(other.resolve("removed.py"), "x = [y for y in ()]\n".getBytes(StandardCharsets.UTF_8));
        run(other, store, List.of());
        write(other.resolve("changed.py"), "import kept\n\n\nclass D:\n    def c(self): kept.f(self)\n"
                .getBytes(StandardCharsets.UTF_8));
        Files.delete(other.resolve("removed.py"));
        run(other, store, List.of("ast"));
        return store;
    }

    private static void run(Path root, Path store, List<String> datasets) throws Exception {
        ScanOptions scan = ScanOptions.builder().emitBlobs(datasets.isEmpty()).build();
        FamilyOptions options = datasets.isEmpty() ? FamilyOptions.defaults()
                .withTemplates(List.of(MatchTemplate.parse("calls=Call(func=Attribute())"))) : FamilyOptions.defaults();
        Extraction.run(new ExtractionRequest(root, store, datasets, null, List.of(), scan, options, 2, null, "test"),
                ProgressListener.SILENT);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
