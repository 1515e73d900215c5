package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanOptionsTest {
    @Test
    void refusesWhatContradictsItself() {
        assertRefused("diff_head_ref", ScanOptions.builder().diffRefs("main", null));
        assertRefused("changed_only", ScanOptions.builder().changedOnly(true));
        assertRefused("update_submodules", ScanOptions.builder().updateSubmodules(true));
        assertRefused("exclude_dirs", ScanOptions.builder().excludeDirs(List.of("a/b")));
        assertRefused("extension", ScanOptions.builder().extraExtensions(List.of("")));
        assertRefused("max_file_bytes", ScanOptions.builder().maxFileBytes(-1));
    }

    @Test
    void refusesGlobsThatMatchNothing(@TempDir Path root) {
        ScanException refused = assertThrows(ScanException.class,
                () -> Recording.of(root, ScanOptions.builder().excludeGlobs(List.of("a", "# b")).build()));
        assertTrue(refused.getMessage().contains("exclude_globs holds '# b'"));
    }

    @Test
    void extensionsHaveADotAndNoCase() {
        assertEquals(List.of(".py", ".bzl"), ScanOptions.builder().extensions(List.of("py", ".BZL")).build().extensions());
    }

    private static void assertRefused(String option, ScanOptions.Builder builder) {
        String message = assertThrows(ScanException.class, builder::build).getMessage();
        assertTrue(message.contains(option), message);
    }
}
