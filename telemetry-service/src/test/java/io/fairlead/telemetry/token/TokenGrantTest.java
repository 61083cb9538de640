package io.fairlead.telemetry.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenGrantTest {

    private static final Optional<Set<String>> WHOLE_FLEET = Optional.empty();

    @Test
    void shouldGiveTheViewersRoleAndTheCallersVesselsWhenNothingIsAsked() {
        TokenGrant grant = grant(null, null, Set.of("viewer", "operator"), Optional.of(Set.of("B", "A")));

        assertThat(grant.scopes()).containsExactly("viewer");
        assertThat(grant.vessels()).containsExactly("A", "B");
        assertThat(grant.refused()).isEmpty();
    }

    @Test
    void shouldSpeakForTheWholeFleetWhenTheCallerDoes() {
        TokenGrant grant = grant(null, null, Set.of("viewer"), WHOLE_FLEET);

        assertThat(grant.vessels()).isNull();
        assertThat(grant.refused()).isEmpty();
    }

    @Test
    void shouldNameEachScopeAndVesselThatIsBeyondTheCaller() {
        TokenGrant grant = grant(
                List.of(TokenScope.VIEWER, TokenScope.ADMIN, TokenScope.WORKER),
                List.of("A", "C"),
                Set.of("viewer", "admin"),
                Optional.of(Set.of("A", "B")));

        assertThat(grant.refused()).extracting(FieldError::pointer).contains("#/scopes/2", "#/vessels/1");
    }

    @Test
    void shouldNotLetAListOfVesselsAddTheRightToWrite() {
        TokenGrant grant = grant(List.of(TokenScope.INGEST), List.of("A"), Set.of("ingest"), WHOLE_FLEET);

        assertThat(grant.refused()).extracting(FieldError::pointer).containsExactly("#/scopes");
    }

    @Test
    void shouldLetAnAdministratorMakeAShipsToken() {
        Set<String> roles = Set.of("admin", "ingest");

        assertThat(grant(List.of(TokenScope.INGEST), List.of("A"), roles, WHOLE_FLEET)
                        .refused())
                .isEmpty();
        assertThat(grant(List.of(TokenScope.INGEST), null, roles, WHOLE_FLEET).refused())
                .extracting(FieldError::pointer)
                .containsExactly("#/vessels");
    }

    @Test
    void shouldNotPretendToNarrowAnAdministratorsToken() {
        TokenGrant grant = grant(List.of(TokenScope.ADMIN), List.of("A"), Set.of("admin"), WHOLE_FLEET);

        assertThat(grant.refused()).extracting(FieldError::pointer).containsExactly("#/vessels");
    }

    @Property
    void shouldNeverGiveMoreThanTheCallerHas(
            @ForAll @Size(min = 1, max = 5) List<TokenScope> scopes,
            @ForAll Set<TokenScope> roles,
            @ForAll @Size(min = 1, max = 4) List<Boolean> asked,
            @ForAll Set<Boolean> own) {
        Set<String> names = Set.copyOf(roles.stream().map(TokenScope::toString).toList());
        List<String> vessels = asked.stream().map(String::valueOf).toList();
        Set<String> mine = Set.copyOf(own.stream().map(String::valueOf).toList());

        TokenGrant grant = grant(scopes, vessels, names, Optional.of(mine));

        if (grant.refused().isEmpty()) {
            assertThat(names).containsAll(grant.scopes());
            assertThat(mine).containsAll(grant.vessels());
        }
    }

    private static TokenGrant grant(
            List<TokenScope> scopes, List<String> vessels, Set<String> roles, Optional<Set<String>> own) {
        return TokenGrant.of(new NewAccessToken("any", scopes, vessels, null), roles::contains, own);
    }
}
