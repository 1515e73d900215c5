package dev.quarry.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the statements at the top of a Python file by their first characters, well enough to edit real code.
final class PythonText {
    private static final Pattern DEFINITION = Pattern.compile("(async +def|def|class) +(\\w+).*");
    private static final Pattern IMPORT = Pattern.compile("(import|from) .*[^\\\\(,]");

    private PythonText() {}

    /// A function or class at the top of a file with its decorators.
    ///
    /// @param first number of its first line, from 0
    /// @param header number of the line with `def` or `class`
    /// @param end number of the line behind it
    record Definition(String name, int first, int header, int end) {}

    static List<Definition> definitions(List<String> lines) {
        List<Definition> definitions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher definition = DEFINITION.matcher(lines.get(i));
            if (definition.matches()) {
                int first = i;
                while (first > 0 && lines.get(first - 1).startsWith("@")) {
                    first--;
                }
                int end = i + 1;
                while (end < lines.size()
                        && (lines.get(end).isBlank() || " \t)]}".indexOf(lines.get(end).charAt(0)) >= 0)) {
                    end++;
                }
                definitions.add(new Definition(definition.group(2), first, i, end));
                i = end - 1;
            }
        }
        return definitions;
    }

    /// The numbers of the lines at the top that are an import statement as a whole.
    static List<Integer> imports(List<String> lines) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (IMPORT.matcher(lines.get(i)).matches()) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /// The number of the line that begins `__all__ =`; -1 if there is none.
    static int exports(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("__all__ =")) {
                return i;
            }
        }
        return -1;
    }

    /// A stub with the functions and classes at the top of a file.
    static String stub(List<String> lines) {
        StringBuilder stub = new StringBuilder("from typing import Any\n");
        for (Definition definition : definitions(lines)) {
            stub.append(lines.get(definition.header()).startsWith("class")
                    ? "class " + definition.name() + ":\n    def __init__(self, *args: Any) -> None: ...\n"
                    : "def " + definition.name() + "(*args: Any) -> Any: ...\n");
        }
        return stub.toString();
    }
}
