package workshop.testkit.exercise;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows {@code a_short_read_is_not_the_end(Disk)} as "a short read is not the end". */
final class Sentences extends DisplayNameGenerator.ReplaceUnderscores {

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosingClasses, Class<?> suite, Method test) {
    return test.getName().replace('_', ' ');
  }
}
