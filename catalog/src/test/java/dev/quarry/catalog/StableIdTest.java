package dev.quarry.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StableIdTest {
    @Test
    void agreesWithThePublishedVectors() {
        assertEquals("file:abd2febc53a846cbcdeb7644198dc40f", StableId.fileId("demo", "pkg/a.py"));
        assertEquals("file:c4b24203aaab8e504b0f53e6501cb993", StableId.fileId("demo", "src/naïve.py"));
        assertEquals("cst_def:ac924a80aaac8a40e918c33e690350a4",
                StableId.of("cst_def", "file:abd2febc53a846cbcdeb7644198dc40f", "function", 0, 42));
        assertEquals("t:34841242552142faf2668e6bc4979b56", StableId.of("t", "x", null, 3));
        assertEquals("t:f241fcc97cee300b3c23bb72a46cc774", StableId.of("t", "x", 3, null));
    }

    @Test
    void bucketsAreTheHashModuloTheirCount() {
        assertEquals(11, StableId.bucket("pkg/a.py", 16));
    }

    @Test
    void repoKeysArePathSafeAndUnique() {
        assertEquals("github-com-Psf-Requests-".toLowerCase(), StableId.repoKey("github.com/Psf/Requests").substring(0, 24));
        assertEquals(false, StableId.repoKey("a/b").equals(StableId.repoKey("a-b")));
    }
}
