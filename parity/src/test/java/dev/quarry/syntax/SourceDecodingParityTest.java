package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.parity.TestInterpreters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which encoding a file has, and what is wrong with it, as CPython says.
class SourceDecodingParityTest {
    /// Latin-1 characters stand for bytes.
    private static final List<String> FILES = List.of(
            "", "x = 1\n", "\u00EF\u00BB\u00BFx = 1\n", "\u00EF\u00BB\u00BF# coding: utf-8\nx = 1\n",
            "# coding: latin-1\nx = '\u00E9'\n", "# coding=Latin_1\nx = '\u00E9'\n", "# coding: iso-8859-15\nx = '\u00A4'\n",
            "# -*- coding: cp1252 -*-\nx = '\u0080'\n", "#!/usr/bin/python\n# vim: set fileencoding=koi8-r :\nx = '\u00C1'\n",
            "\n# coding: cp1251\nx = '\u00C1'\n", "\n\n# coding: nonsense\n", "x = 1\n# coding: nonsense\n",
            "\\\n# coding: nonsense\n", "'''\n# coding: nonsense'''\n", "#\n# coding: nonsense\n",
            "\u000C# coding: nonsense\n", "  \t# coding: nonsense\n", "# coding : latin-1\n", "# xcoding: latin-1\n",
            "# encoding: latin-1\n", "# coding: latin-1 coding: nonsense\n", "# coding:\n# coding: nonsense\n",
            "# coding: utf8\nx = '\u00C3\u00A9'\n", "# coding: UTF-8-unix\n", "# coding: utf-8-sig\n",
            "# coding: latin-1-dos\nx = '\u00E9'\n", "# coding: u\u00E9\n", "# coding: \u00E9\nx = 1\n",
            "\u00EF\u00BB\u00BF# coding: latin-1\nx = 1\n", "\u00EF\u00BB\u00BF# coding: utf8\nx = 1\n",
            "# coding: ascii\nx = '\u00E9'\n", "# coding: ascii\r\n\r\nx = '\u00E9'\r\n", "# coding: cp1252\nx = '\u0081'\n",
            "# coding: utf8\nx = '\u00FF'\n", "# coding: utf8\n# \u00E9\u00E9\n", "# coding: utf8\nx = '\u00E2\u0082'\n",
            "x = 1\u00FF\n", "# \u00FF\nx = 1\n", "x = '\u00C3('\n", "\n\nx = '\u00E2\u0082'\n", "x = '\u00ED\u00A0\u0080'\n",
            "x = '\u00F5'\n", "x = '\u00F4\u0090\u0080\u0080'\n", "x = '\u00C0\u0080'\n", "x = '\u00F0\u009F\u0098'\n",
            "\u00E9\u00FF = 1\n", "# coding: euc-jp\nx = '\u00A4\u00A2'\n",
            "# coding: shift_jis\nx = '\u0083\u005C'\n", "# coding: gbk\nx = '\u00B0\u00A1'\n", "# coding: big5\nx = '\u00A4\u0040'\n",
            "# coding: gb18030\nx = '\u0081\u0030\u0081\u0030'\n", "# coding: rot13\nx = 1\n", "# coding: hex\n",
            "# coding: mac-roman\nx = '\u008E'\n", "# coding: cp866\nx = '\u0080'\n", "# coding: tis-620\nx = '\u00A1'\n",
            "# coding: euc-kr\nx = '\u00B0\u00A1'\n", "x = '\u0000'\n", "# a\u0000b\n", "# coding: x\u0000\n",
            "# coding: utf8\r# coding: nonsense\rx = 1\r", "#\r# coding: nonsense\r", "#\r\n# coding: nonsense\r\n",
            "# coding: utf-16\nx = 1\n", "#coding: utf-16\nx = 1\n", "#coding: utf-16-le\nx = 1\n",
            "# coding: utf-16-be\nx = 1\n", "# coding: utf-32\nx = 1\n", "# coding: utf-32-be\nx = 1\n",
            "# coding: utf-7\nx = '+AGE-'\n", "# coding: utf-7\nx = '+AG-'\n", "# coding: utf-7\nx = '+2D0-'\n",
            "# coding: utf-7\n# +2D0- +AGE-+3gA\n", "# coding: hz\nx = '~{0!~}'\n", "# coding: hz\nx = '~{0'\n",
            "# coding: hz\r\nx = '~{\u00E9'\r\n", "# coding: iso2022_jp_1\nx = '\u001b$(D0!\u001b(B'\n",
            "# coding: iso2022-jp-3\nx = '\u001b$(Q0!\u001b(B'\n", "# coding: iso2022_jp\nx = '\u001b$B0!'\n",
            "# coding: iso2022_jp_ext\nx = '\u001b(I1\u001b(B'\n",
            "# coding: iso8859-7\nx = '\u00E1'\n", "# coding: windows-1250\nx = '\u008A'\n", "# coding: L1\nx = '\u00E9'\n");

    @Test
    void encodingsAndErrorsAreThoseOfCPython() {
        String input = FILES.stream().map(file -> HexFormat.of().formatHex(bytes(file)) + "\n")
                .collect(Collectors.joining());
        List<String> expected = TestInterpreters.run(PythonVersion.PY313,
                TestInterpreters.resource(SourceDecodingParityTest.class, "encodings.py"), input).lines().toList();
        List<String> actual = FILES.stream().map(SourceDecodingParityTest::describe).toList();
        for (int i = 0; i < FILES.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), FILES.get(i));
        }
    }

    private static String describe(String file) {
        SourceText.Decoded decoded = SourceText.decode(bytes(file));
        List<Diagnostic> diagnostics = new ArrayList<>(decoded.diagnostics());
        SourceText text = decoded.text();
        new Lexer().lex(text, ParseOptions.module(PythonVersion.PY313), diagnostics);
        String name = text.encodingName() == null ? "-" : text.encodingName();
        if (diagnostics.isEmpty()) {
            return name + "\tno error";
        }
        Diagnostic first = diagnostics.getFirst();
        String line = first.start() < 0 ? "None" : String.valueOf(text.line0(first.start()) + 1);
        return name + "\t" + first.errorType() + " " + line + " " + first.message();
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
