package io.fieldveil.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, all of which are on this module's class path. */
class ArchitectureTest {

    private static final String INTERNAL = "io.fieldveil..internal..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.fieldveil");

    @Test
    void classes_ofAllModules_areLookedAt() {
        for (String name : Set.of(
                "annotations.Masked",
                "crypto.SealedValue",
                "hibernate.internal.AttributeEdge",
                "spring.FieldveilAutoConfiguration",
                "sample.SampleApplication")) {
            assertThat(CLASSES.contain("io.fieldveil." + name)).as(name).isTrue();
        }
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void cryptoLibraries_stayInTwoPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldveil.keyset..", "io.fieldveil.crypto..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.crypto.tink..", "org.bouncycastle..")
                .because("key material is handled where few classes have to be read; the sample shows that no"
                        + " application needs the libraries")
                .check(CLASSES);
    }

    @Test
    void hibernate_staysInItsModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fieldveil.hibernate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate..")
                .because("a new version of Hibernate is to be adopted in one module; the starter reaches it through"
                        + " Spring Boot's HibernatePropertiesCustomizer")
                .check(CLASSES);
    }

    @Test
    void sqlParser_staysInItsPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fieldveil.hibernate.internal.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.sf.jsqlparser..")
                .because("what SQL touches is decided in one place, and a new version of the parser is adopted there")
                .check(CLASSES);
    }

    @Test
    void jakartaPersistence_staysOutOfTheCore() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldveil.hibernate..", "io.fieldveil.spring..", "io.fieldveil.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .because("the client's middle layer and the tests use the core without an ORM")
                .check(CLASSES);
    }

    @Test
    void bootsHibernateSupport_isTheStartersAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fieldveil.spring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot.hibernate..")
                .because("an application has nothing to tell Hibernate: the starter does")
                .check(CLASSES);
    }

    @Test
    void spring_staysInStarterAndSample() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldveil.spring..", "io.fieldveil.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("an application on plain Hibernate never sees Spring")
                .check(CLASSES);
    }

    @Test
    void modules_dependOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.fieldveil..")
                .layer("annotations")
                .definedBy("io.fieldveil.annotations..")
                .layer("core")
                .definedBy(
                        "io.fieldveil",
                        "io.fieldveil.access..",
                        "io.fieldveil.audit..",
                        "io.fieldveil.client..",
                        "io.fieldveil.crypto..",
                        "io.fieldveil.jdbc..",
                        "io.fieldveil.keyset..",
                        "io.fieldveil.lastmile..",
                        "io.fieldveil.marking..",
                        "io.fieldveil.mask..",
                        "io.fieldveil.normalize..")
                .layer("hibernate")
                .definedBy("io.fieldveil.hibernate..")
                .layer("starter")
                .definedBy("io.fieldveil.spring..")
                .layer("sample")
                .definedBy("io.fieldveil.sample..")
                .whereLayer("sample")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("starter")
                .mayOnlyBeAccessedByLayers("sample")
                .whereLayer("hibernate")
                .mayOnlyBeAccessedByLayers("starter", "sample")
                .whereLayer("core")
                .mayOnlyBeAccessedByLayers("hibernate", "starter", "sample")
                .ensureAllClassesAreContainedInArchitecture()
                .because("what is below must compile, be tested and be released without what is above")
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

    @Test
    void internals_areUsedByTheirModuleAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fieldveil.hibernate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL)
                .because("an internal package may change in every version; the sample shows that the public one is"
                        + " enough")
                .check(CLASSES);
    }

    @Test
    void internals_standInNoPublicSignature() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage(INTERNAL)
                .should(nameNoInternalTypeInPublicMembers())
                .because("who calls a public method must be able to name its types")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.fieldveil.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that needs its own users cannot be read, tested or moved alone; an internal package"
                        + " counts as part of the public one that it serves")
                .check(CLASSES);
    }

    @Test
    void samplePackages_haveNoCycles() {
        slices().matching("io.fieldveil.sample.(*)..")
                .should()
                .beFreeOfCycles()
                .because("who learns from the sample should be able to read one package after the other")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> nameNoInternalTypeInPublicMembers() {
        return new ArchCondition<>("name no internal type in public or protected members") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream())
                        .filter(ArchitectureTest::isInternal)
                        .forEach(named -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " extends or implements " + named.getName())));
                type.getMembers().stream()
                        .filter(ArchitectureTest::isOffered)
                        .filter(member -> types(member).anyMatch(ArchitectureTest::isInternal))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(
                                member, member.getDescription() + " names an internal type")));
            }
        };
    }

    private static boolean isOffered(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
        }
        return Stream.of(((JavaField) member).getType());
    }

    private static boolean isInternal(JavaType type) {
        Set<String> packages = type.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return packages.stream().anyMatch(name -> name.startsWith("io.fieldveil") && name.contains(".internal"));
    }
}
