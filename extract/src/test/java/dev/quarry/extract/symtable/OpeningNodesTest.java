package dev.quarry.extract.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.symtable.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each scope is opened by a node of the AST.
class OpeningNodesTest {
    @Test
    void scopesAreOpenedByTheNodesThatPythonTakes() {
        assertEquals("top=Module <lambda>=Lambda f=FunctionDef __annotate__=FunctionDef f=FunctionDef C=ClassDef"
                + " T=TypeVar T=TypeVar Ts=TypeVarTuple P=ParamSpec C=ClassDef __annotate__=BinOp"
                + " __annotate__=AsyncFunctionDef g=AsyncFunctionDef <genexpr>=GeneratorExp A=TypeAlias",
                kinds("""
                        def f[Q](a: Q = lambda: 0): pass
                        class C[T: int = str, *Ts = x, **P = y]:
                            x: ((a | b)) = 1
                            async def g(): return f(x for x in y)
                            y: c
                        type A = B
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: ", "x: (", "def f(a: ): [x for", "class C[T: ]: y:", "type X[T = ] = ", "type [T] = x",
        "lambda x=lambda: : [", "f'{(x for x in", "class C[:\n  x: (y for\n  def f[T](", "x: +\ny: int"})
    void scopesOfBrokenFilesAreOpenedBySomeNode(String source) {
        for (PythonVersion version : PythonVersion.values()) {
            SymbolTable table = SymbolTable.build(parse(source, version));
            for (int row : OpeningNodes.of(table, new AstProjector().project(table.tree()))) {
                assertTrue(row >= 0, () -> version + " " + source);
            }
        }
    }

    private static String kinds(String source) {
        SymbolTable table = SymbolTable.build(parse(source, PythonVersion.PY315));
        AstTable ast = new AstProjector().project(table.tree());
        int[] rows = OpeningNodes.of(table, ast);
        var kinds = new StringJoiner(" ");
        for (int scope = 0; scope < rows.length; scope++) {
            kinds.add(table.name(scope) + "=" + ast.kind(rows[scope]).pythonName());
        }
        return kinds.toString();
    }

    private static SyntaxTree parse(String source, PythonVersion version) {
        return new Parser().parse(source.getBytes(StandardCharsets.UTF_8), ParseOptions.module(version));
    }
}
