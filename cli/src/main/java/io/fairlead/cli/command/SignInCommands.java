package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import io.fairlead.cli.session.Claims;
import io.fairlead.cli.session.Credentials;
import io.fairlead.cli.session.DeviceSignIn;
import java.time.Clock;
import java.time.Instant;
import picocli.CommandLine.Command;

/** Who is at the keyboard. */
public final class SignInCommands {

    private SignInCommands() {}

    /** Signs a person in. */
    @Command(name = "login", description = "Signs in, with a browser on this or any other machine.")
    public static final class Login extends ApiCommand {

        @Override
        public Integer call() {
            String url = connection().url();
            Credentials credentials = new DeviceSignIn(url, Clock.systemUTC()).signIn((address, code) -> {
                tell("Open this address in a browser and sign in:\n\n  " + address);
                tell("\nThe page shows the code " + code + ". Waiting for you there …");
            });
            connection().session().begin(credentials);
            tell("Signed in as "
                    + Claims.of(credentials.accessToken())
                            .path("preferred_username")
                            .asText() + ".");
            return Exit.DONE;
        }
    }

    /** Signs out. */
    @Command(name = "logout", description = "Signs out, here and at the identity provider.")
    public static final class Logout extends ApiCommand {

        @Override
        public Integer call() {
            connection().session().end();
            tell("Signed out.");
            return Exit.DONE;
        }
    }

    /** Tells who is signed in. */
    @Command(name = "whoami", description = "Tells who is signed in where, with which roles.")
    public static final class WhoAmI extends ApiCommand {

        @Override
        public Integer call() {
            String token = connection().token();
            if (token == null) {
                throw new CommandFailure(Exit.SIGNED_OUT, "Nobody is signed in. Sign in with: fairlead login");
            }
            JsonNode claims = Claims.of(token);
            ObjectNode shown = new ObjectMapper()
                    .createObjectNode()
                    .put("name", claims.path("preferred_username").asText())
                    .put("url", connection().url());
            shown.set("roles", claims.at("/realm_access/roles"));
            shown.set("vessels", claims.path("vessels"));
            shown.put(
                    "tokenExpires",
                    Instant.ofEpochSecond(claims.path("exp").asLong()).toString());
            printer().record(shown);
            return Exit.DONE;
        }
    }
}
