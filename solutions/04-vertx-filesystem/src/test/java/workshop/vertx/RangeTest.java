package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeTest {

  @Test
  void a_closed_range_is_that_part() {
    assertThat(Range.parse("bytes=0-99", 1000)).contains(new Range(0, 100));
    assertThat(Range.parse("bytes=999-999", 1000)).contains(new Range(999, 1));
  }

  @Test
  void an_open_range_goes_to_the_end() {
    assertThat(Range.parse("bytes=400-", 1000)).contains(new Range(400, 600));
  }

  @Test
  void a_suffix_is_the_last_bytes() {
    assertThat(Range.parse("bytes=-50", 1000)).contains(new Range(950, 50));
    assertThat(Range.parse("bytes=-5000", 1000)).contains(new Range(0, 1000));
  }

  @Test
  void a_range_beyond_the_end_is_cut_off() {
    assertThat(Range.parse("bytes=900-999999999999", 1000)).contains(new Range(900, 100));
    assertThat(Range.parse("bytes=0-99999999999999999999", 1000)).contains(new Range(0, 1000));
  }

  @Test
  void a_range_that_begins_after_the_end_has_no_bytes() {
    assertThat(Range.parse("bytes=1000-", 1000)).contains(new Range(1000, 0));
    assertThat(Range.parse("bytes=5000-6000", 1000)).contains(new Range(5000, 0));
    assertThat(Range.parse("bytes=99999999999999999999-", 1000).map(Range::length)).contains(0L);
    assertThat(Range.parse("bytes=-0", 1000)).map(Range::length).contains(0L);
    assertThat(Range.parse("bytes=0-9", 0)).map(Range::length).contains(0L);
  }

  @Test
  void an_unknown_range_is_ignored() {
    for (String header :
        new String[] {
          "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=9-3", "bytes=0-1,5-9", "lines=1-2"
        }) {
      assertThat(Range.parse(header, 1000)).as(header).isEmpty();
    }
  }
}
