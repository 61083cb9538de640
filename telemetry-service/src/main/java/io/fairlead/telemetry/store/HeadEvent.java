package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.HeadBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An accepted batch as it waits to be published: the head's own columns, which become JSON only then.
 *
 * @param batch the request's number
 * @param door how it came in
 * @param body a {@link HeadBody}
 */
@Computation
record HeadEvent(String vessel, long batch, String door, byte[] body) {

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(vessel);
            out.writeLong(batch);
            out.writeUTF(door);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static HeadEvent decode(byte[] data) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
            return new HeadEvent(in.readUTF(), in.readLong(), in.readUTF(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<HeadBody.Part> parts() {
        return HeadBody.parts(body);
    }
}
