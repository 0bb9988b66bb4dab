package workshop.completable;

import java.nio.ByteBuffer;
import workshop.completable.Checksum.Sum;

/**
 * Work whose input may be split anywhere. A byte that is missing, duplicated, changed or in the
 * wrong place changes the sum.
 */
final class Checksum implements ReadAheadPipeline.Work<Sum> {

  private static final long BASE = 1_000_003;

  /**
   * {@code value} is the number whose digits are the bytes. {@code shift} makes room for as many
   * more digits.
   */
  record Sum(long count, long value, long shift) {

    @Override
    public String toString() {
      return "a sum over %d bytes (%x)".formatted(count, value);
    }
  }

  @Override
  public Sum of(ByteBuffer part) {
    long value = 0;
    long shift = 1;
    for (int i = part.position(); i < part.limit(); i++) {
      value = value * BASE + part.get(i) + 129;
      shift *= BASE;
    }
    return new Sum(part.remaining(), value, shift);
  }

  @Override
  public Sum joined(Sum left, Sum right) {
    return new Sum(
        left.count + right.count, left.value * right.shift + right.value, left.shift * right.shift);
  }

  @Override
  public Sum nothing() {
    return new Sum(0, 0, 1);
  }
}
