package workshop.disk.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Marks a type whose value may be {@code null}. The disk has its own annotation, because it must
 * depend only on the JDK.
 */
@Target(ElementType.TYPE_USE)
public @interface Nullable {}
