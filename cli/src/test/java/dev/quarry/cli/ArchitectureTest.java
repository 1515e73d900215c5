package dev.quarry.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The invariants of docs/architecture.md that a build can check.
class ArchitectureTest {
    private static JavaClasses quarry;

    @BeforeAll
    static void importClasses() {
        quarry = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.quarry");
    }

    /// Guards the others: a rule over no classes would hold.
    @ParameterizedTest
    @ValueSource(strings = {"syntax", "parity", "catalog", "store", "session", "extract", "cli"})
    void everyModuleIsSeen(String module) {
        assertTrue(quarry.stream().anyMatch(type -> type.getPackageName().startsWith("dev.quarry." + module)));
    }

    @Test
    void syntaxNeedsTheJdkAlone() {
        classes().that().resideInAPackage("dev.quarry.syntax..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("dev.quarry.syntax..", "java..", "jdk..")
                .check(quarry);
    }

    @Test
    void parityNeedsTheFrontEndAndTheJdkAlone() {
        classes().that().resideInAPackage("dev.quarry.parity..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("dev.quarry.parity..", "dev.quarry.syntax..",
                        "java..", "jdk..")
                .check(quarry);
    }

    @Test
    void theCatalogDeclaresAndDoesNoInputOrOutput() {
        classes().that().resideInAPackage("dev.quarry.catalog..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("dev.quarry.catalog..", "java.lang..", "java.util..",
                        "java.security..", "java.nio.charset..", "org.apache.arrow.vector.types..")
                .check(quarry);
    }

    @Test
    void onlySessionAndStoreNameDuckDb() {
        noClasses().that(not(resideInAnyPackage("dev.quarry.session..", "dev.quarry.store..")))
                .should().dependOnClassesThat().resideInAPackage("org.duckdb..")
                .check(quarry);
    }

    @Test
    void onlyTheStoreNamesDeltaAndHadoop() {
        noClasses().that(not(resideInAnyPackage("dev.quarry.store..")))
                .should().dependOnClassesThat().resideInAnyPackage("io.delta..", "org.apache.hadoop..",
                        "org.apache.parquet..", "com.github.luben..")
                .check(quarry);
    }

    @Test
    void onlyTheCommandDrawsProgress() {
        noClasses().that(not(resideInAnyPackage("dev.quarry.cli..")))
                .should().dependOnClassesThat().resideInAnyPackage("picocli..", "me.tongfei..")
                .check(quarry);
    }

    @Test
    void configurationAloneIsToml() {
        noClasses().that(not(resideInAnyPackage("dev.quarry.cli..", "dev.quarry.extract.project..")))
                .should().dependOnClassesThat().resideInAnyPackage("org.tomlj..")
                .check(quarry);
    }

    @Test
    void modulesUseOnlyThoseBelowThem() {
        List<String> bottomUp = List.of("syntax", "parity", "catalog", "store", "session", "extract", "cli");
        for (int i = 0; i < bottomUp.size(); i++) {
            String[] above = bottomUp.subList(i + 1, bottomUp.size()).stream()
                    .map(module -> "dev.quarry." + module + "..").toArray(String[]::new);
            if (above.length > 0) {
                noClasses().that().resideInAPackage("dev.quarry." + bottomUp.get(i) + "..")
                        .should().dependOnClassesThat().resideInAnyPackage(above)
                        .check(quarry);
            }
        }
        noClasses().that().resideInAnyPackage("dev.quarry.catalog..", "dev.quarry.store..", "dev.quarry.session..")
                .should().dependOnClassesThat().resideInAPackage("dev.quarry.syntax..")
                .check(quarry);
        noClasses().that(not(resideInAnyPackage("dev.quarry.parity..", "dev.quarry.cli..")))
                .should().dependOnClassesThat().resideInAPackage("dev.quarry.parity..")
                .check(quarry);
    }

    @Test
    void packagesOfOneLevelHaveNoCycles() {
        slices().matching("dev.quarry.(*)..").should().beFreeOfCycles().check(quarry);
    }

    @Test
    void nothingWritesToTheStandardStreamsButTheConsole() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(quarry);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info)").check(quarry);
    }
}
