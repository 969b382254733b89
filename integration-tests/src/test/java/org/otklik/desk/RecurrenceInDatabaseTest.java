package org.otklik.desk;

/** What {@link RecurrenceScenariosTest} tells, over a database. */
class RecurrenceInDatabaseTest extends RecurrenceScenariosTest {

    @Override
    Office open() {
        return OfficeInDatabase.open();
    }
}
