package workshop.disk.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Marks a type whose value may be {@code null}; any other may not. The disk's own, because the disk
 * depends on the JDK alone.
 */
@Target(ElementType.TYPE_USE)
public @interface Nullable {}
