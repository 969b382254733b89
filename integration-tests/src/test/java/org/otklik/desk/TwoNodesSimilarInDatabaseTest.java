package org.otklik.desk;

/** What {@link TwoNodesSimilarTest} tells, over a database. */
class TwoNodesSimilarInDatabaseTest extends TwoNodesSimilarTest {

    @Override
    Office open() {
        return OfficeInDatabase.open();
    }
}
