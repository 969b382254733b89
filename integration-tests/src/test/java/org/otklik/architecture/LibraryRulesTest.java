package org.otklik.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
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
    void libraries_start_no_thread_except_kits_for_tests() {
        LibraryRules.noOwnThreads()
                .check(Otklik.libraries()
                        .that(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage("org.otklik.testkit..", "org.otklik.tck.."))));
    }

    @Test
    void calls_go_out_through_one_class() {
        LibraryRules.onlyOneClassCallsOut("org.otklik.adapters.http.JdkHttpTransport")
                .check(Otklik.libraries());
    }

    @Test
    void adapters_know_no_storage_and_nothing_internal() {
        LibraryRules.adaptersKnowNoStorageAndNothingInternal(Otklik.BASE).check(Otklik.libraries());
    }

    @Test
    void adapters_do_not_know_one_another() {
        LibraryRules.adaptersDoNotKnowOneAnother(Otklik.BASE, Otklik.SHARED_BY_ADAPTERS)
                .check(Otklik.libraries());
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
