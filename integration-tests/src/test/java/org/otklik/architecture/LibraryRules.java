package org.otklik.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** What a library must not do behind the back of the application that embeds it. */
final class LibraryRules {

    private LibraryRules() {}

    static ArchRule noOldDates() {
        return noClasses().should().dependOnClassesThat(belongToAnyOf(Date.class, Calendar.class));
    }

    static ArchRule noSearchOfTheClassPath() {
        return noClasses().should().dependOnClassesThat().areAssignableTo(java.util.ServiceLoader.class);
    }

    static ArchRule noConsole() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
    }

    static ArchRule noWallClock() {
        return noClasses()
                .should()
                .callMethodWhere(target(owner(belongToAnyOf(
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class)))
                        .and(target(nameMatching("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    static ArchRule noOwnThreads() {
        return noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(Executors.class))
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class);
    }

    /** Java's client bounds neither the body's time nor its size; whoever may send does. */
    static ArchRule onlyOneClassCallsOut(String transport) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(transport)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpClient.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(HttpURLConnection.class.getName())
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection");
    }

    /** An adapter knows the domain, the SPI and what all adapters share. */
    static ArchRule adaptersKnowNoStorageAndNothingInternal(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".adapters..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + ".storage..", base + ".spi.storage..", base + ".internal..");
    }

    /** {@code shared} names the packages below {@code adapters} that every adapter may use. */
    static ArchRule adaptersDoNotKnowOneAnother(String base, Set<String> shared) {
        return slices().matching(base + ".adapters.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        DescribedPredicate.describe(
                                "are shared by adapters",
                                type -> shared.stream()
                                        .anyMatch(name -> JavaClass.Predicates.resideInAPackage(
                                                        base + ".adapters." + name + "..")
                                                .test(type))));
    }

    static ArchRule noStaticState() {
        return fields().that().areStatic().should().beFinal();
    }

    /** NullAway looks only into packages that say so; a forgotten {@code package-info} would pass in silence. */
    static ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("reside in a package marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getName()));
            }
        });
    }

    /** The outermost classes outside of doubles and kits that send through this adapter type. */
    static Set<String> sendersThrough(String adapterType, JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("publish"))
                .filter(call -> call.getTargetOwner().isAssignableTo(adapterType))
                .map(call -> call.getOriginOwner().getName().replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
