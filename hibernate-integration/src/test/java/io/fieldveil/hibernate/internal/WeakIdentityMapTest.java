package io.fieldveil.hibernate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {

    private final WeakIdentityMap<List<String>> map = new WeakIdentityMap<>();

    /** Equal to every other one: what counts is identity. */
    private record Owner() {}

    @Test
    void values_ofEqualOwners_areKeptApart() {
        var one = new Owner();
        var other = new Owner();
        map.computeIfAbsent(one, () -> List.of("one"));
        map.computeIfAbsent(other, () -> List.of("other"));

        assertThat(map.get(one)).containsExactly("one");
        assertThat(map.get(other)).containsExactly("other");
        map.remove(one);
        assertThat(map.get(one)).isNull();
        assertThat(map.get(other)).containsExactly("other");
    }

    @Test
    void value_madeByManyThreadsAtOnce_isOneForAll() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 200; round++) {
                var owner = new Owner();
                var barrier = new CyclicBarrier(8);
                List<Callable<List<String>>> work = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    work.add(() -> {
                        barrier.await();
                        return map.computeIfAbsent(owner, ArrayList::new);
                    });
                }
                List<List<String>> made = new ArrayList<>();
                for (var result : threads.invokeAll(work)) {
                    made.add(result.get());
                }
                assertThat(made).allMatch(value -> value == made.get(0));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void entry_ofAnOwnerThatIsGone_goesToo() throws InterruptedException {
        for (int i = 0; i < 10_000; i++) {
            map.computeIfAbsent(new Owner(), () -> new ArrayList<>(List.of("x".repeat(100))));
        }
        for (int i = 0; i < 50 && map.size() > 100; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(map.size()).isLessThan(100);
    }
}
