package workshop.testkit.exercise;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.LearnerFrames;
import workshop.testkit.thread.Await;

/**
 * The code under test. {@code Answer.of(WriteFully.class)} is {@code new WriteFully()}, unless the
 * judge has put a subclass in its place: an answer that is wrong on purpose, or right in another
 * way.
 */
public final class Answer {

  private static volatile @Nullable Class<?> substitute;
  private static volatile @Nullable Class<?> examined;

  private Answer() {}

  /**
   * Returns a new object of {@code exercise}, or of its substitute.
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
      throw Await.asItIs(thrownByConstructor.getTargetException());
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      throw e.getCause() == null ? e : unusable(type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName()
              + " must be a public class with a public constructor without parameters, as in the"
              + " starter",
          e);
    }
  }

  private static Diagnosis unusable(Class<?> type, Throwable why) {
    String what = why instanceof ExceptionInInitializerError ? why.getMessage() : why.toString();
    String place =
        Stream.of(why.getStackTrace())
            .filter(LearnerFrames::isLearners)
            .findFirst()
            .map(frame -> " at " + LearnerFrames.place(frame))
            .orElse("");
    return Diagnosis.observed(
            "The class %s cannot be used, because its static fields could not be initialized%s: %s"
                .formatted(type.getSimpleName(), place, what))
        .means(
            "Java initializes static fields once, before the class is first used. If that fails,"
                + " the class is unusable.")
        .nextStep("Start at the line of your code that is named above.")
        .because(why);
  }

  /**
   * Returns {@code result}; fails if it is null.
   *
   * @param call the call that returned it, such as {@code read()}
   */
  public static <T> T given(String call, @Nullable T result) {
    if (result == null) {
      throw Diagnosis.observed(call + " returned null.")
          .means("A caller uses the result without checking it for null.")
          .nextStep(
              "Return what the comment above the method promises, even if it is empty. If you have"
                  + " nothing to return, throw an exception.");
    }
    return result;
  }

  /** Returns the class of the last answer, or {@code null} if there was none. */
  public static @Nullable Class<?> examined() {
    return examined;
  }

  /**
   * Puts {@code other} in the place of the class that it extends, until the result is closed. Only
   * one suite may run in this JVM at a time.
   */
  public static Substitution substitute(Class<?> other) {
    substitute = other;
    return () -> substitute = null;
  }

  @FunctionalInterface
  public interface Substitution extends AutoCloseable {
    @Override
    void close();
  }
}
