package io.fairlead.local;

import java.util.Optional;

/** Where the stack of this data folder answers, for commands that talk to it from another shell. */
final class Running {

    private Running() {}

    static Ledger.Addresses addresses() {
        Ledger.Page page = Ledger.in(Settings.dataFolder(System.getenv())).read();
        return Optional.ofNullable(page.addresses())
                .orElseThrow(() -> new LaunchException("the suite is not running: deploy/up starts it"));
    }
}
