package io.fairlead.job.subscriber;

import io.fairlead.core.Computation;
import java.util.List;

/**
 * Whether an IP address is one of the public Internet, as IANA's registries of special-purpose addresses say: not of a private
 * network, of this machine, of its link (where clouds keep their metadata), of a tunnel, or of several machines at once.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>
 */
@Computation
public final class PublicAddress {

    private static final int IPV4_BYTES = 4;

    /** None of them is the public Internet's. The last but two is where one cloud's machines find their host. */
    private static final List<Block> SPECIAL_V4 = List.of(
            block(8, 0),
            block(8, 10),
            block(10, 100, 64),
            block(8, 127),
            block(16, 169, 254),
            block(12, 172, 16),
            block(24, 192, 0, 0),
            block(24, 192, 0, 2),
            block(24, 192, 88, 99),
            block(16, 192, 168),
            block(15, 198, 18),
            block(24, 198, 51, 100),
            block(24, 203, 0, 113),
            block(32, 168, 63, 129, 16),
            block(4, 224),
            block(4, 240));

    /** All that IANA has given out. What maps or carries an IPv4 address is outside of it, or in an exception below. */
    private static final Block GLOBAL_V6 = block(3, 0x20);

    private static final List<Block> SPECIAL_V6 = List.of(
            block(23, 0x20, 0x01), block(32, 0x20, 0x01, 0x0d, 0xb8), block(16, 0x20, 0x02), block(20, 0x3f, 0xff));

    private PublicAddress() {}

    /** The addresses that begin with these bits. */
    private record Block(int bits, int[] bytes) {

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                int expected = bit / 8 < bytes.length ? bytes[bit / 8] : 0;
                if ((address[bit / 8] & mask) != (expected & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block block(int bits, int... bytes) {
        return new Block(bits, bytes);
    }

    /** Whether an address, of four or sixteen bytes, is public. */
    public static boolean is(byte[] address) {
        return address.length == IPV4_BYTES
                ? SPECIAL_V4.stream().noneMatch(block -> block.contains(address))
                : GLOBAL_V6.contains(address) && SPECIAL_V6.stream().noneMatch(block -> block.contains(address));
    }
}
