package workshop.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.ThreadSnapshot;

class OriginThreadsTest {

  private final OriginThreads threads = new OriginThreads();

  @Test
  void a_thread_that_no_factory_has_made_is_waited_for() {
    CountDownLatch turn = new CountDownLatch(1);
    Thread timer =
        threads.make(
            "a timer",
            () -> {
              Thread thread = new Thread(() -> Await.latch("its turn", turn), "timer");
              thread.start();
              return thread;
            });
    Call<?> end = Caller.call("awaitEnd()", threads::awaitEnd);
    Await.until("a wait", () -> ThreadSnapshot.of(end.thread()).isParked() || end.isBack());
    assertThat(end.isBack()).isFalse();

    turn.countDown();
    end.returns();

    assertThat(timer.isAlive()).isFalse();
  }

  @Test
  void what_cannot_be_made_is_told_as_it_is() {
    assertThatThrownBy(() ->
            threads.make(
                "an origin",
                () -> {
                  throw new IOException("no port is left");
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("no port is left");
    threads.awaitEnd();
  }
}
