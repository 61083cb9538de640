package io.fairlead.core.http;

import io.smallrye.mutiny.Multi;

/**
 * A body that is given out as it is made; what the client does not take is not made. When it fails before its first
 * piece the answer is a problem; when it fails later the connection breaks off, so that nobody takes it for whole.
 *
 * @param pieces its parts, none of them null
 * @param length how many bytes they are together; -1 when that is not known before
 */
public record Download(Multi<byte[]> pieces, long length) {

    /** A body of which nobody knows how long it will be. */
    public Download(Multi<byte[]> pieces) {
        this(pieces, -1);
    }
}
