package org.otklik.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.otklik.OtklikException;

/** The compiled main classes that the rules look at. */
final class Otklik {

    static final String BASE = "org.otklik";

    /** What this project publishes as code, core apart. */
    static final String[] LIBRARIES_AROUND_CORE = {
        "org.otklik.testkit..", "org.otklik.tck..", "org.otklik.storage..", "org.otklik.adapters.."
    };

    /** The packages of the module that all adapters share, below {@code org.otklik.adapters}. */
    static final Set<String> SHARED_BY_ADAPTERS = Set.of("budget", "call", "http", "json", "sign", "watch");

    /** What may use everything and is used by nobody. */
    static final String[] ENDS = {"org.otklik.examples..", "org.otklik.benchmarks.."};

    private static final JavaClasses EVERYTHING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static final JavaClasses CORE = importCore();

    private Otklik() {}

    static JavaClasses everything() {
        return EVERYTHING;
    }

    static JavaClasses core() {
        return CORE;
    }

    /** Everything that hosts get, without examples and benchmarks. */
    static JavaClasses libraries() {
        return EVERYTHING.that(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(ENDS)));
    }

    private static JavaClasses importCore() {
        String place = OtklikException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return new ClassFileImporter()
                .withImportOption(location -> location.contains(place))
                .importPackages(BASE);
    }
}
