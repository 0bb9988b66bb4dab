package workshop.blocking;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class LossyDecoderTest {

  private static final int AROUND = 6;

  /** How many characters of a text a verdict shows. */
  private static final int SHOWN = 40;

  private static final String REPEATED =
      "Some bytes were decoded more than once, because an earlier decode left them in the buffer or"
          + " in its array.";

  private static final String TAKE_OUT_ONCE =
      "After each decode, call compact(): the buffer then keeps only the bytes that were not"
          + " decoded. Use only the part of its array between position and limit.";

  private final LossyDecoder decoding = Answer.of(LossyDecoder.class);

  @Test
  @Order(1)
  void text_in_one_piece_is_decoded() throws IOException {
    // The first character is a byte order mark: it belongs to the text as any other does.
    String text = "\uFEFFCrème\0\r\nbrûlée 🍽\n";

    assertDecoded(
        text,
        Chunks.of(text.getBytes(UTF_8)),
        "The bytes are UTF-8. Every character is part of the text, including line endings, NUL and"
            + " the byte order mark.",
        "Decode as UTF-8, and keep every character as it is. If your buffer needs several reads,"
            + " use one decoder for all of them.");
  }

  @Test
  @Order(2)
  void a_character_that_two_reads_share_is_one_character() throws IOException {
    assertDecoded(
        "café",
        Chunks.of(bytes('c', 'a', 'f', 0xC3), bytes(0xA9)),
        "A read may end inside a character. Here, é is C3 A9, and the first read ends between these"
            + " two bytes.",
        "Use one decoder for all reads. Keep the bytes that it cannot decode yet, and put the"
            + " bytes of the next read after them.");
  }

  @Test
  @Order(3)
  void a_character_that_comes_byte_by_byte_is_one_character() throws IOException {
    assertDecoded(
        "🍽 à la carte",
        Chunks.cut("🍽 à la carte".getBytes(UTF_8), 1),
        "Each read returns one byte. 🍽 is four bytes, so after the first three there is nothing to"
            + " decode yet.",
        "Use one decoder for all reads, and keep all bytes that it has not decoded, not just one.");
  }

  @Test
  @Order(4)
  void a_malformed_byte_becomes_the_replacement_character() throws IOException {
    assertDecoded(
        "a\uFFFDb",
        Chunks.of(bytes('a', 0xFF, 'b')),
        "The byte FF does not occur in UTF-8. A person who reads the text should see that something"
            + " was there, without losing the text around it.",
        "Tell the decoder to replace malformed input with U+FFFD. The default, REPORT, throws an"
            + " exception, which a Scanner hides. IGNORE drops the bytes.");
  }

  @Test
  @Order(5)
  void bytes_that_only_look_like_a_character_are_malformed() throws IOException {
    assertDecoded(
        "a\uFFFDb\uFFFDc",
        Chunks.of(bytes('a', 0xC0, 0xAF, 'b', 0xED, 0xA0, 0x80, 'c')),
        "C0 AF is a longer form of \"/\", and ED A0 80 is half of a surrogate pair. Neither is"
            + " valid UTF-8. Attackers use such bytes to get \"/\" past a check.",
        "Leave the decoding to a CharsetDecoder. In a decoder of your own, reject surrogates and"
            + " characters that take more bytes than they need.");
  }

  @Test
  @Order(6)
  void each_call_starts_fresh() throws IOException {
    decoding.decode(Chunks.of(bytes('a', 0xC3)));
    try {
      decoding.decode(Chunks.of(bytes('b', 0xC3)).failing(new IOException("simulated")));
    } catch (IOException expected) {
      // The next call must not see anything that this one has left behind.
    }

    assertDecoded(
        "café",
        Chunks.of("café".getBytes(UTF_8)),
        "The same object had decoded two sources before, and both of them stopped in the middle of"
            + " a character. The leftover bytes must not change this text.",
        "Keep nothing from one call to the next: begin each call with a new decoder and empty"
            + " buffers.");
  }

  @Test
  @Order(7)
  void half_a_character_at_the_end_becomes_the_replacement_character() throws IOException {
    assertDecoded(
        "caf\uFFFD",
        Chunks.of(bytes('c', 'a', 'f', 0xC3)),
        "A second byte should follow C3, but none does. Only the end of the file shows that C3 is"
            + " malformed.",
        "After the read that returns -1, decode the remaining bytes, with endOfInput set to true.");
  }

  @Test
  @Order(8)
  void an_empty_source_gives_the_empty_text() throws IOException {
    assertDecoded(
        "",
        Chunks.of(),
        "The first read returns -1, so there is nothing to decode.",
        "Return the empty string.");
  }

  @Test
  @Order(9)
  void text_of_any_length_is_decoded() throws IOException {
    assertDecoded(text(new Random(1), (1 << 20) + 321), 65_537);
  }

  @Test
  @Order(10)
  void the_text_does_not_depend_on_how_the_bytes_are_split() throws IOException {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      // Small sizes first: their failures are easier to follow.
      byte[] bytes = seed % 2 == 0 ? text(random, size(seed)) : noise(random, size(seed));
      int step = 1 + random.nextInt(seed <= 40 ? 5 : 10_000);
      assertDecoded(bytes, step);
    }
  }

  private void assertDecoded(byte[] bytes, int step) throws IOException {
    Chunks source = Chunks.cut(bytes, step);

    String decoded = Answer.given("decode()", decoding.decode(source));

    source.assertNotEndless();
    if (!same(decoded, new String(bytes, UTF_8))) {
      throw differs(bytes, source.borders(), decoded);
    }
  }

  private static int size(long seed) {
    return seed <= 40 ? (int) seed : 40_000;
  }

  private static byte[] noise(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Characters of one to four bytes. */
  private static byte[] text(Random random, int size) {
    String[] characters = {"a", "é", "€", "🍽", "\n"};
    StringBuilder text = new StringBuilder();
    while (text.length() < size) {
      text.append(characters[random.nextInt(characters.length)]);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static Diagnosis differs(byte[] bytes, Set<Integer> borders, String decoded) {
    String expected = new String(bytes, UTF_8);
    int same = mismatch(expected, decoded);
    int at = byteOf(bytes, same);
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                "%,d bytes arrived in %,d reads. The first %d characters are right; from byte %d"
                    + " on, the text is %s instead of %s.",
                bytes.length,
                borders.size(),
                same,
                at,
                from(decoded, same),
                from(expected, same)))
        .means(
            decoded.length() < expected.length()
                ? "Characters were lost: a decode left bytes behind, or a buffer had no room for"
                    + " them."
                : "Bytes that were left over from one read were decoded twice, or too early.")
        .nextStep(
            "Follow your loop step by step: what is in your buffers when byte "
                + at
                + " arrives, and where do you keep the bytes that you cannot decode yet?")
        .evidence(
            "The bytes around that place (| where a read ends, > before byte " + at + ")",
            "  " + around(bytes, at, borders));
  }

  /** An answer may choose how many U+FFFD it puts in place of one malformed sequence. */
  private static boolean same(String one, String other) {
    return one.replaceAll("\uFFFD+", "\uFFFD").equals(other.replaceAll("\uFFFD+", "\uFFFD"));
  }

  private static int mismatch(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Returns the byte that follows those of {@code characters}. */
  private static int byteOf(byte[] bytes, int characters) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    UTF_8
        .newDecoder()
        .onMalformedInput(REPLACE)
        .decode(rest, CharBuffer.allocate(characters), true);
    return rest.position();
  }

  private static String around(byte[] bytes, int at, Set<Integer> borders) {
    StringBuilder shown = new StringBuilder();
    HexFormat hex = HexFormat.of().withUpperCase();
    int from = Math.max(0, at - AROUND);
    int to = Math.min(bytes.length, at + AROUND);
    shown.append(from > 0 ? "... " : "");
    for (int i = from; i < to; i++) {
      shown.append(borders.contains(i) ? "| " : "").append(i == at ? ">" : "");
      shown.append(hex.toHexDigits(bytes[i])).append(' ');
    }
    return shown
        .append(at == bytes.length ? "> end" : to < bytes.length ? "..." : "end")
        .toString();
  }

  private static String from(String text, int at) {
    return at == text.length()
        ? "the end"
        : inWords(text.substring(at, Math.min(text.length(), at + AROUND)));
  }

  @Test
  @Order(11)
  void a_failing_source_is_an_error() {
    IOException fault = new IOException("Input/output error");
    Chunks source = Chunks.of(bytes('c', 'a', 'f')).failing(fault);

    try {
      decoding.decode(source);
    } catch (IOException error) {
      for (Throwable at = error; at != null; at = at.getCause()) {
        if (at == fault) {
          return;
        }
      }
      throw Diagnosis.observed(
              "The channel failed with \"Input/output error\", but decode() threw another"
                  + " exception: "
                  + error)
          .means("The channel's own error is lost, and with it the reason.")
          .nextStep("Let the IOException of the channel leave the method.")
          .because(error);
    }
    throw Diagnosis.observed(
            "The channel failed with \"Input/output error\"%s."
                .formatted(
                    source.wasReadAgain()
                        ? ". Your code read again, and decode() returned normally"
                        : ", but decode() returned normally"))
        .means(
            "The caller mistakes a part of the text for the whole. U+FFFD stands for malformed"
                + " bytes, not for a failed read.")
        .nextStep("Let the IOException leave the method.");
  }

  @Test
  @Order(12)
  void a_read_of_no_bytes_is_not_the_end() {
    try {
      assertDecoded(
          "café!",
          Chunks.of(bytes('c', 'a', 'f', 0xC3), bytes(), bytes(0xA9, '!')),
          "The second read returned 0 bytes, and later reads return more. Only -1 is the end.",
          "End the loop when a read returns -1, not when it returns 0.");
    } catch (IOException refused) {
      // An InputStreamReader throws one: the caller learns that the text is not complete.
    }
  }

  private void assertDecoded(String expected, Chunks source, String meaning, String nextStep)
      throws IOException {
    String decoded = Answer.given("decode()", decoding.decode(source));

    source.assertNotEndless();
    if (!same(decoded, expected)) {
      boolean repeated = isRepeated(decoded, expected) && !nextStep.contains("one call");
      throw Diagnosis.observed(
              "%s It returned %s instead of %s. The reads had returned %s."
                  .formatted(
                      mistake(decoded, expected), inWords(decoded), inWords(expected), source))
          .means(repeated ? REPEATED : meaning)
          .nextStep(repeated ? TAKE_OUT_ONCE : nextStep);
    }
  }

  /** Names the mistake if the text shows it. */
  private static String mistake(String decoded, String expected) {
    if (expected.startsWith("\uFEFF") && decoded.equals(expected.substring(1))) {
      return "decode() removed the byte order mark.";
    }
    if (decoded.equals(expected.strip())) {
      return "decode() removed white space at the end.";
    }
    if (decoded.lines().toList().equals(expected.lines().toList())) {
      return "decode() changed a line ending.";
    }
    if (decoded.equals(expected.replace("🍽", "\uF37D"))) {
      return "decode() cut U+1F37D to 16 bits, but this character needs two chars (appendCodePoint).";
    }
    if (decoded.equals(expected.split("\0", 2)[0])) {
      return "decode() stopped at the NUL.";
    }
    return decoded.equals(new String(expected.getBytes(UTF_8), ISO_8859_1))
        ? "decode() turned each byte into a character, as in Latin-1."
        : "decode() returned a different text.";
  }

  /** Returns whether more ASCII letters came out than went in, which no other mistake causes. */
  private static boolean isRepeated(String decoded, String expected) {
    return letters(decoded) > letters(expected);
  }

  private static long letters(String text) {
    return text.chars().filter(c -> c < 0x80 && Character.isLetter(c)).count();
  }

  /** Returns {@code text} in quotes, with names for characters that many fonts do not show. */
  private static String inWords(String all) {
    String text = all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all;
    return '"'
        + text.replace("\uFFFD", "<U+FFFD>")
            .replace("\uFEFF", "<U+FEFF>")
            .replace("\0", "<NUL>")
            .replace("\r", "<CR>")
            .replace("\n", "<LF>")
            .replaceAll("\\p{Cntrl}", "?")
        + '"';
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
