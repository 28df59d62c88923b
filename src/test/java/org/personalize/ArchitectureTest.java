package org.personalize;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    /** The map, from left to right. A room imports only rooms to its left. */
    private static final List<String> ROOMS = List.of(
            "problem",
            "template",
            "csv",
            "campaign",
            "audience",
            "catalog",
            "history",
            "measure",
            "rhythm",
            "taste",
            "learn",
            "plan",
            "render",
            "deliver",
            "ledger",
            "intake",
            "report",
            "run",
            "cli");

    private static final String ROOT = "org.personalize.";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.personalize")
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "in the product",
                    (JavaClass c) -> c.getSource().isPresent()
                            && c.getSource().get().getUri().getPath().contains("/classes/")));

    static List<String> rooms() {
        return ROOMS;
    }

    @Test
    void everyClassLivesInARoomOfTheMap() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass c : PRODUCT) {
            String room = c.getPackageName().replaceFirst("^org\\.personalize\\.?", "");
            if (!room.isEmpty() && !ROOMS.contains(room)) {
                strangers.add(c.getName());
            }
        }
        assertThat(strangers).isEmpty();
        assertThat(PRODUCT).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyRoomsToItsLeft(String room) {
        String[] toItsRight = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
                .map(r -> ROOT + r + "..")
                .toArray(String[]::new);
        if (toItsRight.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(toItsRight)
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        }
    }

    /** A library lives in one room, so that it can be replaced by rewriting one room; numbers are the trade of three. */
    @ParameterizedTest
    @CsvSource({
        "freemarker.., template",
        "org.apache.commons.csv.., csv",
        "org.snakeyaml.., campaign",
        "org.jsoup.., render",
        "org.htmlunit.., render",
        "com.fasterxml.jackson.., plan",
        "jakarta.mail.., deliver|intake",
        "java.sql.., ledger",
        "org.sqlite.., ledger",
        "org.postgresql.., ledger",
        "picocli.., cli",
        "smile.., rhythm|taste|learn"
    })
    void aLibraryLivesInItsRooms(String library, String names) {
        Set<String> rooms = Set.of(names.split("\\|"));
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms.stream().map(room -> ROOT + room).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PRODUCT);
        assertThat(PRODUCT.stream()
                        .filter(c -> rooms.contains(c.getPackageName().replace(ROOT, "")))
                        .anyMatch(c -> c.getDirectDependenciesFromSelf().stream()
                                .anyMatch(d ->
                                        d.getTargetClass().getPackageName().startsWith(library.replace("..", "")))))
                .as("%s really uses %s", names, library)
                .isTrue();
    }

    /** Time and chance come in as parameters; only the door asks the machine for them. */
    @Test
    void noClockAndNoChanceBelowTheDoor() {
        var forbidden = Map.of(
                "java.time.Instant", Set.of("now"),
                "java.time.LocalDate", Set.of("now"),
                "java.time.LocalDateTime", Set.of("now"),
                "java.time.ZonedDateTime", Set.of("now"),
                "java.time.ZoneId", Set.of("systemDefault"),
                "java.util.Locale", Set.of("getDefault"),
                "java.lang.System", Set.of("currentTimeMillis"),
                "java.lang.Math", Set.of("random"));
        var breaches = new TreeSet<String>();
        for (JavaClass c : PRODUCT) {
            if (c.getPackageName().equals(ROOT + "cli")) {
                continue;
            }
            c.getMethodCallsFromSelf().stream()
                    .filter(call -> forbidden
                            .getOrDefault(call.getTargetOwner().getName(), Set.of())
                            .contains(call.getTarget().getName()))
                    .forEach(call -> breaches.add(call.getDescription()));
        }
        assertThat(breaches).isEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(PRODUCT);
    }

    @Test
    void noStandardStreamsBelowTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatThingsAre() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .check(PRODUCT);
    }
}
