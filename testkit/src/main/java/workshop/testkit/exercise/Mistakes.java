package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class whose nested classes are {@link WrongAnswer}s to one exercise, all of one kind. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mistakes {

  /** The kind of mistake that the nested answers make. */
  AnswerKind value();
}
