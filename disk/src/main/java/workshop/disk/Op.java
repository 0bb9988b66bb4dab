package workshop.disk;

/** The kinds of operations. */
public enum Op {
  /** Opening a file as a channel or stream. Directories are listed, not opened. */
  OPEN,
  /** Reading bytes, at the channel's position or at a given one. */
  READ,
  /** Writing bytes, at the channel's position or at a given one. */
  WRITE,
  /** Making writes durable. */
  FORCE,
  /** Cutting a file off at a size. */
  TRUNCATE,
  /** Asking an open file for its size. */
  SIZE,
  /** Locking a region, waiting or trying. */
  LOCK,
  /** Mapping a region into memory. Accesses to the mapped memory are not recorded. */
  MAP,
  /** Moving bytes between a file and another channel. */
  TRANSFER,
  /** Closing a file or a listing. */
  CLOSE,
  /** Renaming or moving a file. */
  MOVE,
  /** Copying a file inside the file system. */
  COPY,
  /** Deleting a file or an empty directory. */
  DELETE,
  /** Creating one directory. */
  CREATE_DIRECTORY,
  /** Creating or reading a symbolic link, or creating a hard one. */
  LINK,
  /** Beginning to list a directory. */
  LIST,
  /**
   * Reading or setting attributes; asking whether a file exists or may be accessed, or what its
   * real path is.
   */
  ATTRIBUTES;

  /** Returns whether this moves bytes from or to a file. */
  boolean movesBytes() {
    return this == READ || this == WRITE || this == TRANSFER;
  }

  /** Returns whether this needs an open channel or stream. */
  boolean needsAnOpenFile() {
    return switch (this) {
      case READ, WRITE, FORCE, TRUNCATE, SIZE, LOCK, MAP, TRANSFER, CLOSE -> true;
      case OPEN, MOVE, COPY, DELETE, CREATE_DIRECTORY, LINK, LIST, ATTRIBUTES -> false;
    };
  }
}
