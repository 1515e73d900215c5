package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.parity.TestInterpreters;
import org.junit.jupiter.api.Test;

/// The tables of characters are those that [CharacterTableGenerator] makes of the interpreters and this JDK.
class CharacterTablesParityTest {
    @Test
    void printableCharactersAreThoseOfAllReleases() {
        assertEquals(CharacterTableGenerator.printable(), resource(CharacterTableGenerator.PRINTABLE));
    }

    @Test
    void aliasesAreThoseOfCPython() {
        assertEquals(CharacterTableGenerator.aliases(), resource(CharacterTableGenerator.ALIASES));
    }

    private static String resource(String name) {
        return TestInterpreters.resource(Printable.class, name);
    }
}
