package org.otklik.architecture;

import org.junit.jupiter.api.Test;

class PackageOrderTest {

    private final PackageOrder order = new PackageOrder(Otklik.BASE);

    @Test
    void packages_use_only_their_own_level_and_those_below() {
        order.eachUsesOnlyItsLevelAndThoseBelow().check(Otklik.core());
    }

    @Test
    void every_package_of_core_has_its_place_in_the_order() {
        order.everyPackageHasALevel().check(Otklik.core());
    }

    @Test
    void no_two_packages_use_each_other() {
        order.noTwoPackagesUseEachOther().check(Otklik.core());
    }

    @Test
    void no_two_internal_packages_use_each_other() {
        order.noTwoInternalPackagesUseEachOther().check(Otklik.core());
    }

    @Test
    void only_the_desk_and_the_region_call_what_is_internal() {
        order.onlyTheEntryPointsCallInternal().check(Otklik.everything());
    }
}
