package workshop.comparison.hugefile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.comparison.result.Contender;

class WordCountTest {

  private static WordCount of(String text) {
    return WordCount.of(ByteBuffer.wrap(text.getBytes(US_ASCII)));
  }

  @Test
  void words_are_separated_by_blanks() {
    assertThat(of(" one  two three ").words()).isEqualTo(3);
    assertThat(of("   ").words()).isZero();
  }

  @Test
  void the_text_may_be_split_anywhere() {
    String text = "ab  c def g";

    for (int cut = 0; cut <= text.length(); cut++) {
      assertThat(of(text.substring(0, cut)).then(of(text.substring(cut))))
          .as("cut at " + cut)
          .isEqualTo(of(text));
    }
  }

  @Test
  void different_letters_give_a_different_sum() {
    assertThat(of("ab c").sum()).isNotEqualTo(of("ab d").sum());
  }

  @ParameterizedTest
  @EnumSource(names = {"SEQUENTIAL", "READ_AHEAD", "PARALLEL", "MAPPED", "PIPELINE"})
  void every_technique_counts_the_same_words(Contender contender, @TempDir Path folder)
      throws Exception {
    byte[] text = new byte[5 * HugeProgram.CHUNK / 2 + 1];
    new Random(7).nextBytes(text);
    Path file = Files.write(folder.resolve("text"), text);

    assertThat(HugeProgram.work(contender, file, 3)).isEqualTo(WordCount.of(ByteBuffer.wrap(text)));
  }
}
