package workshop.runner.judge;

import java.io.IOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The API of classes: everything that code compiled against them can see, which excludes bodies and
 * private members. Code that was compiled against one set of classes fits another with an equal
 * API.
 */
record ClassApi(List<String> lines) {

  ClassApi {
    lines = List.copyOf(lines);
  }

  /** Returns the API of all classes in a folder. */
  static ClassApi of(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        ClassModel type = ClassFile.of().parse(file);
        // An anonymous or local class is a part of a body.
        if (type.findAttribute(Attributes.enclosingMethod()).isEmpty()) {
          describe(type, lines);
        }
      }
    }
    return new ClassApi(lines);
  }

  private static void describe(ClassModel type, List<String> lines) {
    String name = type.thisClass().asInternalName();
    lines.add("%x %s".formatted(type.flags().flagsMask(), name));
    type.superclass().ifPresent(each -> lines.add("extends " + each.asInternalName()));
    type.interfaces().forEach(each -> lines.add("implements " + each.asInternalName()));
    type.findAttribute(Attributes.signature())
        .ifPresent(each -> lines.add(each.signature().stringValue()));
    type.findAttribute(Attributes.permittedSubclasses())
        .ifPresent(permitted ->
            permitted
                .permittedSubclasses()
                .forEach(each -> lines.add("permits " + each.asInternalName())));
    type.findAttribute(Attributes.record())
        .ifPresent(made ->
            made.components()
                .forEach(each ->
                    lines.add("component %s %s".formatted(each.name(), each.descriptor()))));
    // The access of a nested class is in an attribute, not in the flags of the class itself.
    type.findAttribute(Attributes.innerClasses())
        .ifPresent(nested ->
            nested.classes().stream()
                .filter(each -> isMember(each, name))
                .map(each ->
                    "%x nests %s".formatted(each.flagsMask(), each.innerClass().asInternalName()))
                .sorted() // the compiler writes them in the order of their use
                .forEach(lines::add));
    type.fields().stream().filter(f -> isSeen(f.flags())).map(ClassApi::line).forEach(lines::add);
    type.methods().stream().filter(m -> isSeen(m.flags())).map(ClassApi::line).forEach(lines::add);
  }

  private static boolean isMember(InnerClassInfo nested, String name) {
    return nested.innerName().isPresent()
        && nested.outerClass().filter(outer -> outer.asInternalName().equals(name)).isPresent();
  }

  private static boolean isSeen(AccessFlags flags) {
    return !flags.has(AccessFlag.PRIVATE) && !flags.has(AccessFlag.SYNTHETIC);
  }

  private static String line(FieldModel field) {
    return "%x %s %s %s %s"
        .formatted(
            field.flags().flagsMask(),
            field.fieldName().stringValue(),
            field.fieldType().stringValue(),
            field
                .findAttribute(Attributes.signature())
                .map(each -> each.signature().stringValue())
                .orElse(""),
            // The compiler copies a constant to where it is used.
            field
                .findAttribute(Attributes.constantValue())
                .map(each -> String.valueOf(each.constant().constantValue()))
                .orElse(""));
  }

  private static String line(MethodModel method) {
    return "%x %s %s %s %s"
        .formatted(
            method.flags().flagsMask(),
            method.methodName().stringValue(),
            method.methodType().stringValue(),
            method
                .findAttribute(Attributes.signature())
                .map(each -> each.signature().stringValue())
                .orElse(""),
            method
                .findAttribute(Attributes.exceptions())
                .map(thrown ->
                    thrown.exceptions().stream().map(each -> each.asInternalName()).toList())
                .orElse(List.of()));
  }
}
