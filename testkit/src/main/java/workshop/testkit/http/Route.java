package workshop.testkit.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The replies and gates of one path. Safe for use by many threads. */
public final class Route {

  private final String path;
  private List<Reply> replies = List.of(Reply.status(404));
  private final List<OriginGate> gates = new ArrayList<>();
  private @Nullable Midway midway;

  /** A gate in the middle of a body. */
  record Midway(int after, OriginGate gate) {}

  Route(String path) {
    this.path = path;
  }

  /** Sets the replies to the first, second and later requests; the last one repeats. */
  public synchronized Route answers(Reply first, Reply... more) {
    List<Reply> all = new ArrayList<>(List.of(more));
    all.addFirst(first);
    replies = List.copyOf(all);
    return this;
  }

  /** Holds each request for this path before the first byte of its reply. */
  public synchronized OriginGate hold() {
    OriginGate gate = new OriginGate("held before the reply, " + path);
    gates.add(gate);
    return gate;
  }

  /** Holds each reply after {@code bytes} of its body. */
  public synchronized OriginGate holdAfter(int bytes) {
    OriginGate gate = new OriginGate("held after " + bytes + " bytes of the body, " + path);
    midway = new Midway(bytes, gate);
    return gate;
  }

  synchronized Reply reply(int attempt) {
    return replies.get(Math.min(attempt, replies.size()) - 1);
  }

  synchronized List<OriginGate> gates() {
    return List.copyOf(gates);
  }

  synchronized @Nullable Midway midway() {
    return midway;
  }

  synchronized void openGates() {
    gates.forEach(OriginGate::open);
    if (midway != null) {
      midway.gate.open();
    }
  }
}
