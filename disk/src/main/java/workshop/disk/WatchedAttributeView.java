package workshop.disk;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.attribute.FileAttributeView;
import workshop.disk.Watches.Place;
import workshop.disk.filter.Nullable;

/** Attribute views (times, owner, permissions) whose operations are recorded. */
final class WatchedAttributeView {

  private WatchedAttributeView() {}

  /** Returns a view of the same type that records each call as {@link Op#ATTRIBUTES}. */
  static <V extends FileAttributeView> V of(V view, Class<V> type, Place place) {
    Object proxy =
        Proxy.newProxyInstance(
            WatchedAttributeView.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (!mayThrowIoException(method)) { // such as name(): no I/O
                return invoke(view, method, arguments);
              }
              return place
                  .watch()
                  .<@Nullable Object>on(
                      Request.of(Op.ATTRIBUTES, place.file()),
                      () -> invoke(view, method, arguments));
            });
    return type.cast(proxy);
  }

  private static boolean mayThrowIoException(Method method) {
    for (Class<?> thrown : method.getExceptionTypes()) {
      if (thrown == IOException.class) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object invoke(
      Object view, Method method, @Nullable Object @Nullable [] arguments) throws IOException {
    try {
      return method.invoke(view, arguments);
    } catch (InvocationTargetException e) {
      switch (e.getTargetException()) {
        case IOException io -> throw io;
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        default -> throw new AssertionError(method + " may throw nothing else", e);
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(method + " belongs to a public interface", e);
    }
  }
}
