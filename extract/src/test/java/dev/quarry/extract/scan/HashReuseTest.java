package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HashReuseTest {
    private static final long SCAN = 1_700_000_000_000_000_000L;
    private static final long OLD = SCAN - HashReuse.RACY_NS - 1;

    @Test
    void anUnchangedOldFileKeepsItsHash() {
        assertTrue(HashReuse.holds(10, OLD, SCAN, 10, OLD));
    }

    @Test
    void anotherSizeOrTimeIsAnotherFile() {
        assertFalse(HashReuse.holds(10, OLD, SCAN, 11, OLD));
        assertFalse(HashReuse.holds(10, OLD, SCAN, 10, OLD - 1));
        assertFalse(HashReuse.holds(10, OLD - 1, SCAN, 10, OLD));
    }

    @Test
    void aFileChangedJustBeforeTheScanIsNotTrusted() {
        long racy = SCAN - HashReuse.RACY_NS;
        assertFalse(HashReuse.holds(10, racy, SCAN, 10, racy));
        assertFalse(HashReuse.holds(10, SCAN + 5, SCAN, 10, SCAN + 5), "nor one from the future");
    }
}
