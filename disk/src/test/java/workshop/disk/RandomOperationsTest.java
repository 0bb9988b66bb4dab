package workshop.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.disk.filter.FilterFileSystemProvider;

/**
 * Random programs get the same results on the platform's own file system and on a watched disk.
 * Each seed stands for one program and is part of the test's name. {@code -Dworkshop.seed=} repeats
 * a program, and {@code -Dworkshop.programs=} sets how many there are.
 */
class RandomOperationsTest {

  private static final int STEPS = 40;
  private static final List<String> NAMES = List.of("a.txt", "b.txt", "d", "d/c.txt");

  @TempDir Path directory;

  static LongStream seeds() {
    Long seed = Long.getLong("workshop.seed");
    long first = System.nanoTime();
    int programs = Integer.getInteger("workshop.programs", 40);
    return seed == null ? LongStream.range(first, first + programs) : LongStream.of(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_random_program_gets_the_same_results_on_a_watched_disk(long seed) throws Exception {
    Path plain = FilterFileSystemProvider.unwrap(Files.createDirectory(directory.resolve("p")));
    Path watched = Files.createDirectory(directory.resolve("w"));
    List<String> expected = program(seed, plain);

    try (Disk disk = Disk.watch(watched)) {
      List<String> seen = program(seed, watched);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(seen.get(i)).as("step %d of seed %d", i + 1, seed).isEqualTo(expected.get(i));
      }
      assertThat(seen).hasSameSizeAs(expected);
      assertThat(disk.recording().openHandles()).isEmpty();
      assertThat(disk.endlessLoop()).isEmpty();
    }
  }

  private static List<String> program(long seed, Path directory) throws Exception {
    Random random = new Random(seed);
    Transcript steps = new Transcript(directory);
    for (int i = 0; i < STEPS; i++) {
      Path file = steps.file(NAMES.get(random.nextInt(NAMES.size())));
      Path other = steps.file(NAMES.get(random.nextInt(NAMES.size())));
      switch (random.nextInt(14)) {
        case 0 -> steps.step("write", () -> Files.write(file, bytes(random)));
        case 1 -> steps.step("read", () -> new String(Files.readAllBytes(file), ISO_8859_1));
        case 2 -> steps.step("delete", () -> Files.deleteIfExists(file));
        case 3 -> steps.step("move", () -> Files.move(file, other, REPLACE_EXISTING));
        case 4 -> steps.step("copy", () -> Files.copy(file, other));
        case 5 -> steps.step("mkdir", () -> Files.createDirectory(file));
        case 6 -> steps.step("exists", () -> Files.exists(file) + " " + Files.isDirectory(file));
        case 7 -> steps.step("size", () -> Files.size(file));
        case 8 -> steps.step("list", () -> list(directory));
        case 9, 10 -> steps.step("channel", () -> channel(random.nextLong(), file, steps));
        case 11 -> steps.step("asynchronous", () -> asynchronous(random.nextLong(), file, steps));
        case 12 -> steps.step("stream in", () -> streamIn(random.nextLong(), file));
        default -> steps.step("stream out", () -> streamOut(random.nextLong(), file));
      }
    }
    return steps.lines();
  }

  private static List<String> list(Path directory) throws Exception {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.map(path -> directory.relativize(path).toString()).sorted().toList();
    }
  }

  private static OpenOption[] options(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new OpenOption[] {READ};
      case 1 -> new OpenOption[] {CREATE, WRITE, TRUNCATE_EXISTING};
      case 2 -> new OpenOption[] {WRITE, APPEND};
      case 3 -> new OpenOption[] {READ, APPEND}; // rejected
      default -> new OpenOption[] {CREATE, READ, WRITE};
    };
  }

  private static String channel(long seed, Path file, Transcript steps) throws Exception {
    Random random = new Random(seed);
    try (FileChannel channel = FileChannel.open(file, options(random))) {
      for (int i = 0; i < 8; i++) {
        int at = random.nextInt(30);
        switch (random.nextInt(9)) {
          case 0 -> steps.step("  read", () -> read(channel, at));
          case 1 -> steps.step("  read at", () -> channel.read(ByteBuffer.allocate(7), at));
          case 2 -> steps.step("  write", () -> channel.write(ByteBuffer.wrap(bytes(random))));
          case 3 -> steps.step("  write at", () -> channel.write(ByteBuffer.allocate(3), at));
          case 4 -> steps.step("  position", () -> channel.position(at).position());
          case 5 -> steps.step("  truncate", () -> channel.truncate(at).size());
          case 6 -> steps.step("  lock", () -> release(channel.tryLock()));
          case 7 -> steps.step("  negative", () -> channel.read(ByteBuffer.allocate(1), -1 - at));
          default -> steps.step("  where", () -> channel.position() + " of " + channel.size());
        }
      }
    }
    return "closed";
  }

  private static String read(FileChannel channel, int length) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    int count = channel.read(buffer);
    return count + " " + new String(buffer.array(), ISO_8859_1);
  }

  /**
   * When one program locks the same bytes twice, the watched channel reports it later, by design.
   */
  private static boolean release(FileLock lock) throws Exception {
    lock.release();
    return true;
  }

  private static String asynchronous(long seed, Path file, Transcript steps) throws Exception {
    Random random = new Random(seed);
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(file, options(random))) {
      for (int i = 0; i < 5; i++) {
        int at = random.nextInt(30) - 2;
        switch (random.nextInt(5)) {
          case 0 -> steps.step("  read", () -> channel.read(ByteBuffer.allocate(9), at).get());
          case 1 -> steps.step("  write", () -> channel.write(ByteBuffer.allocate(4), at).get());
          case 2 -> steps.step("  lock", () -> release(channel.lock(at, at, false).get()));
          case 3 -> steps.step("  truncate", () -> channel.truncate(Math.abs(at)).size());
          default -> steps.step("  size", channel::size);
        }
      }
    }
    return "closed";
  }

  private static String streamIn(long seed, Path file) throws Exception {
    Random random = new Random(seed);
    try (InputStream in = Files.newInputStream(file)) {
      return in.read()
          + " "
          + in.skip(random.nextInt(9))
          + " "
          + in.available()
          + " "
          + new String(in.readNBytes(random.nextInt(9)), ISO_8859_1);
    }
  }

  private static String streamOut(long seed, Path file) throws Exception {
    Random random = new Random(seed);
    OpenOption[] options = random.nextBoolean() ? new OpenOption[0] : options(random);
    try (OutputStream out = Files.newOutputStream(file, options)) {
      out.write(bytes(random));
      out.write('!');
    }
    return "written";
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return bytes;
  }
}
