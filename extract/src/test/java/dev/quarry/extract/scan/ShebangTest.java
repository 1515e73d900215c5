package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShebangTest {
    @ParameterizedTest
    @CsvSource({
        "#!/usr/bin/env python3, true",
        "#!/usr/bin/env python, true",
        "#!/usr/bin/python -u, true",
        "#! /usr/local/bin/python3.13t -E, true",
        "#!/usr/bin/env -S python3 -u, true",
        "#!/usr/bin/env -Spython3 -u, true",
        "#!/usr/bin/env --split-string=python3, true",
        "#!/usr/bin/env -i PATH=/bin python2.7, true",
        "#!/usr/bin/env -u PYTHONPATH pypy3, true",
        "#!python, true",
        "#!C:\\Python\\python.exe, true",
        "#!/usr/bin/pythonw, true",
        "#!/bin/sh, false",
        "#!/bin/bash python, false",
        "#!/usr/bin/env bash, false",
        "#!/usr/bin/env, false",
        "#!/opt/python/bin/ruby, false",
        "#!/usr/bin/pythonista, false",
        "#!, false",
        "# python, false",
    })
    void namesPython(String line, boolean python) {
        for (String end : new String[] {"", "\n", "\r\nrest", "\r"}) {
            byte[] head = (line + end).getBytes(StandardCharsets.UTF_8);
            assertEquals(python, Shebang.namesPython(head, head.length));
        }
    }

    @Test
    void onlyNamesThatSayNothingAreOpened() {
        assertTrue(Shebang.isCandidate("tool"));
        assertTrue(Shebang.isCandidate(".hidden"));
        assertTrue(Shebang.isCandidate("page.cgi"));
        assertFalse(Shebang.isCandidate("photo.JPG"));
    }
}
