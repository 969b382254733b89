package org.otklik.desk;

/** What {@link JoinScenariosTest} tells, over a database. */
class JoinInDatabaseTest extends JoinScenariosTest {

    @Override
    Office open() {
        return OfficeInDatabase.open();
    }
}
