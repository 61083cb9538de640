package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Labels;
import io.fairlead.telemetry.reading.LocalId;
import io.fairlead.telemetry.reading.Quantity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The LocalID of any channel, and back. A channel whose name is a LocalID has that. Any other has one under a naming
 * rule of our own, {@code /fairlead/{name}/{label}={value}/…}, percent-encoded: {@code /fairlead/power/consumer=hotel}.
 */
@Computation
final class DataChannelId {

    /** Our naming rule, as a package names it. */
    static final String RULE = "/fairlead";

    private static final String PREFIX = RULE + "/";
    private static final String UNRESERVED = "-._~";
    private static final int BYTE = 0xff;
    private static final int HEX = 16;

    private DataChannelId() {}

    /** The LocalID of a channel. */
    static String of(Channel channel) {
        boolean own = !LocalId.is(channel.name()) || isOurs(channel.name());
        if (!own && channel.labels().isEmpty()) {
            return channel.name();
        }
        StringBuilder id = new StringBuilder(PREFIX).append(encode(channel.name()));
        channel.labels()
                .forEach((label, value) ->
                        id.append('/').append(encode(label)).append('=').append(encode(value)));
        return id.toString();
    }

    /** Whether a LocalID follows our naming rule. */
    static boolean isOurs(String localId) {
        return localId.startsWith(PREFIX);
    }

    /** Whether a channel is one of the plain door, whose unit is fixed. */
    static boolean isPlain(Channel channel) {
        return isPlain(channel.name());
    }

    private static boolean isPlain(String name) {
        return name.equals("power") || name.equals("energy");
    }

    /** The channel of a LocalID of which nothing else is known; empty when it breaks our naming rule. */
    static Optional<Channel> channel(String localId) {
        if (!isOurs(localId)) {
            return Optional.of(LocalId.channel(localId));
        }
        try {
            return Optional.of(ours(localId.substring(PREFIX.length()).split("/", -1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Channel ours(String... parts) {
        String name = decode(parts[0]);
        TreeMap<String, String> labels = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] label = parts[i].split("=", -1);
            if (label.length != 2 || labels.put(decode(label[0]), decode(label[1])) != null) {
                throw new IllegalArgumentException(parts[i]);
            }
        }
        return isPlain(name)
                ? Channel.plain(Quantity.of(name), labels)
                : LocalId.complete(new Channel(name, labels, Quantity.OTHER, null, null, null));
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (one & BYTE);
            if (letter < 128 && (Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append("%%%02X".formatted((int) letter));
            }
        }
        return encoded.toString();
    }

    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(Integer.parseInt(text, i + 1, Math.min(i + 3, text.length()), HEX));
                i += 2;
            } else {
                bytes.writeBytes(Character.toString(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        String decoded = bytes.toString(StandardCharsets.UTF_8);
        if (Labels.unfit(decoded)) {
            throw new IllegalArgumentException(text);
        }
        return decoded;
    }
}
