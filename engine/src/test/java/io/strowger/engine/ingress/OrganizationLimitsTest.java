package io.strowger.engine.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.TestOrganizations;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganizationLimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private final OrganizationLimits limits = new OrganizationLimits();

    @Test
    void shouldLetAnUnlimitedOrganizationPass() {
        limits.update(directory(0));

        assertThat(passes(0, 10_000)).isEqualTo(10_000);
    }

    @Test
    void shouldLetASecondsWorthPassAtOnceAndRefuseTheRest() {
        limits.update(directory(100));

        assertThat(passes(0, 500)).isEqualTo(100);
    }

    @Test
    void shouldLetTheRatePassAsTimeGoesOn() {
        limits.update(directory(100));
        passes(0, 500);

        assertThat(passes(SECOND / 2, 500)).isEqualTo(50);
    }

    @Test
    void shouldKeepWhatWasUsedWhenAnotherOrganizationIsAdded() {
        limits.update(directory(100));
        passes(0, 500);
        limits.update(directory(100, 5));

        assertThat(passes(0, 10)).isZero();
        assertThat(limits.tryPass(1, 0)).isTrue();
    }

    private int passes(long now, int tries) {
        int passed = 0;
        for (int count = 0; count < tries; count++) {
            passed += limits.tryPass(0, now) ? 1 : 0;
        }
        return passed;
    }

    private static Directory directory(int... perSecond) {
        Directory directory = Directory.EMPTY;
        for (int number = 0; number < perSecond.length; number++) {
            directory = directory.with(Names.first(
                    number,
                    new OrganizationConfiguration(
                            "org" + number,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            "none",
                            TestOrganizations.limitedTo(perSecond[number]))));
        }
        return directory;
    }
}
