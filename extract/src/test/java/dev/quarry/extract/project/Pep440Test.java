package dev.quarry.extract.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The order and the meaning of specifiers, as PEP 440 defines them.
class Pep440Test {
    @Test
    void versionsAreInPep440sOrder() {
        List<String> ascending = List.of("1.dev0", "1.0.dev456", "1.0a1", "1.0a2.dev456", "1.0a12.dev456", "1.0a12",
                "1.0b1.dev456", "1.0b2", "1.0b2.post345.dev456", "1.0b2.post345", "1.0rc1.dev456", "1.0rc1", "1.0",
                "1.0.post456.dev34", "1.0.post456", "1.0.15", "1.1.dev1", "1.10", "1!0.1");
        for (int i = 0; i < ascending.size(); i++) {
            for (int j = 0; j < ascending.size(); j++) {
                int order = Pep440Version.parse(ascending.get(i)).compareTo(Pep440Version.parse(ascending.get(j)));
                String pair = ascending.get(i) + " and " + ascending.get(j);
                assertEquals(Integer.signum(Integer.compare(i, j)), Integer.signum(order), pair);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"v1.0,1.0", "1.0.0,1", "1.0ALPHA1,1.0a1", "1.0.c.2,1.0rc2", "1.0-1,1.0.post1", "1.0.rev2,1.0.post2",
        "1.0a,1.0a0", "1.0.dev,1.0.dev0", " 1.0 ,1.0", "1.0_preview_3,1.0rc3"})
    void spellingsOfTheSameVersion(String one, String other) {
        assertEquals(0, Pep440Version.parse(one).compareTo(Pep440Version.parse(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.", "1..0", "1.0z1", "1.0+", "1.0+a+b", "1!", "1.0-", "1.0a1b2"})
    void notVersions(String text) {
        assertNull(Pep440Version.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        ">=3.8     | 3.8.0 3.8.1 3.13.0 | 3.7.9",
        ">3.8      | 3.8.1 3.9.0        | 3.8.0 3.7.9",
        "<3.12     | 3.11.99            | 3.12.0",
        "<3.12.0a1 | 3.11.99            | 3.12.0",
        "<=3.12    | 3.12.0 3.11.4      | 3.12.1",
        "==3.11    | 3.11.0             | 3.11.1",
        "==3.11.*  | 3.11.0 3.11.9      | 3.12.0 3.1.1",
        "== 3.*    | 3.8.0 3.15.0       | 4.0.0",
        "!=3.9.*   | 3.8.0 3.10.0       | 3.9.0 3.9.7",
        "!=3.9.1   | 3.9.0              | 3.9.1",
        "~=3.8     | 3.8.0 3.15.2       | 3.7.0 4.0.0",
        "~=3.8.2   | 3.8.2 3.8.30       | 3.8.1 3.9.0",
        "~=3.8rc1  | 3.8.0 3.9.0        | 3.7.0",
        "===3.8.1  | 3.8.1              | 3.8.0",
        "==3.8.0+x |                    | 3.8.0"})
    void specifiers(String specifier, String allowed, String refused) {
        VersionSpecifier parsed = VersionSpecifier.parse(specifier);
        assertNotNull(parsed);
        for (String version : words(allowed)) {
            assertTrue(allows(parsed, version), version);
        }
        for (String version : words(refused)) {
            assertEquals(false, allows(parsed, version), version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8", "=3.8", "=>3.8", "~=3", ">=3.*", "~=3.8.*", ">=3.8+local", "==3.8.dev1.*", "==3.8b1.*", "!=3.8.post1.*", ">=",
        ">=3.8 <4"})
    void notSpecifiers(String text) {
        assertNull(VersionSpecifier.parse(text));
    }

    private static boolean allows(VersionSpecifier specifier, String version) {
        String[] numbers = version.split("\\.");
        return specifier.allows(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
