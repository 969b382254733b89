package org.otklik.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryRulesTest {

    @Test
    void time_is_told_by_java_time() {
        LibraryRules.noOldDates().check(Otklik.libraries());
    }

    @Test
    void nothing_is_found_on_the_class_path_behind_the_users_back() {
        LibraryRules.noSearchOfTheClassPath().check(Otklik.libraries());
    }

    @Test
    void libraries_do_not_write_to_the_console() {
        LibraryRules.noConsole().check(Otklik.libraries());
    }

    @Test
    void time_comes_from_the_source_that_was_given() {
        LibraryRules.noWallClock().check(Otklik.libraries());
    }

    @Test
    void core_starts_no_thread() {
        LibraryRules.noOwnThreads().check(Otklik.core());
    }

    @Test
    void nothing_static_holds_state() {
        LibraryRules.noStaticState().check(Otklik.libraries());
    }

    @Test
    void every_package_is_null_marked() {
        LibraryRules.everyPackageIsNullMarked().check(Otklik.libraries());
    }

    @Test
    void core_names_no_adapter_storage_or_kit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Otklik.LIBRARIES_AROUND_CORE)
                .check(Otklik.core());
    }

    @Test
    void core_needs_nothing_but_json_a_cache_and_a_logging_interface() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.otklik..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "com.github.benmanes.caffeine..",
                        "org.jspecify..",
                        "org.slf4j..")
                .check(Otklik.core());
    }

    @Test
    void nobody_uses_examples_or_benchmarks() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Otklik.ENDS)
                .check(Otklik.libraries());
    }

    @Test
    void replies_leave_through_one_internal_class() {
        Set<String> senders = LibraryRules.sendersThrough("org.otklik.spi.NetworkAdapter", Otklik.core());

        assertEquals(Set.of("org.otklik.internal.publish.Publisher"), senders);
    }
}
