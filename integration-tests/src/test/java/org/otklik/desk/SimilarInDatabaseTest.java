package org.otklik.desk;

/** What {@link SimilarScenariosTest} tells, over a database. */
class SimilarInDatabaseTest extends SimilarScenariosTest {

    @Override
    Office open() {
        return OfficeInDatabase.open();
    }
}
