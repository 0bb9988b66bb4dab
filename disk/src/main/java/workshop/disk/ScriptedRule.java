package workshop.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import workshop.disk.Fault.Kind;
import workshop.disk.filter.Nullable;

/** A rule that is being built: each narrowing method returns a new object. */
final class ScriptedRule implements Rule {

  private final Script script;
  private final Set<Op> ops;
  private final boolean opsNamed;
  private final @Nullable Path file;
  private final int from;
  private final int times;

  ScriptedRule(Script script, Op... ops) {
    this(script, Recording.setOf(ops), ops.length > 0, null, 1, Integer.MAX_VALUE);
  }

  private ScriptedRule(
      Script script, Set<Op> ops, boolean opsNamed, @Nullable Path file, int from, int times) {
    this.script = script;
    this.ops = ops;
    this.opsNamed = opsNamed;
    this.file = file;
    this.from = from;
    this.times = times;
  }

  @Override
  public Rule on(String name) {
    return new ScriptedRule(script, ops, opsNamed, script.file(name), from, times);
  }

  @Override
  public Rule from(int nth) {
    return new ScriptedRule(script, ops, opsNamed, file, atLeastOne(nth, "nth"), times);
  }

  @Override
  public Rule times(int n) {
    return new ScriptedRule(script, ops, opsNamed, file, from, atLeastOne(n, "n"));
  }

  @Override
  public void atMost(int bytes) {
    int limit = atLeastOne(bytes, "bytes");
    apply(Kind.LIMIT, operation -> operation.allowAtMost(limit));
  }

  @Override
  public void takes(Duration latency) {
    apply(Kind.LATENCY, operation -> operation.delay(latency));
  }

  @Override
  public void fails(String reason) {
    apply(
        Kind.FAULT,
        operation -> {
          throw operation.request().op().needsAnOpenFile()
              ? new IOException(reason)
              : new FileSystemException(operation.request().file().toString(), null, reason);
        });
  }

  @Override
  public void fails(Function<Path, IOException> fault) {
    apply(
        Kind.FAULT,
        operation -> {
          throw fault.apply(operation.request().file());
        });
  }

  @Override
  public void closesEarly() {
    for (Op op : ops) {
      if (opsNamed && !op.needsAnOpenFile()) {
        throw new IllegalArgumentException(op + " uses no channel, so it cannot lose one");
      }
    }
    apply(Kind.CLOSED_EARLY, Operation::loseChannel);
  }

  @Override
  public Gate hold() {
    Gate gate = new Gate(describe(), script);
    script.add(gate);
    apply(Kind.GATE, gate::pass);
    return gate;
  }

  @Override
  public void then(Runnable effect) {
    apply(Kind.EFFECT, _ -> Unrecorded.run(effect));
  }

  private void apply(Kind kind, Fault.Effect effect) {
    script.add(new Script.Line(ops, file, from, times, new Fault(kind, effect)));
  }

  /** Returns a noun to follow "the": {@code READ or WRITE of notes.txt}. */
  private String describe() {
    String what =
        opsNamed ? ops.stream().map(Op::name).collect(Collectors.joining(" or ")) : "operation";
    return what + (file == null ? "" : " of " + script.nameOf(file));
  }

  private static int atLeastOne(int number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + number);
    }
    return number;
  }
}
