package workshop.disk;

import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import workshop.disk.filter.Nullable;

/** An operation before it begins. */
record Request(
    Op op,
    Path file,
    @Nullable Path target,
    Set<OpenOption> options,
    long position,
    long requested,
    boolean metadata,
    long handle) {

  static Request of(Op op, Path file) {
    return new Request(op, file, null, Set.of(), 0, 0, false, 0);
  }

  Request to(Path newTarget) {
    return new Request(op, file, newTarget, options, position, requested, metadata, handle);
  }

  Request with(Set<? extends OpenOption> newOptions) {
    return new Request(
        op, file, target, Set.copyOf(newOptions), position, requested, metadata, handle);
  }

  Request at(long newPosition, long bytes) {
    return new Request(op, file, target, options, newPosition, bytes, metadata, handle);
  }

  Request metadata(boolean included) {
    return new Request(op, file, target, options, position, requested, included, handle);
  }

  Request through(long openHandle) {
    return new Request(op, file, target, options, position, requested, metadata, openHandle);
  }
}
