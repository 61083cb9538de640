package io.fairlead.telemetry.table;

import java.io.ByteArrayOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Where a Parquet file is written: bytes that somebody takes away meanwhile. The position counts on. */
final class ParquetOutput extends PositionOutputStream implements OutputFile {

    private final ByteArrayOutputStream bytes;
    private long position;

    ParquetOutput(ByteArrayOutputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void write(int value) {
        bytes.write(value);
        position++;
    }

    @Override
    public void write(byte[] values, int offset, int length) {
        bytes.write(values, offset, length);
        position += length;
    }

    @Override
    public PositionOutputStream create(long blockSize) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }
}
