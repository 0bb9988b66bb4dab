package workshop.runner.judge;

import java.io.IOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The API of classes: everything that code compiled against them can see, so no method bodies and
 * no private members. Code that was compiled against one set of classes works with any other that
 * has an equal API.
 *
 * @param types the class files without the invisible parts, in hexadecimal
 */
record ClassApi(List<String> types) {

  /** The default would keep constants of the parts that are left out. */
  private static final ClassFile FILES = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);

  private static final MethodTransform WITHOUT_BODY =
      MethodTransform.dropping(
          element -> element instanceof CodeModel || element instanceof MethodParametersAttribute);

  ClassApi {
    types = List.copyOf(types);
  }

  /** Returns the API of all classes in a folder. */
  static ClassApi of(Path folder) throws IOException {
    List<String> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        ClassModel type = FILES.parse(file);
        // An anonymous or local class is a part of a body.
        if (type.findAttribute(Attributes.enclosingMethod()).isEmpty()) {
          types.add(HexFormat.of().formatHex(seen(type)));
        }
      }
    }
    return new ClassApi(types);
  }

  private static byte[] seen(ClassModel type) {
    return FILES.transformClass(
        type,
        (kept, element) -> {
          switch (element) {
            case MethodModel method when isSeen(method.flags()) ->
                kept.transformMethod(method, WITHOUT_BODY);
            case FieldModel field when isSeen(field.flags()) -> kept.with(field);
            case InnerClassesAttribute nested -> kept.with(members(type, nested));
            case MethodModel _, FieldModel _, NestMembersAttribute _ -> {}
            default -> kept.with(element);
          }
        });
  }

  private static boolean isSeen(AccessFlags flags) {
    return !flags.has(AccessFlag.PRIVATE) && !flags.has(AccessFlag.SYNTHETIC);
  }

  /**
   * Returns the nested types, because their access is not part of their own flags. They are sorted,
   * because the compiler writes them in the order of their use.
   */
  private static InnerClassesAttribute members(ClassModel type, InnerClassesAttribute nested) {
    String name = type.thisClass().asInternalName();
    return InnerClassesAttribute.of(
        nested.classes().stream()
            .filter(each -> each.innerName().isPresent())
            .filter(
                each -> each.outerClass().filter(o -> o.asInternalName().equals(name)).isPresent())
            .sorted(Comparator.comparing(each -> each.innerClass().asInternalName()))
            .toList());
  }
}
