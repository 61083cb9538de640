package io.fairlead.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a fresh access token and nothing else, for use in a curl. */
@Command(name = "token", description = "Prints an access token of a demo identity.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IDENTITY", description = "${COMPLETION-CANDIDATES}, in lower case")
    private Identity identity;

    @Override
    public Integer call() {
        System.out.println(identity.token(Running.addresses().url()));
        return 0;
    }
}
