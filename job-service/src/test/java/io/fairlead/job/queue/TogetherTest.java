package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final int LANES = 2;

    private final List<List<Integer>> batches = new ArrayList<>();
    private final List<Runnable> lanes = new ArrayList<>();
    private final Deque<Runnable> soon = new ArrayDeque<>();
    private final Together<Integer, Integer, Integer> together =
            new Together<>(this::work, piece -> piece == 0 ? 9_000_000 : piece * 1_000_000L, soon::add);

    /** Is done when the test says so; the piece 7 makes no sense. */
    private Uni<Map<Integer, Integer>> work(List<Integer> pieces) {
        batches.add(pieces);
        return Uni.createFrom().emitter(emitter -> lanes.add(() -> done(pieces, emitter)));
    }

    private static void done(List<Integer> pieces, UniEmitter<? super Map<Integer, Integer>> emitter) {
        if (pieces.contains(7)) {
            emitter.fail(new IllegalArgumentException("seven"));
        } else {
            emitter.complete(pieces.stream().distinct().collect(Collectors.toMap(Function.identity(), i -> i * 10)));
        }
    }

    @Test
    void shouldTakeAsManyTogetherAsAreNotTooHeavy() {
        fillLanes();
        List<CompletableFuture<Optional<Integer>>> all =
                List.of(4, 3, 2, 5, 0, 1).stream().map(this::submit).toList();

        finishAll();

        assertThat(batches.subList(LANES, batches.size()))
                .containsExactly(List.of(4, 3), List.of(2, 5), List.of(0), List.of(1));
        assertThat(all)
                .extracting(CompletableFuture::join)
                .containsExactly(
                        Optional.of(40),
                        Optional.of(30),
                        Optional.of(20),
                        Optional.of(50),
                        Optional.of(0),
                        Optional.of(10));
    }

    @Test
    void shouldHaveOnePieceAboutEachInABatch() {
        fillLanes();
        List<CompletableFuture<Optional<Integer>>> all =
                List.of(1, 1, 2).stream().map(this::submit).toList();

        finishAll();

        assertThat(batches.subList(LANES, batches.size())).containsExactly(List.of(1, 2), List.of(1));
        assertThat(all).allSatisfy(each -> assertThat(each.join()).isPresent());
    }

    @Test
    void shouldLetNoneSufferForAnother() {
        fillLanes();
        CompletableFuture<Optional<Integer>> good = submit(1);
        CompletableFuture<Optional<Integer>> bad = submit(7);

        finishAll();

        assertThat(good.join()).contains(10);
        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class).hasMessageContaining("seven");
    }

    @Test
    void shouldLetPiecesGatherWhenOthersAreBeingStored() {
        submit(1);
        submit(2);
        submit(3);
        assertThat(batches).containsExactly(List.of(1));

        gather();

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void shouldStoreWhatHasGatheredWhenALaneIsFree() {
        submit(1);
        submit(2);

        finishAll();

        assertThat(batches).containsExactly(List.of(1), List.of(2));
        submit(3);
        assertThat(batches).hasSize(3);
    }

    private void fillLanes() {
        IntStream.range(0, LANES).forEach(i -> {
            submit(8);
            gather();
        });
    }

    private void gather() {
        while (!soon.isEmpty()) {
            soon.remove().run();
        }
    }

    private CompletableFuture<Optional<Integer>> submit(int piece) {
        return together.submit(piece, piece).subscribeAsCompletionStage();
    }

    private void finishAll() {
        while (!lanes.isEmpty()) {
            lanes.remove(0).run();
        }
    }
}
