package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a subclass of a solution that is wrong on purpose and named after its bug. The suite must
 * reject it with the words meant for this mistake.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WrongAnswer {

  /** The words that the message of the first failure must contain. */
  String value();
}
