package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

class LogCopyTest {

  private final ByteArrayOutputStream copied = new ByteArrayOutputStream();

  /** Takes at most 3 bytes at a time. */
  private final WritableByteChannel slow =
      new WritableByteChannel() {
        @Override
        public int write(ByteBuffer bytes) {
          int taken = Math.min(3, bytes.remaining());
          for (int i = 0; i < taken; i++) {
            copied.write(bytes.get());
          }
          return taken;
        }

        @Override
        public boolean isOpen() {
          return true;
        }

        @Override
        public void close() {}
      };

  @Test
  void a_partial_write_loses_nothing() throws IOException {
    byte[] log = "GET /menu 200\n".repeat(2_000).getBytes(UTF_8);

    LogCopy.copy(Channels.newChannel(new ByteArrayInputStream(log)), slow);

    assertThat(copied.toByteArray()).isEqualTo(log);
  }
}
