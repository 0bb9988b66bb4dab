package workshop.comparison.manyfiles;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Linux's io_uring without a library: two rings in memory shared with the kernel, one for requests
 * and one for results. Used by one thread only.
 */
final class Ring implements AutoCloseable {

  static final byte FSYNC = 3;
  static final byte OPEN = 18;
  static final byte CLOSE = 19;
  static final byte READ = 22;
  static final byte WRITE = 23;

  /** File names in a request are absolute or relative to the working directory. */
  static final int NO_FOLDER = -100;

  private static final long SETUP = 425; // the same on every architecture
  private static final long ENTER = 426;
  private static final int ONE_THREAD = 1 << 12 | 1 << 13; // one issuer; it works when it waits
  private static final int WAIT = 1;
  private static final int BOTH_RINGS_IN_ONE_MAPPING = 1;
  private static final long REQUESTS_OFFSET = 0x10000000L;
  private static final int READ_AND_WRITE = 3;
  private static final int SHARED_AND_POPULATED = 0x8001;

  private static final StructLayout ERRNO = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_VALUE =
      ERRNO.varHandle(java.lang.foreign.MemoryLayout.PathElement.groupElement("errno"));
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment errno = arena.allocate(ERRNO);
  private final MethodHandle syscall =
      Libc.function(
          "syscall",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG),
          Linker.Option.firstVariadicArg(1),
          Linker.Option.captureCallState("errno"));
  private final MethodHandle mmap =
      Libc.function(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private final int ring;
  private final MemorySegment requests;
  private final MemorySegment shared;
  private final int requestTail;
  private final int requestMask;
  private final int requestArray;
  private final int resultHead;
  private final int resultTail;
  private final int resultMask;
  private final int results;
  private int unsubmitted;

  interface Taker {
    void take(long userData, int result) throws IOException;
  }

  /**
   * Asks the kernel for a ring.
   *
   * @throws IOException with the kernel's reason, if it refuses
   */
  Ring(int entries) throws IOException {
    MemorySegment parameters = arena.allocate(120, 8);
    parameters.set(JAVA_INT, 8, ONE_THREAD);
    ring = (int) call(SETUP, entries, parameters.address(), 0, 0);
    if ((parameters.get(JAVA_INT, 20) & BOTH_RINGS_IN_ONE_MAPPING) == 0) {
      throw new IOException("this kernel's io_uring is too old");
    }
    int made = parameters.get(JAVA_INT, 0);
    requestTail = parameters.get(JAVA_INT, 44);
    requestMask = parameters.get(JAVA_INT, 48);
    requestArray = parameters.get(JAVA_INT, 64);
    resultHead = parameters.get(JAVA_INT, 80);
    resultTail = parameters.get(JAVA_INT, 84);
    resultMask = parameters.get(JAVA_INT, 88);
    results = parameters.get(JAVA_INT, 100);
    long size = Math.max(requestArray + made * 4L, results + parameters.get(JAVA_INT, 4) * 16L);
    shared = map(size, 0);
    requests = map(made * 64L, REQUESTS_OFFSET);
  }

  /** Puts a request into the ring. The kernel sees it when {@link #submitAndTake} is called. */
  void add(byte op, int file, long address, int length, int flags, long userData) {
    int tail = shared.get(JAVA_INT, requestTail) + unsubmitted;
    int place = tail & shared.get(JAVA_INT, requestMask);
    MemorySegment request = requests.asSlice(place * 64L, 64);
    request.fill((byte) 0);
    request.set(JAVA_BYTE, 0, op);
    request.set(JAVA_INT, 4, file);
    request.set(JAVA_LONG, 16, address);
    request.set(JAVA_INT, 24, length);
    request.set(JAVA_INT, 28, flags);
    request.set(JAVA_LONG, 32, userData);
    shared.set(JAVA_INT, requestArray + place * 4L, place);
    unsubmitted++;
  }

  /** Submits all requests in one call, waits for at least one result, and passes on all results. */
  void submitAndTake(Taker taker) throws IOException {
    INT.setRelease(shared, (long) requestTail, shared.get(JAVA_INT, requestTail) + unsubmitted);
    int submit = unsubmitted;
    unsubmitted = 0;
    call(ENTER, ring, submit, 1, WAIT);
    int head = shared.get(JAVA_INT, resultHead);
    int tail = (int) INT.getAcquire(shared, (long) resultTail);
    int mask = shared.get(JAVA_INT, resultMask);
    while (head != tail) {
      long at = results + (head & mask) * 16L;
      long userData = shared.get(JAVA_LONG, at);
      int result = shared.get(JAVA_INT, at + 8);
      head++;
      INT.setRelease(shared, (long) resultHead, head);
      taker.take(userData, result);
    }
  }

  @Override
  public void close() {
    try {
      Libc.close(ring);
    } catch (IOException e) {
      throw new IllegalStateException("the ring cannot be closed", e);
    } finally {
      arena.close();
    }
  }

  @SuppressWarnings("restricted") // started with --enable-native-access
  private MemorySegment map(long size, long offset) throws IOException {
    try {
      MemorySegment mapped =
          (MemorySegment)
              mmap.invokeExact(
                  MemorySegment.NULL, size, READ_AND_WRITE, SHARED_AND_POPULATED, ring, offset);
      if (mapped.address() == -1) {
        throw new IOException("the rings of io_uring cannot be mapped");
      }
      return mapped.reinterpret(size);
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  private long call(long number, long a, long b, long c, long d) throws IOException {
    try {
      long result = (long) syscall.invokeExact(errno, number, a, b, c, d, MemorySegment.NULL, 0L);
      if (result < 0) {
        throw new IOException(
            (number == SETUP ? "the kernel refuses io_uring" : "io_uring_enter failed")
                + " (errno "
                + (int) ERRNO_VALUE.get(errno, 0L)
                + ")");
      }
      return result;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }
}
