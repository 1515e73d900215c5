package dev.quarry.extract.scan.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GitConfigTest {
    @Test
    void readsWhatGitWrites() throws GitMetadataException {
        GitConfig config = GitConfig.parse("""
                # comment
                [core]
                \trepositoryformatversion = 0
                \tfileMode = false ; why
                \tbare
                \texcludesFile = "~/my \\"rules\\" # here"  \s
                [remote "origin"]\turl = https://example.org/a\\\\b
                \turl = second\\
                /line
                \tfetch = +refs/heads/*:refs/remotes/origin/*
                [branch "we\\"ird.Name"] merge = x
                [Old.Style] Key = value\r
                [include]
                \tpath = /etc/passwd
                """, Path.of("config"));

        assertEquals("0", config.get("core.repositoryformatversion"));
        assertFalse(config.isTrue("core.filemode", true));
        assertTrue(config.isTrue("core.bare", false));
        assertTrue(config.isTrue("core.missing", true));
        assertEquals("~/my \"rules\" # here", config.get("core.excludesfile"));
        assertEquals("second/line", config.get("remote.origin.url"));
        assertEquals("x", config.get("branch.we\"ird.Name.merge"));
        assertEquals("value", config.get("old.style.key"));
        assertNull(config.get("remote.upstream.url"));
    }

    @Test
    void saysWhereItIsMalformed() {
        for (String text : new String[] {"\n[core", "\n= 1", "\n[a] b c", "\n[a] b = \"c", "\n[a] b = \\q", "\n[a \"b]"}) {
            GitMetadataException malformed = assertThrows(
                    GitMetadataException.class, () -> GitConfig.parse(text, Path.of("config")), text);
            assertTrue(malformed.getMessage().startsWith("config:2 "), malformed.getMessage());
        }
    }
}
