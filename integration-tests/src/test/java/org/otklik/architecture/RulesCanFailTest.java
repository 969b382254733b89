package org.otklik.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.architecture.broken.adapters.one.NosyAdapter;
import org.otklik.architecture.broken.clock.HouseOfSins;
import org.otklik.architecture.broken.internal.Secret;
import org.otklik.architecture.broken.internal.reply.Drafts;
import org.otklik.architecture.broken.post.PostThatRoutes;
import org.otklik.architecture.broken.route.Route;
import org.otklik.architecture.broken.spi.Adapter;
import org.otklik.architecture.broken.spi.SecondSender;
import org.otklik.architecture.broken.storage.Table;

/** A rule that cannot fail protects nothing: each is shown a small house that breaks it. */
class RulesCanFailTest {

    private static final String BROKEN = "org.otklik.architecture.broken";

    private final JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
    private final PackageOrder order = new PackageOrder(BROKEN);

    @Test
    void a_post_that_knows_routes_is_found() {
        assertBreaks(order.eachUsesOnlyItsLevelAndThoseBelow(), PostThatRoutes.class);
    }

    @Test
    void a_package_without_a_level_is_found() {
        assertBreaks(order.everyPackageHasALevel(), HouseOfSins.class);
    }

    @Test
    void two_packages_that_use_each_other_are_found() {
        assertBreaks(order.noTwoPackagesUseEachOther(), Route.class);
    }

    @Test
    void two_internal_packages_that_use_each_other_are_found() {
        assertBreaks(order.noTwoInternalPackagesUseEachOther(), Drafts.class);
    }

    @Test
    void a_call_of_internal_code_from_a_domain_package_is_found() {
        assertBreaks(order.onlyTheEntryPointsCallInternal(), Route.class);
    }

    @Test
    void each_habit_a_library_must_not_have_is_found() {
        Class<?> sinner = HouseOfSins.class;

        assertBreaks(LibraryRules.noOldDates(), sinner);
        assertBreaks(LibraryRules.noSearchOfTheClassPath(), sinner);
        assertBreaks(LibraryRules.noConsole(), sinner);
        assertBreaks(LibraryRules.noWallClock(), sinner);
        assertBreaks(LibraryRules.noOwnThreads(), sinner);
        assertBreaks(LibraryRules.noStaticState(), sinner);
        assertBreaks(LibraryRules.everyPackageIsNullMarked(), sinner);
    }

    @Test
    void an_adapter_that_looks_beyond_its_business_is_found() {
        Class<?> nosy = NosyAdapter.class;

        assertBreaks(LibraryRules.onlyOneClassCallsOut("org.example.Transport"), nosy);
        assertBreaks(LibraryRules.adaptersDoNotKnowOneAnother(BROKEN, Set.of()), nosy);
        assertBreaks(LibraryRules.adaptersKnowNoStorageAndNothingInternal(BROKEN), nosy, Table.class);
        assertBreaks(LibraryRules.adaptersKnowNoStorageAndNothingInternal(BROKEN), nosy, Secret.class);
    }

    @Test
    void what_adapters_share_they_may_use() {
        LibraryRules.adaptersDoNotKnowOneAnother(BROKEN, Set.of("two")).check(broken);
    }

    @Test
    void every_class_that_sends_is_found() {
        assertEquals(
                Set.of(SecondSender.class.getName()), LibraryRules.sendersThrough(Adapter.class.getName(), broken));
    }

    private void assertBreaks(ArchRule rule, Class<?>... named) {
        AssertionError failure = assertThrows(AssertionError.class, () -> rule.check(broken));

        for (Class<?> culprit : named) {
            assertTrue(failure.getMessage().contains(culprit.getSimpleName()), failure::getMessage);
        }
    }
}
