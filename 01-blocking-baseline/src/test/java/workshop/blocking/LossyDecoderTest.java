package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;

@ExerciseSuite
class LossyDecoderTest {

  private final LossyDecoder decoding = Answer.of(LossyDecoder.class);

  @Test
  @Order(1)
  void text_in_one_piece_is_decoded() throws IOException {
    // The first character is a byte order mark: it belongs to the text as any other does.
    String text = "\uFEFFCrème\r\nbrûlée\n";
    assertDecoded(text, chunks(text.getBytes(UTF_8), 100));
  }

  @Test
  @Order(2)
  void a_character_that_two_reads_share_is_one_character() throws IOException {
    // é is C3 A9: the first read ends between the two.
    assertDecoded("café", new Chunks().add('c', 'a', 'f', 0xC3).add(0xA9));
  }

  @Test
  @Order(3)
  void a_character_that_comes_byte_by_byte_is_one_character() throws IOException {
    assertDecoded("🍽 à la carte", chunks("🍽 à la carte".getBytes(UTF_8), 1));
  }

  @Test
  @Order(4)
  void a_malformed_byte_becomes_the_replacement_character() throws IOException {
    assertDecoded("a\uFFFDb", new Chunks().add('a', 0xFF, 'b'));
  }

  @Test
  @Order(5)
  void half_a_character_at_the_end_becomes_the_replacement_character() throws IOException {
    assertDecoded("caf\uFFFD", new Chunks().add('c', 'a', 'f', 0xC3));
  }

  @Test
  @Order(6)
  void no_bytes_are_no_text() throws IOException {
    assertDecoded("", new Chunks());
  }

  @Test
  @Order(7)
  void any_bytes_in_any_chunks_are_the_same_text_as_in_one_piece() throws IOException {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(40_000)];
      random.nextBytes(bytes);

      String decoded = decoding.decode(chunks(bytes, 1 + random.nextInt(100)));

      if (!decoded.equals(new String(bytes, UTF_8))) {
        throw Teaching.saw(
                "%d random bytes (seed %d) in small chunks became another text than in one piece."
                    .formatted(bytes.length, seed))
            .means("What is left over between two reads is lost, repeated or decoded too early.")
            .todo("Keep undecoded bytes for the next read; only the last decode is told: end.");
      }
    }
  }

  @Test
  @Order(8)
  void a_failing_source_is_an_error() {
    Chunks source = new Chunks().add('c', 'a', 'f').failing("Input/output error");

    try {
      decoding.decode(source);
    } catch (IOException expected) {
      return;
    }
    throw Teaching.saw("The source failed with \"Input/output error\"; decode() returned a text.")
        .means("Malformed bytes are forgiven, a failing disk is not: text is missing.")
        .todo("Let the IOException through.");
  }

  private void assertDecoded(String expected, Chunks source) throws IOException {
    String offered = source.toString();

    String decoded = decoding.decode(source);

    if (!decoded.equals(expected)) {
      throw Teaching.saw("The reads brought " + offered + " and became " + inWords(decoded) + ".")
          .means(
              "Expected is %s: a read may end inside a character, and bytes that are no UTF-8 become"
                      .formatted(inWords(expected))
                  + " U+FFFD.")
          .todo(
              "Let one decoder see all reads, one after the other, and tell it which is the last.");
    }
  }

  /**
   * Returns {@code text} with the replacement character as a number: it looks alike in any font.
   */
  private static String inWords(String text) {
    return '"'
        + text.replace("\uFFFD", "<U+FFFD>")
            .replace("\uFEFF", "<U+FEFF>")
            .replace("\r", "<CR>")
            .replace("\n", "<LF>")
        + '"';
  }

  private static Chunks chunks(byte[] bytes, int size) {
    Chunks chunks = new Chunks();
    for (int at = 0; at < bytes.length; at += size) {
      chunks.pending.add(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at)).slice());
    }
    return chunks;
  }

  /** A channel whose reads bring exactly these chunks, one each. */
  private static final class Chunks implements ReadableByteChannel {

    private final Queue<ByteBuffer> pending = new ArrayDeque<>();
    private String fault = "";

    Chunks add(int... bytes) {
      ByteBuffer chunk = ByteBuffer.allocate(bytes.length);
      for (int value : bytes) {
        chunk.put((byte) value);
      }
      pending.add(chunk.flip());
      return this;
    }

    Chunks failing(String reason) {
      fault = reason;
      return this;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      ByteBuffer chunk = pending.peek();
      if (chunk == null) {
        if (!fault.isEmpty()) {
          throw new IOException(fault);
        }
        return -1;
      }
      int count = Math.min(chunk.remaining(), target.remaining());
      target.put(chunk.slice(chunk.position(), count));
      chunk.position(chunk.position() + count);
      if (!chunk.hasRemaining()) {
        pending.remove();
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      throw new AssertionError("decode() closed a channel that it had not opened");
    }

    @Override
    public String toString() {
      return pending.stream()
          .map(chunk -> HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes(chunk)))
          .collect(Collectors.joining("] [", "[", "]"));
    }

    private static byte[] bytes(ByteBuffer chunk) {
      byte[] bytes = new byte[chunk.remaining()];
      chunk.duplicate().get(bytes);
      return bytes;
    }
  }
}
