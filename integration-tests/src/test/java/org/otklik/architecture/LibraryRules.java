package org.otklik.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
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
