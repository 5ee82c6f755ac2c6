package io.fieldveil;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.fieldveil");

    @Test
    void classes_ofBothModules_areLookedAt() {
        assertThat(CLASSES.contain("io.fieldveil.annotations.Masked")).isTrue();
        assertThat(CLASSES.contain("io.fieldveil.crypto.SealedValue")).isTrue();
        assertThat(CLASSES.contain("io.fieldveil.ArchitectureTest")).isFalse();
    }

    @Test
    void cryptoLibraries_stayInTwoPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldveil.keyset..", "io.fieldveil.crypto..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.crypto.tink..", "org.bouncycastle..")
                .because(
                        "key material is handled, and a library for it can be replaced, where few classes have to be read")
                .check(CLASSES);
    }

    @Test
    void core_knowsNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "org.springframework..")
                .because("the client's middle layer and the tests use the core without an ORM or a container")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.fieldveil.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that needs its own users cannot be read, tested or moved alone")
                .check(CLASSES);
    }

    @Test
    void annotations_dependOnNothing() {
        classes()
                .that()
                .resideInAPackage("io.fieldveil.annotations..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", "io.fieldveil.annotations..")
                .because("a domain model that carries the annotations must compile without the rest")
                .check(CLASSES);
    }
}
