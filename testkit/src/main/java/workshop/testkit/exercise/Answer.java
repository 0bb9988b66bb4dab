package workshop.testkit.exercise;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * The code that a suite puts to the test: the class in the learner's file, unless the judge is
 * asking the suite about another answer.
 *
 * <p>{@code Answer.of(WriteFully.class)} is {@code new WriteFully()} with this one difference:
 * while the judge examines the suite itself, it is an object of a subclass that is wrong on
 * purpose, or right in another way.
 */
public final class Answer {

  private static volatile @Nullable Class<?> substitute;
  private static volatile @Nullable Class<?> examined;

  private Answer() {}

  /**
   * Returns a new object of {@code exercise}, or of the class that the judge put in its place.
   *
   * @throws IllegalStateException if the class has no public constructor without parameters
   */
  public static <T> T of(Class<T> exercise) {
    Class<?> other = substitute;
    Class<? extends T> type =
        other != null && exercise.isAssignableFrom(other) ? other.asSubclass(exercise) : exercise;
    examined = type;
    try {
      Constructor<? extends T> constructor = type.getConstructor();
      return constructor.newInstance();
    } catch (InvocationTargetException thrownByConstructor) {
      throw rethrow(thrownByConstructor.getTargetException());
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      throw e.getCause() == null ? e : unusable(type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName()
              + " must be a public class with a public constructor without parameters, as the"
              + " starter had it",
          e);
    }
  }

  /** The first who needs the class is told the error, whoever comes later an error made of it. */
  private static Diagnosis unusable(Class<?> type, Throwable why) {
    String what = why instanceof ExceptionInInitializerError ? why.getMessage() : why.toString();
    String place =
        Stream.of(why.getStackTrace())
            .filter(LearnerFrames::isLearners)
            .findFirst()
            .map(frame -> " at " + LearnerFrames.place(frame))
            .orElse("");
    return Diagnosis.observed(
            "The class %s cannot be used: setting up its static fields ended%s with %s"
                .formatted(type.getSimpleName(), place, what))
        .means("That is done once, before the class is first used; nothing of it works without.")
        .nextStep("Begin at the line named first.")
        .because(why);
  }

  /**
   * Returns {@code result}, which {@code call} has returned.
   *
   * @param call what was called, such as {@code read()}
   * @throws Teaching if there is no result
   */
  public static <T> T given(String call, @Nullable T result) {
    if (result == null) {
      throw Diagnosis.observed(call + " returned null.")
          .means("Callers go on with what they are given, and cannot go on with nothing.")
          .nextStep(
              "Return what the comment above the method promises, even if it is empty. If you have"
                  + " nothing to return, throw.");
    }
    return result;
  }

  /** Returns the class of the last object that was returned, or {@code null} if there was none. */
  public static @Nullable Class<?> examined() {
    return examined;
  }

  /**
   * Puts {@code other} in the place of the class that it extends, for all suites of this JVM, until
   * the result is closed. The judge runs one suite at a time.
   */
  public static Substitution substitute(Class<?> other) {
    substitute = other;
    return () -> substitute = null;
  }

  /** Another answer stands in the learner's place until this is closed. */
  @FunctionalInterface
  public interface Substitution extends AutoCloseable {
    @Override
    void close();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
