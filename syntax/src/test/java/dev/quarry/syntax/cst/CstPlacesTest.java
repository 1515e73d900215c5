package dev.quarry.syntax.cst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Spans in files whose bytes are more than lines of UTF-8 that end with a line feed.
class CstPlacesTest {
    @Test
    void aByteOrderMarkIsCountedAndBelongsToNoNode() {
        assertEquals("""
                Module 3-9
                  body[0]=SimpleStatementLine 3-8 (3-9)
                    body[0]=Assign 3-8
                      targets[0]=AssignTarget 3-4 (3-7)
                        target=Name 3-4 x
                      value=Integer 7-8 1
                """, print("\uFEFFx = 1\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void otherEncodingsHaveOffsetsOfTheTextAndOfTheFile() {
        CstTable table = project("# coding: latin-1\n\u00e9 = b\n".getBytes(StandardCharsets.ISO_8859_1));
        SourceText source = table.tree().source();
        int value = table.size() - 1;
        assertEquals("b", table.value(value));
        assertEquals(23, table.start(value));
        assertEquals(22, source.rawOffset(table.start(value)));
        assertEquals("\u00e9", table.value(value - 1));
    }

    @Test
    void linesEndInManyWays() {
        assertEquals("""
                Module 0-22
                  body[0]=SimpleStatementLine 0-1 (0-3)
                    body[0]=Expr 0-1
                      value=Name 0-1 x
                  body[1]=If 7-17 (3-22)
                    test=Name 10-11 y
                    body=IndentedBlock 16-17 (12-22)
                      body[0]=SimpleStatementLine 16-17 (14-19)
                        body[0]=Expr 16-17
                          value=Name 16-17 z
                """, print("x\r\n#c\r\nif y:\r\n  z\r\n  #".replace("#c", "#\f").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileMayEndWithoutLineBreakOrBeEmpty() {
        assertEquals("""
                Module 0-8
                  body[0]=SimpleStatementLine 0-1 (0-8)
                    body[0]=Expr 0-1 (0-4)
                      value=Name 0-1 x
                      semicolon=Semicolon 2-3 (1-4)
                """, print("x ; #end".getBytes(StandardCharsets.UTF_8)));
        assertEquals("Module 0-0\n", print(new byte[0]));
        assertEquals("Module 0-3\n", print("# c".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theRootIsInNothing() {
        CstTable table = project(new byte[0]);
        assertNull(table.slot(0));
        assertEquals(-1, table.parent(0));
        assertNull(table.value(0));
    }

    private static String print(byte[] source) {
        CstTable table = project(source);
        CstInvariants.checkValid(table);
        return CstPrinter.print(table);
    }

    private static CstTable project(byte[] source) {
        return new CstProjector().project(new Parser().parse(source, ParseOptions.module(PythonVersion.newest())));
    }
}
