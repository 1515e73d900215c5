package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.util.Random;

/// Small programs that put few names to many uses, so that scopes get in each other's way. Most are valid, some break a
/// rule of the symbol table.
final class RandomPrograms {
    private static final String[] NAMES = {"a", "b", "c", "__p", "_C__p", "__class__", "super", "T"};
    private static final int DEPTH = 4;

    private final Random random;
    private final PythonVersion version;
    private StringBuilder out;

    RandomPrograms(long seed, PythonVersion version) {
        random = new Random(seed);
        this.version = version;
    }

    String next() {
        out = new StringBuilder();
        if (random.nextInt(8) == 0) {
            out.append("from __future__ import annotations\n");
        }
        block(0, 1 + random.nextInt(4));
        return out.toString();
    }

    private void block(int depth, int statements) {
        for (int i = 0; i < statements; i++) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        indent(depth);
        int choice = random.nextInt(depth < DEPTH ? 26 : 12);
        switch (choice) {
            case 0 -> line("global " + name());
            case 1 -> line("nonlocal " + name());
            case 2, 3 -> line(target(2) + " = " + expression(3));
            case 4 -> line(name() + ": " + expression(2) + (flip() ? " = " + expression(1) : ""));
            case 5 -> line("(" + name() + "): " + expression(1) + (flip() ? " = " + expression(1) : ""));
            case 6 -> line("del " + name());
            case 7 -> line("import " + name() + (flip() ? ".x" : "") + (flip() ? " as " + name() : ""));
            case 8 -> line(name() + " += " + expression(1));
            case 9 -> line(random.nextInt(6) == 0 ? "from m import *" : "from m import " + name());
            case 10, 11 -> line(expression(4));
            case 12, 13, 14, 15, 16 -> function(depth);
            case 17, 18, 19 -> classDefinition(depth);
            case 20 -> compound(depth, "for " + target(1) + " in " + expression(2), "else");
            case 21 -> compound(depth, "if " + expression(2), "else");
            case 22 -> {
                compound(depth, "try", "except " + expression(1) + " as " + name());
                indent(depth);
                compound(depth, "else", null);
                indent(depth);
                compound(depth, "finally", null);
            }
            case 23 -> compound(depth, "with " + expression(2) + " as " + target(1), null);
            case 24 -> {
                if (version.isAtLeast(PythonVersion.PY312)) {
                    line("type " + name() + typeParameters() + " = " + expression(3));
                } else {
                    line("pass");
                }
            }
            default -> {
                if (version.isAtLeast(PythonVersion.PY310)) {
                    line("match " + expression(1) + ":");
                    indent(depth + 1);
                    line("case [" + name() + ", *" + name() + "] | {'k': " + name() + ", **" + name() + "} | "
                            + name() + ".x(" + name() + ", y=" + name() + "): pass");
                } else {
                    line("pass");
                }
            }
        }
    }

    private void function(int depth) {
        if (random.nextInt(4) == 0) {
            line("@" + name());
            indent(depth);
        }
        String generic = version.isAtLeast(PythonVersion.PY312) && random.nextInt(3) == 0 ? typeParameters() : "";
        line((random.nextInt(6) == 0 ? "async def " : "def ") + name() + generic + "(" + parameters(true) + ")"
                + (random.nextInt(4) == 0 ? " -> " + expression(2) : "") + ":");
        block(depth + 1, 1 + random.nextInt(3));
    }

    private void classDefinition(int depth) {
        String generic = version.isAtLeast(PythonVersion.PY312) && random.nextInt(3) == 0 ? typeParameters() : "";
        line("class " + (flip() ? "C" : name()) + generic
                + (flip() ? "(" + expression(1) + ", k=" + expression(2) + ")" : "") + ":");
        block(depth + 1, 1 + random.nextInt(4));
    }

    private void compound(int depth, String head, String second) {
        line(head + ":");
        block(depth + 1, 1 + random.nextInt(2));
        if (second != null) {
            indent(depth);
            line(second + ":");
            block(depth + 1, 1);
        }
    }

    private String typeParameters() {
        var text = new StringBuilder("[");
        String[] stars = {"", "*", "**"};
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            String star = stars[random.nextInt(3)];
            text.append(i == 0 ? "" : ", ").append(star).append(name());
            if (star.isEmpty() && random.nextInt(3) == 0) {
                text.append(": ").append(flip() ? expression(2) : "(" + expression(1) + ", " + expression(1) + ")");
            }
            // Defaults must not be followed by a parameter without one.
            if (i == count - 1 && version.isAtLeast(PythonVersion.PY313) && random.nextInt(3) == 0) {
                text.append(" = ").append(expression(2));
            }
        }
        return text.append("]").toString();
    }

    private String parameters(boolean annotated) {
        var text = new StringBuilder();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ", ").append(parameter(annotated));
            if (i == count - 1 && random.nextInt(4) == 0) {
                text.append(", /");
            }
        }
        if (random.nextInt(4) == 0) {
            text.append(text.isEmpty() ? "*" : ", *").append(parameter(annotated));
            text.append(", ").append(parameter(annotated)).append(flip() ? "=" + expression(1) : "");
        }
        if (random.nextInt(4) == 0) {
            text.append(text.isEmpty() ? "**" : ", **").append(parameter(annotated));
        }
        return text.toString();
    }

    private String parameter(boolean annotated) {
        return name() + (annotated && random.nextInt(4) == 0 ? ": " + expression(2) : "");
    }

    private String target(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0, 1, 2 -> name();
            case 3 -> "(" + target(depth - 1) + ", *" + target(0) + ")";
            case 4 -> name() + "." + name();
            default -> name() + "[" + expression(1) + "]";
        };
    }

    private String expression(int depth) {
        if (depth == 0) {
            return name();
        }
        int less = depth - 1;
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> name();
            case 3 -> "(" + name() + " := " + expression(less) + ")";
            case 4 -> "[" + comprehension(expression(less), less) + "]";
            case 5 -> "{" + comprehension(expression(less), less) + "}";
            case 6 -> "(" + comprehension(expression(less), less) + ")";
            case 7 -> "{" + comprehension(expression(less) + ": " + expression(less), less) + "}";
            case 8 -> "(lambda " + parameters(false) + ": " + expression(less) + ")";
            case 9 -> random.nextInt(5) == 0 ? "(yield " + expression(less) + ")" : name() + "()";
            case 10 -> random.nextInt(5) == 0 ? "(await " + expression(less) + ")" : "super()";
            case 11 -> name() + "(" + expression(less) + ", k=" + expression(less) + ", *" + expression(0) + ")";
            case 12 -> "{" + expression(less) + ": " + expression(less) + ", **" + expression(0) + "}";
            case 13 -> "(" + expression(less) + " if " + expression(less) + " else " + expression(less) + ")";
            case 14 -> "f'{" + name() + "!r:{" + name() + "}}'";
            case 15 -> expression(less) + "." + name() + "[" + name() + ":" + expression(less) + "]";
            default -> expression(less) + " < " + expression(less) + " and not " + expression(less);
        };
    }

    private String comprehension(String element, int depth) {
        return element + clause(depth) + (random.nextInt(4) == 0 ? clause(depth) : "");
    }

    private String clause(int depth) {
        return (random.nextInt(12) == 0 ? " async for " : " for ") + target(0) + " in " + expression(depth)
                + (flip() ? " if " + expression(depth) : "");
    }

    private boolean flip() {
        return random.nextInt(3) == 0;
    }

    private String name() {
        return NAMES[random.nextInt(random.nextInt(3) == 0 ? NAMES.length : 3)];
    }

    private void indent(int depth) {
        out.append(" ".repeat(depth));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
