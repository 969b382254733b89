package org.otklik.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;

/**
 * The order of core's packages, lowest level first: a class uses its own level and those below.
 *
 * <p>One type is exempt, the root of all exceptions: it lives in the root package, where users look for it, depends on
 * nothing, and every level throws its children.
 */
record PackageOrder(String base) {

    private static final String ROOT = "";

    static final List<Set<String>> LEVELS = List.of(
            Set.of("id"),
            Set.of("post", "text"),
            Set.of("classify", "place", "cluster"),
            Set.of("sla", "route", "access"),
            Set.of("incident", "reply", "instruction", "report"),
            Set.of("spi"),
            Set.of(ROOT),
            Set.of("internal"));

    private static final Set<String> ENTRY_POINTS = Set.of("IncidentDesk", "Region");

    private static final String EXCEPTION_ROOT = "org.otklik.OtklikException";

    ArchRule eachUsesOnlyItsLevelAndThoseBelow() {
        return classes().that().resideInAPackage(base + "..").should(new ArchCondition<>("use no higher package") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    if (climbs(dependency)) {
                        events.add(violated(user, dependency.getDescription()));
                    }
                }
            }
        });
    }

    ArchRule everyPackageHasALevel() {
        return classes().that().resideInAPackage(base + "..").should(new ArchCondition<>("have a level") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (levelOf(type) < 0) {
                    events.add(violated(type, type.getName() + " is in no package that PackageOrder lists"));
                }
            }
        });
    }

    ArchRule noTwoPackagesUseEachOther() {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    /** Pieces of work have no levels among them, but may not know one another in a circle either. */
    ArchRule noTwoInternalPackagesUseEachOther() {
        return slices().matching(base + ".internal.(*)..").should().beFreeOfCycles();
    }

    ArchRule onlyTheEntryPointsCallInternal() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".internal..")
                .and(areNoEntryPoint())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".internal..");
    }

    private DescribedPredicate<JavaClass> areNoEntryPoint() {
        return DescribedPredicate.describe(
                "are neither of " + ENTRY_POINTS,
                type -> !type.getPackageName().equals(base)
                        || !ENTRY_POINTS.contains(outermost(type).getSimpleName()));
    }

    /** {@code internal} is judged by its own rule, which knows the two entry points of the root package. */
    private boolean climbs(Dependency dependency) {
        JavaClass used = dependency.getTargetClass();
        int own = levelOf(dependency.getOriginClass());
        int other = levelOf(used);
        return own >= 0
                && other > own
                && !used.getFullName().equals(EXCEPTION_ROOT)
                && !segmentOf(used).equals("internal");
    }

    private int levelOf(JavaClass type) {
        if (!isUnderBase(type)) {
            return -1;
        }
        String segment = segmentOf(type);
        for (int level = 0; level < LEVELS.size(); level++) {
            if (LEVELS.get(level).contains(segment)) {
                return level;
            }
        }
        return -1;
    }

    private boolean isUnderBase(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    private String segmentOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.length() <= base.length()) {
            return ROOT;
        }
        String below = name.substring(base.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PackageOrder::outermost).orElse(type);
    }
}
