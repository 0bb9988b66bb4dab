package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a subclass of an exercise's solution that does the same in another way. The suite of the
 * class that it extends must accept it: a suite does not demand one way where the task leaves it
 * open.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RightAnswer {}
