package workshop.testkit.judge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a subclass of an exercise's solution that is wrong on purpose, named by its bug. Its suite
 * must reject it, and say so in the words meant for this mistake.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WrongAnswer {

  /** The suite that must reject this answer. */
  Class<?> suite();

  /** What the first failure must contain, to the letter. */
  String says();
}
