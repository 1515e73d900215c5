package dev.quarry.extract.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells Python scripts by their first line.
final class Shebang {
    /// Bytes of a file that are looked at; Linux itself reads 256.
    static final int MAX_BYTES = 256;

    private static final Pattern PYTHON = Pattern.compile("(?:python|pypy)w?(?:[0-9]+(?:\\.[0-9]+)*t?)?(?:\\.exe)?");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    /// Options of env whose value is the next word.
    private static final Set<String> ENV_OPTIONS_WITH_VALUE = Set.of("-u", "--unset", "-C", "--chdir", "-a", "--argv0");

    /// Extensions of files that are text, media, archives or source of another language: they are no scripts, so that
    /// they are not opened to see.
    private static final Set<String> OTHER_EXTENSIONS = Set.of(
            "7z", "a", "avif", "bin", "bmp", "bz2", "c", "cc", "cfg", "class", "cmake", "conf", "cpp", "css", "csv",
            "cu", "cuh", "cxx", "dll", "doc", "docx", "dylib", "eot", "exe", "fits", "gif", "go", "gz", "h", "h5",
            "hdf5", "hh", "hpp", "htm", "html", "ico", "inc", "ini", "jar", "java", "jpeg", "jpg", "js", "json",
            "jsonl", "jsx", "kt", "less", "lock", "log", "m4", "map", "md", "mdx", "mjs", "mo", "mp3", "mp4", "npy",
            "npz", "o", "onnx", "otf", "parquet", "patch", "pdf", "pickle", "pkl", "png", "po", "pot", "ppt", "pptx",
            "proto", "ps1", "pxd", "pyc", "pyd", "pyo", "pyx", "rs", "rst", "s", "scss", "sh", "so", "sql", "sqlite",
            "svg", "tar", "tex", "tgz", "tif", "tiff", "toml", "ts", "tsv", "tsx", "ttf", "txt", "wasm", "wav", "webm",
            "webp", "whl", "woff", "woff2", "xls", "xlsx", "xml", "xz", "yaml", "yml", "zip", "zst");

    private Shebang() {}

    /// Whether a file of this name may be a script, so that its first bytes are worth reading.
    static boolean isCandidate(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || !OTHER_EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /// Whether the first line starts with `#!` and names a Python interpreter, directly or through `env`.
    static boolean namesPython(byte[] head, int length) {
        if (length < 2 || head[0] != '#' || head[1] != '!') {
            return false;
        }
        int end = 2;
        while (end < length && head[end] != '\n' && head[end] != '\r' && head[end] != 0) {
            end++;
        }
        String[] words = BLANKS.split(new String(head, 2, end - 2, StandardCharsets.ISO_8859_1).strip());
        String interpreter = lastName(words[0]);
        if (!interpreter.equals("env")) {
            return PYTHON.matcher(interpreter).matches();
        }
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.startsWith("-S") && word.length() > 2) {
                word = word.substring(2);
            } else if (word.startsWith("--split-string=")) {
                word = word.substring("--split-string=".length());
            }
            if (ENV_OPTIONS_WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !ASSIGNMENT.matcher(word).matches()) {
                return PYTHON.matcher(lastName(word)).matches();
            }
        }
        return false;
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
