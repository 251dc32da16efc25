package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Configure;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.internal.ByteReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens in one organization changes nothing in another: it is the same beside a busy one and beside a quiet one. */
class NonInterferenceTest {
    private static final int COMMANDS = 300;

    private final RouterHarness busy = new RouterHarness(RandomLife.LIMITS);
    private final RouterHarness quiet = new RouterHarness(RandomLife.LIMITS);

    @Invariant(24)
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void shouldBeTheSameWhateverTheNeighbourDoes(long seed) {
        busy.follower = this::follow;
        RandomLife life = new RandomLife(seed, busy);
        life.begin();
        for (int command = 0; command < COMMANDS; command++) {
            life.step();
        }
    }

    private void follow(int number, CommandKind kind, byte[] command) {
        quiet.now = busy.now;
        boolean isTheNeighbours = number == 1 || kind == CommandKind.CONFIGURE && isOfTheNeighbour(command);
        if (!isTheNeighbours && kind == CommandKind.ANSWER_OFFER) {
            quiet.decide(0, translated(command));
        } else if (!isTheNeighbours) {
            quiet.decide(number, kind, command);
        } else if (kind == CommandKind.CONFIGURE) {
            quiet.tick(); // as each configuration does
        }
        if (quiet.router.lastSequence() < busy.router.lastSequence()) {
            fill();
        }
        assertThat(quiet.router.lastSequence()).isEqualTo(busy.router.lastSequence());
        if (busy.router.state().find(0) != null) {
            assertThat(seen(quiet)).isEqualTo(seen(busy));
        }
    }

    /** The quiet neighbour takes up the number of the record, so that what is numbered by records has the same number. */
    private void fill() {
        if (quiet.router.state().find(1) == null) {
            quiet.configure(new Shop().build("shop-1"));
            return;
        }
        quiet.organization = 1;
        quiet.message("chat", "", "", "", "hello");
    }

    private static boolean isOfTheNeighbour(byte[] command) {
        Configure configure = new Configure();
        configure.read(new ByteReader().wrap(command, 0, command.length));
        return ConfigurationCodec.read(new ByteReader().wrap(configure.configuration))
                .id()
                .equals("shop-1");
    }

    /** The same answer to the same offer, which has another number there. */
    private AnswerOffer translated(byte[] command) {
        AnswerOffer answer = new AnswerOffer();
        answer.read(new ByteReader().wrap(command, 0, command.length));
        OfferState meant = busy.router.state().organization(0).offers.find(answer.offer);
        if (meant == null) {
            answer.offer = Long.MAX_VALUE;
            return answer;
        }
        long[] same = {Long.MAX_VALUE};
        quiet.router.state().organization(0).offers.forEach(offer -> {
            if (offer.conversation == meant.conversation
                    && offer.agent == meant.agent
                    && offer.offeredAt == meant.offeredAt) {
                same[0] = same[0] == Long.MAX_VALUE ? offer.id : Math.max(same[0], offer.id);
            }
        });
        answer.offer = same[0];
        return answer;
    }

    private static List<String> seen(RouterHarness router) {
        OrganizationState organization = router.router.state().organization(0);
        List<String> seen = new ArrayList<>();
        for (ConversationState each : Invariants.conversations(organization)) {
            seen.add("conversation " + each.id + " " + each.state + " " + each.queue + " " + each.orderKey + " "
                    + each.stay + " " + each.agent + " " + each.preferredAgent + " " + each.requeues + " "
                    + each.offers.size());
        }
        for (AgentState each : organization.agents) {
            seen.add("agent " + each.index + " " + each.status + " " + each.used + " " + each.idleSince + " "
                    + each.lastOfferedAt + " " + each.missCount + " " + each.offers.size() + " "
                    + each.assignments.size());
        }
        return seen;
    }
}
