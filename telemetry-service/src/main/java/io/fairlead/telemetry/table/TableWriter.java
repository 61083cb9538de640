package io.fairlead.telemetry.table;

/**
 * Writes a table in one format, piece by piece. It is used by one thread at a time; closing waits for a piece that is
 * being written.
 */
interface TableWriter extends AutoCloseable {

    /** What these rows are written as; the first piece begins with whatever the format begins with. */
    byte[] rows(Rows rows);

    /** What the format ends with, and begins with if there were no rows. */
    byte[] end();

    @Override
    void close();
}
