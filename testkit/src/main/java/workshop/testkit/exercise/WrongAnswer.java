package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a subclass of an exercise's solution that is wrong on purpose, named by its bug. The suite
 * of the class that it extends must reject it, and say so in the words meant for this mistake.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WrongAnswer {

  /** What the first failure must contain, to the letter. */
  String value();

  /** What kind of mistake it is. */
  AnswerKind kind() default AnswerKind.OTHER;
}
