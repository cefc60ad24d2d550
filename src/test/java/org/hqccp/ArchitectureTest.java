package org.hqccp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan of the house: which room may lean on which, and what may be touched where. */
class ArchitectureTest {
    private static final String BASE = "org.hqccp";

    /** Each room may use only the rooms named before it. A new room is added here, at its height. */
    private static final List<String> GROUND_TO_ROOF = List.of(
            "facts",
            "decision",
            "json",
            "rulelanguage",
            "ruleset",
            "engine",
            "explanation",
            "verification",
            "decisionlog.format",
            "decisionlog.verify",
            "decisionlog",
            "decisionlog.sqlite",
            "service",
            "page",
            "testcase",
            "lottery",
            "cohort",
            "importing",
            "comparison",
            "authoring",
            "book",
            "http",
            "cli");

    /** Raise this as the project grows: an import that suddenly sees fewer classes checks nothing. */
    private static final int FEWEST_CLASSES = 10;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void theImportSawTheProject() {
        assertThat(CLASSES.size()).isGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void theListNamesExactlyThePackagesThatExist() {
        var existing = packages().stream()
                .map(JavaPackage::getName)
                .map(name -> name.replaceFirst("^org\\.hqccp\\.", ""))
                .toList();

        assertThat(existing).containsExactlyInAnyOrderElementsOf(GROUND_TO_ROOF);
    }

    @Test
    void eachRoomUsesOnlyRoomsBeforeIt() {
        var upward = new ArrayList<String>();
        for (JavaClass user : CLASSES) {
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                var used = use.getTargetClass().getBaseComponentType();
                if (used.getPackageName().startsWith(BASE + ".") && floor(used) > floor(user)) {
                    upward.add(use.getDescription());
                }
            }
        }

        assertThat(upward).isEmpty();
    }

    @Test
    void noCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = packages().stream()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName);

        assertThat(unmarked)
                .as("packages without a package-info.java that says @NullMarked")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.kie..,           rulelanguage engine",
        "org.drools..,        rulelanguage engine",
        "org.mvel2..,         rulelanguage engine",
        "io.javalin..,        http",
        "org.eclipse.jetty.., http",
        "picocli..,           cli",
        "org.sqlite..,        decisionlog.sqlite",
        "java.sql..,          decisionlog.sqlite",
        "com.google.crypto..,  decisionlog",
    })
    void aLibraryStaysInItsRooms(String library, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(in(List.of(rooms.split(" "))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"decisionlog.format, decisionlog.format", "decisionlog.verify, decisionlog.format decisionlog.verify"})
    void whatChecksTheLogSharesOnlyTheFormatWithWhatWritesIt(String room, String rooms) {
        var allowed = new ArrayList<>(List.of("java..", "javax.crypto..", "org.jspecify.."));
        List.of(rooms.split(" ")).forEach(each -> allowed.add(BASE + "." + each));
        classes()
                .that()
                .resideInAPackage(BASE + "." + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        outside(List.of("cli"), "print to System.out or System.err", ArchitectureTest::prints)
                .check(CLASSES);
    }

    @Test
    void onlyTheRoofReadsTheClock() {
        outside(List.of("http", "cli"), "read the server's clock", ArchitectureTest::readsTheClock)
                .check(CLASSES);
    }

    @Test
    void exceptionsSayWhatTheyAre() {
        outside(List.of(), "make an exception that says nothing by its type", ArchitectureTest::makesABareException)
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Dto|DTO)(\\$.*)?")
                .check(CLASSES);
    }

    private static boolean prints(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("out", "err").contains(access.getName());
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time") && !takesAClock(access);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && access.getTarget().getFullName().endsWith("<init>()");
            default -> owner.isEquivalentTo(Clock.class) && access.getName().matches("(system|tick[SM]).*");
        };
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains("(" + Clock.class.getName() + ")");
    }

    /** A subclass that calls its own super constructor is fine. */
    private static boolean makesABareException(JavaAccess<?> access) {
        var made = access.getTargetOwner();
        var callsSuper = access.getOrigin().isConstructor()
                && access.getOriginOwner()
                        .getRawSuperclass()
                        .filter(made::equals)
                        .isPresent();
        return access.getName().equals("<init>")
                && List.of(RuntimeException.class, Exception.class, Throwable.class, Error.class).stream()
                        .anyMatch(made::isEquivalentTo)
                && !callsSuper;
    }

    private static ArchRule outside(List<String> rooms, String doing, Predicate<JavaAccess<?>> test) {
        DescribedPredicate<JavaAccess<?>> forbidden = describe(doing, test);
        return noClasses()
                .that()
                .resideOutsideOfPackages(in(rooms))
                .should()
                .accessTargetWhere(forbidden)
                .as("outside " + rooms + " no class should " + doing);
    }

    private static String[] in(List<String> rooms) {
        return rooms.stream().map(room -> BASE + "." + room + "..").toArray(String[]::new);
    }

    private static int floor(JavaClass inARoom) {
        return GROUND_TO_ROOF.indexOf(inARoom.getPackageName().substring(BASE.length() + 1));
    }

    private static List<JavaPackage> packages() {
        return CLASSES.stream().map(JavaClass::getPackage).distinct().toList();
    }
}
