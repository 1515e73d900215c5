package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links that would have a run write to places of somebody else's choice.
class StoreContainmentTest {
    private static final StoreOptions INSIDE_A_REPOSITORY = StoreOptions.defaults().withHideFromGit(true);

    private Path outside;
    private Path store;

    @BeforeEach
    void makeFolders(@TempDir Path folder) throws IOException {
        outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious");
        store = folder.resolve("repository/.quarry");
        Files.createDirectories(store.getParent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_quarry", "_quarry/tmp", "runs_v1", "runs_v1/_delta_log", "ast_nodes_v1/repo_key=x"})
    void aLinkToAFolderIsRefused(String place) throws IOException {
        refuses(place, outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {".gitignore", "_quarry/lock", "runs_v1/_delta_log/_last_checkpoint"})
    void aLinkToAFileIsRefused(String place) throws IOException {
        refuses(place, outside.resolve("precious"));
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() throws IOException {
        refuses(".gitignore", outside.resolve("new"));
    }

    private void refuses(String place, Path target) throws IOException {
        Path link = store.resolve(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
        StoreException refused = assertThrows(StoreException.class,
                () -> Store.openOrCreate(store, INSIDE_A_REPOSITORY));
        assertEquals(link.toRealPath(LinkOption.NOFOLLOW_LINKS).toString(), refused.place());
        assertEquals("remove it, or name another folder for the store", refused.remedy());
        outsideIsUntouched();
    }

    @Test
    void aStoreThatIsALinkItselfHasToBeNamed() throws IOException {
        Files.createSymbolicLink(store, outside);
        StoreException refused = assertThrows(StoreException.class,
                () -> Store.openOrCreate(store, INSIDE_A_REPOSITORY));
        assertEquals("is a symbolic link, which could lead a run to write elsewhere", refused.problem());
        outsideIsUntouched();
        Store.openOrCreate(store, StoreOptions.defaults()).close();
        assertTrue(Files.isDirectory(outside.resolve("_quarry")));
    }

    @Test
    void aFileInTheStoresPlaceIsLeftAlone() throws IOException {
        Files.writeString(store, "notes");
        StoreException refused = assertThrows(StoreException.class,
                () -> Store.openOrCreate(store, INSIDE_A_REPOSITORY));
        assertEquals("is a file, not a folder", refused.problem());
        assertEquals("notes", Files.readString(store));
    }

    private void outsideIsUntouched() throws IOException {
        try (Stream<Path> files = Files.list(outside)) {
            assertEquals(1, files.count());
        }
        assertEquals("precious", Files.readString(outside.resolve("precious")));
    }
}
