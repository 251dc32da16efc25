package io.strowger.verticles.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.explain.Promise;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveViewTest {
    private static final int ENDED_KEPT = 2;

    @TempDir
    Path directory;

    private JournalledRecords records;
    private Shop shop;
    private LiveView view;

    @BeforeEach
    void open() {
        records = new JournalledRecords(directory);
        shop = new Shop(records);
        shop.configure();
        shop.commit();
        view = new LiveView(records, ENDED_KEPT, InstantSource.system());
        view.start();
    }

    @AfterEach
    void close() {
        view.close();
        records.close();
    }

    @Test
    void shouldShowAConversationWhenItsRecordIsDurable() throws Exception {
        long id = shop.open("e-1", "I was charged twice");
        assertThat(view.conversation(Shop.NUMBER, id)).isNull();
        settle();

        ConversationView conversation = view.conversation(Shop.NUMBER, id);
        assertThat(conversation.state()).isEqualTo(RouteState.QUEUED);
        assertThat(conversation.key()).isEqualTo("key-e-1");
        assertThat(conversation.channel()).isEqualTo("web-chat");
        assertThat(conversation.queue()).isEqualTo("billing");
        assertThat(conversation.rule()).isEqualTo("money");
        assertThat(conversation.agent()).isNull();
        assertThat(conversation.tags()).containsExactly("money", "vip");
        assertThat(conversation.contact().tier()).isEqualTo("gold");
        assertThat(conversation.analysis().intent()).isEqualTo("refund");
        assertThat(conversation.analysis().sentimentScore()).isEqualTo(-0.41);
        assertThat(conversation.messageCount()).isEqualTo(1);
        assertThat(conversation.lastMessage().text()).isEqualTo("I was charged twice");
        assertThat(conversation.lastMessage().sequence()).isEqualTo(id);
        assertThat(conversation.sequence()).isEqualTo(id);
        assertThat(view.conversation(7, id)).isNull();
    }

    @Test
    void shouldFollowTheWorkOfAnAgentWhenOffersAreMadeAndEnd() throws Exception {
        shop.arrive(Shop.ADA, AgentStatus.AVAILABLE);
        long first = shop.open("e-1", "Hello");
        long second = shop.open("e-2", "Hello");
        long declined = shop.offer(first, Shop.BOB);
        shop.decline(declined, first, Shop.BOB);
        long offer = shop.offer(first, Shop.ADA);
        settle();

        assertThat(view.conversation(Shop.NUMBER, first).state()).isEqualTo(RouteState.OFFERED);
        assertThat(view.conversation(Shop.NUMBER, first).agent()).isEqualTo("ada");
        assertThat(view.agentWork(Shop.NUMBER, Shop.BOB).offers()).isEmpty();
        AgentWork work = view.agentWork(Shop.NUMBER, Shop.ADA);
        assertThat(work.asOf()).isEqualTo(records.durableSequence());
        assertThat(work.offers()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(offer);
            assertThat(each.queue()).isEqualTo("billing");
            assertThat(each.conversation().lastMessage().text()).isEqualTo("Hello");
            assertThat(each.expiresAt()).isGreaterThan(each.offeredAt());
        });
        assertThat(queue("billing").waiting()).isEqualTo(2);
        assertThat(queue("billing").offered()).isEqualTo(1);
        assertThat(queue("billing").oldestQueuedAt()).isPositive();
        assertThat(queue("general").waiting()).isZero();

        shop.accept(offer, first, Shop.ADA);
        settle();
        assertThat(view.agentWork(Shop.NUMBER, Shop.ADA).offers()).isEmpty();
        assertThat(view.agentWork(Shop.NUMBER, Shop.ADA).assignments())
                .singleElement()
                .satisfies(each -> assertThat(each.conversation().state()).isEqualTo(RouteState.ASSIGNED));
        assertThat(queue("billing"))
                .isEqualTo(new QueueView(
                        "billing",
                        "The queue billing",
                        1,
                        0,
                        1,
                        view.conversation(Shop.NUMBER, second).queuedAt()));
        AgentView ada = view.agents(Shop.NUMBER).get(0);
        assertThat(ada.id()).isEqualTo("ada");
        assertThat(ada.status()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(ada.connected()).isTrue();
        assertThat(ada.used()).isEqualTo(1);
        assertThat(ada.assignments()).isEqualTo(1);
        assertThat(ada.queues()).containsExactly("billing", "general");

        shop.giveBack(offer, first, Shop.ADA);
        settle();
        assertThat(view.conversation(Shop.NUMBER, first).state()).isEqualTo(RouteState.QUEUED);
        assertThat(view.conversation(Shop.NUMBER, first).agent()).isNull();
        assertThat(view.conversation(Shop.NUMBER, first).requeues()).isEqualTo(1);
        assertThat(view.agents(Shop.NUMBER).get(0).used()).isZero();
    }

    @Test
    void shouldShowHowPromisesStand() throws Exception {
        long id = shop.open("e-1", "Hello");
        shop.promise(id, SlaClock.RESOLUTION, SlaStatus.PAUSED);
        shop.promise(id, SlaClock.TIME_TO_ASSIGN, SlaStatus.RUNNING);
        settle();

        ConversationView waiting = view.conversation(Shop.NUMBER, id);
        assertThat(waiting.promises())
                .extracting(Promise::clock)
                .containsExactly(SlaClock.TIME_TO_ASSIGN, SlaClock.RESOLUTION);
        Promise promise = waiting.promises().get(0);
        assertThat(promise.status()).isEqualTo(SlaStatus.RUNNING);
        assertThat(promise.dueAt() - promise.since()).isEqualTo(55 * Shop.SECOND);
        assertThat(waiting.sequence()).as("time alone changes no version").isEqualTo(id);

        shop.promise(id, SlaClock.TIME_TO_ASSIGN, SlaStatus.BREACHED);
        shop.promise(id, SlaClock.RESOLUTION, SlaStatus.NONE);
        shop.reply(id, Shop.ADA);
        settle();

        ConversationView late = view.conversation(Shop.NUMBER, id);
        assertThat(late.promises()).extracting(Promise::status).containsExactly(SlaStatus.BREACHED);
        assertThat(late.sequence()).isEqualTo(records.durableSequence());
    }

    @Test
    void shouldForgetTheOldestEndedConversationsWhenThereAreTooMany() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            long id = shop.open("e-" + index, "Hello");
            long offer = shop.offer(id, Shop.ADA);
            shop.accept(offer, id, Shop.ADA);
            shop.complete(offer, id, Shop.ADA);
            ids.add(id);
        }
        settle();

        assertThat(view.conversation(Shop.NUMBER, ids.get(2))).isNull();
        assertThat(view.conversation(Shop.NUMBER, ids.get(3)).state()).isEqualTo(RouteState.COMPLETED);
        assertThat(view.conversation(Shop.NUMBER, ids.get(4)).endedAt()).isPositive();
        assertThat(queue("billing").waiting()).isZero();
        assertThat(queue("billing").assigned()).isZero();
    }

    @Test
    void shouldCutALongTextBetweenTwoCharactersWhenItIsKept() throws Exception {
        long id = shop.open("e-1", "a" + "é".repeat(600));
        settle();

        MessageView message = view.conversation(Shop.NUMBER, id).lastMessage();
        assertThat(message.cut()).isTrue();
        assertThat(message.text()).isEqualTo("a" + "é".repeat(511));
    }

    @Test
    void shouldTellListenersOfEachRecordInOrderWhenOneOfThemFails() throws Exception {
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        settle();
        view.addListener(record -> {
            throw new IllegalStateException("a mistake");
        });
        view.addListener(record -> {
            assertThat(record.nextEvent()).isTrue();
            assertThat(view.position()).isEqualTo(record.sequence());
            heard.add(record.sequence());
        });
        shop.busyDay(10);
        settle();

        CompletableFuture<Void> last = new CompletableFuture<>();
        view.addListener(record -> last.complete(null));
        long sequence = records.nextSequence();
        shop.open("e-last", "Hello");
        shop.commit();
        last.get(10, TimeUnit.SECONDS);
        assertThat(heard).hasSize((int) sequence - 1).isSorted().contains(sequence);
    }

    @Test
    void shouldFailWaitersWhenItCloses() {
        CompletableFuture<Void> never = view.whenAt(1_000_000);
        view.close();

        assertThat(never).isCompletedExceptionally();
        assertThat(view.whenAt(2_000_000)).isCompletedExceptionally();
        assertThat(view.status().state()).isEqualTo(ProjectionStatus.State.STOPPED);
    }

    @Test
    void shouldHaveNoLagWhenItIncludesEverything() throws Exception {
        shop.busyDay(500);
        settle();

        ProjectionStatus status = view.status();
        assertThat(status.state()).isEqualTo(ProjectionStatus.State.RUNNING);
        assertThat(status.position()).isEqualTo(records.durableSequence());
        assertThat(status.lagRecords()).isZero();
        assertThat(status.lagNanos()).isZero();
        assertThat(status.lastError()).isNull();
    }

    private QueueView queue(String id) {
        return view.queues(Shop.NUMBER).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void settle() throws Exception {
        shop.commit();
        view.whenAt(records.durableSequence()).get(10, TimeUnit.SECONDS);
    }
}
