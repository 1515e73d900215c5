package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command around the symbol table; expected texts are what `python3.13 -m symtable` prints.
class SymtableCommandTest {

    @TempDir
    Path directory;

    @Test
    void aFileIsPrintedAsCPythonPrintsIt() throws IOException {
        Files.writeString(directory.resolve("one.py"), """
                class C:
                    def m(self, x): return __class__, x
                def f[T](a: T = 1):
                    global g
                    g = [lambda: (a, b) for b in a]
                """);
        assertEquals(new CommandRun(0, """
                symbol table for module from file 'one.py':
                    local symbol 'C': def_local
                    local symbol 'f': def_local
                    global_explicit symbol 'g': def_global

                    symbol table for class 'C':
                        local symbol 'm': def_local

                        symbol table for function 'm':
                            local symbol 'self': def_param
                            local symbol 'x': use, def_param
                            free symbol '__class__': use

                    symbol table for type parameters 'f':
                        local symbol '.defaults': def_param
                        local symbol 'T': use, def_local

                        symbol table for nested function 'f':
                            cell symbol 'a': use, def_param
                            global_explicit symbol 'g': def_global, def_local
                            cell symbol 'b': def_local

                            symbol table for nested function 'lambda':
                                free symbol 'a': use
                                free symbol 'b': use

                """, ""), CommandRun.of(directory, "symtable", "--python", "3.13", "one.py"));
    }

    @Test
    void thePythonDecides() {
        assertEquals(new CommandRun(0, """
                symbol table for module from file '<stdin>':
                    global_implicit symbol 'b': use

                    symbol table for function 'listcomp':
                        local symbol '.0': def_param
                        local symbol 'a': use, def_local

                """, ""), CommandRun.withInput(directory, "[a for a in b]", "symtable", "--python", "3.11", "-"));
    }

    @Test
    void anErrorOfTheSymbolTableIsSaidInCPythonsWords() {
        assertEquals(new CommandRun(ExitCode.BAD_INPUT, "", """
                  File "<stdin>", line 1
                    def f(a,a): pass
                            ^
                SyntaxError: duplicate argument 'a' in function definition
                """), CommandRun.withInput(directory, "def f(a,a): pass\n", "symtable", "--python", "3.13"));
    }

    /// CPython's symtable reads future statements since 3.10.
    @Test
    void aFutureFeatureThatThereIsNotIsAnError() throws IOException {
        String source = "from __future__ import braces\n";
        assertEquals(new CommandRun(ExitCode.BAD_INPUT, "", """
                  File "<stdin>", line 1
                    from __future__ import braces
                    ^
                SyntaxError: not a chance
                """), CommandRun.withInput(directory, source, "symtable", "--python", "3.11"));
        assertEquals(ExitCode.DONE, CommandRun.withInput(directory, source, "symtable", "--python", "3.9").exitCode());
    }
}
