package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.verticles.identity.AdminToken;
import io.strowger.verticles.identity.Identity;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.identity.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCommandTest extends ConsoleTest {
    private Tokens tokens;

    @BeforeEach
    void open() throws Exception {
        tokens = Tokens.open(directory.resolve("data"), InstantSource.system(), Duration.ZERO);
    }

    @Test
    void shouldMakeATokenForAnAgentOfTheLoadedOrganization() throws Exception {
        AdminToken.ensure(directory.resolve("data"), tokens, "shop");
        assertThat(console.run("token", "--data-dir", "data", "--agent", "anna", "--ttl", "90m"))
                .isEqualTo(ExitCode.DONE);
        Identity identity = tokens.verify(console.out().strip());
        assertThat(identity.organization()).isEqualTo("shop");
        assertThat(identity.subject()).isEqualTo("anna");
        assertThat(identity.roles()).containsExactly(Role.AGENT);
        assertThat(identity.expiresAtSeconds() - System.currentTimeMillis() / 1_000)
                .isBetween(5_390L, 5_400L);
    }

    @Test
    void shouldMakeATokenForAnIntegratorUnlessToldOtherwise() throws Exception {
        AdminToken.ensure(directory.resolve("data"), tokens, "shop");
        console.run("token", "--data-dir", "data");
        assertThat(tokens.verify(console.out().strip()).roles()).containsExactly(Role.INTEGRATOR);
    }

    @Test
    void shouldMakeATokenForAnAdmin() throws Exception {
        AdminToken.ensure(directory.resolve("data"), tokens, "shop");
        console.run("token", "--data-dir", "data", "--role", "admin");
        assertThat(tokens.verify(console.out().strip()).roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void shouldRefuseAnAgentWithoutId() {
        assertThat(console.run("token", "--data-dir", "data", "--role", "agent"))
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("add --agent ID");
    }

    @Test
    void shouldRefuseALifetimeThatIsNone() throws Exception {
        AdminToken.ensure(directory.resolve("data"), tokens, "shop");
        assertThat(console.run("token", "--data-dir", "data", "--ttl", "soon")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("'soon' is not a duration");
    }

    @Test
    void shouldRefuseARoleThatIsNone() {
        assertThat(console.run("token", "--role", "king")).isEqualTo(ExitCode.WRONG_CALL);
    }

    @Test
    void shouldSayThatNoServerHasRunThere() {
        assertThat(console.run("token", "--data-dir", "elsewhere")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("elsewhere", "start the server once");
    }
}
