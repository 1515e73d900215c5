package dev.quarry.extract.project;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the distributions that lock files name. These files are written by tools and have thousands of entries, of which
/// two lines count: they are read line by line, in the form in which the tools write them.
final class LockFile {
    /// `uv.lock`, `poetry.lock` and `pdm.lock` have `[[package]]`, `pylock.toml` (PEP 751) has `[[packages]]`.
    private static final List<String> PACKAGE = List.of("[[package]]", "[[packages]]");
    private static final Pattern KEY = Pattern.compile("(name|version)\\s*=\\s*([\"'])([^\"'\\\\]{1,200})\\2\\s*(?:#.*)?");
    /// `Pipfile.lock` is JSON with four spaces for each level.
    private static final Pattern SECTION = Pattern.compile(" {4}\"([^\"\\\\]+)\": \\{");
    private static final Pattern ENTRY = Pattern.compile(" {8}\"([^\"\\\\]{1,200})\": \\{(?:})?,?");
    private static final Pattern VERSION = Pattern.compile(" {12}\"version\": \"={2,3}([^\"\\\\]{1,200})\",?");

    private LockFile() {}

    /// Reads TOML: uv's, Poetry's, PDM's, or PEP 751's.
    static void readToml(String text, Consumer<Distribution> found) {
        String name = null;
        String version = null;
        boolean inPackage = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.startsWith("[")) {
                add(name, version, found);
                name = null;
                version = null;
                inPackage = PACKAGE.contains(line.strip());
            } else if (inPackage) {
                Matcher key = KEY.matcher(line);
                if (key.matches() && key.group(1).equals("name")) {
                    name = key.group(3);
                } else if (key.matches()) {
                    version = key.group(3);
                }
            }
        }
        add(name, version, found);
    }

    /// Reads Pipenv's JSON.
    static void readPipfile(String text, Consumer<Distribution> found) {
        String name = null;
        String version = null;
        boolean inPackages = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher section = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            Matcher pin = VERSION.matcher(line);
            if (section.matches() || entry.matches()) {
                add(name, version, found);
                name = inPackages && entry.matches() ? entry.group(1) : null;
                version = null;
            }
            if (section.matches()) {
                inPackages = !section.group(1).equals("_meta");
            } else if (pin.matches()) {
                version = pin.group(1);
            }
        }
        add(name, version, found);
    }

    private static void add(String name, String version, Consumer<Distribution> found) {
        if (name != null) {
            found.accept(new Distribution(Distribution.normalized(name), version, Distribution.Source.LOCK));
        }
    }
}
