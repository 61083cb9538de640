package io.fairlead.telemetry.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * A Parquet file, with zstd and the statistics of each page and row group. Rows wait in columns until a group of them is
 * about {@value #ROW_GROUP} bytes; a group goes out whole, so no more than one is held. The same rows make the same bytes,
 * however they are cut into pieces.
 */
final class ParquetTable implements TableWriter {

    static final long ROW_GROUP = 8L << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ParquetRows rows;
    private final ParquetWriter<Integer> writer;
    private boolean closed;

    ParquetTable(List<Column> columns) {
        rows = new ParquetRows(columns);
        try {
            writer = new Builder(new ParquetOutput(bytes), rows)
                    .withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withCodecFactory(new ParquetZstd())
                    .withRowGroupSize(ROW_GROUP)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized byte[] rows(Rows piece) {
        rows.of(piece);
        try {
            for (int row = 0; row < piece.size(); row++) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written();
    }

    @Override
    public synchronized byte[] end() {
        close();
        return written();
    }

    private byte[] written() {
        byte[] written = bytes.toByteArray();
        bytes.reset();
        return written;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {

        private final ParquetRows rows;

        Builder(OutputFile output, ParquetRows rows) {
            super(output);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // there is no other to be overridden
        protected WriteSupport<Integer> getWriteSupport(Configuration hadoop) {
            throw new UnsupportedOperationException("there is no Hadoop here");
        }

        @Override
        protected WriteSupport<Integer> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }
    }
}
