package workshop.comparison.report;

import workshop.comparison.result.Topic;

/** What was done for a topic, and what would make its numbers wrong elsewhere. */
record Explanation(String measured, String wrongIf) {

  static Explanation of(Topic topic) {
    return switch (topic) {
      case MANY_FILES ->
          new Explanation(
              """
              One operation opens an existing file, writes all of it, closes it, opens it again and \
              reads it to the end. Files have 4 KiB where nothing else is said. Every contender is a \
              warm process of its own, and all take turns in each round. For the page cache, a pool \
              has one thread per core, otherwise 64. Cold files were dropped from memory and are \
              only read.\
              """,
              """
              The load shares the processors with what it measures. One at a time, the bounded pool, \
              and virtual threads with default options use their buffers again; the other techniques \
              allocate memory for each file. Files on a pool and virtual threads with 64 carriers call \
              Files.write, which writes pieces of 8 KiB: with SYNC, each piece is forced. A virtual disk \
              may answer from its host's memory, even when it calls data durable, and a busy host can \
              slow down whole rounds. On the simulated slow disk every step waits 2 ms; Vert.x and \
              Files.write need no step to force, since they open with SYNC. The ratios follow for the most part from how many threads may wait: 64 in a pool, and one per core \
              for virtual threads, which keep their carrier in a file operation. Only for a force does \
              the JDK add carriers.\
              """);
      case ONE_FILE ->
          new Explanation(
              """
              One caller starts an operation on a file of 4 KiB, waits for its end, and only then \
              starts the next. JMH takes the time, in several JVMs for each technique. The page cache \
              answers.\
              """,
              """
              Each JVM contributes several runs, so the true intervals are wider than these. The \
              difference is mostly the way to another thread and back. On a slower disk it is a smaller \
              part of the whole, but with one operation at a time it never becomes a gain.\
              """);
      case FILE_SERVER ->
          new Explanation(
              """
              Clients ask for 64 files of 4 KiB over 64 open connections. The techniques run behind the \
              same HTTP server, Vert.x with two event loops. The asynchronous server is the whole \
              solution of module 04: it also looks up every file and sends headers about it, which \
              the other techniques leave out. /health needs no file; it is asked at fixed times, and \
              its time counts from when it was due.\
              """,
              """
              The load generator shares the processors with the servers. On the simulated slow disk \
              each open takes 15 ms, so throughput is arithmetic: 20 pool threads wait there, or two \
              event loops, or one carrier per core. All servers run there at the same time and disturb \
              each other's /health times, so look at the smallest and the largest run. sendFile and \
              nginx do not meet that disk.\
              """);
      case CONFIG_TOOL ->
          new Explanation(
              """
              Every run is a new process without JVM options. The clock starts with the process and \
              stops when the answer is printed, or when the process has ended.\
              """,
              """
              The start of the JVM takes most of the time, and with Vert.x its own start and end. For \
              a program that runs for hours, these numbers say nothing.\
              """);
      case HUGE_FILE ->
          new Explanation(
              """
              The program counts words and computes a checksum of a text file in the page cache, in a \
              warm JVM with a heap of 64 MiB.\
              """,
              """
              Reading is a small part here. On a slow disk reading ahead gains more, but at most the \
              time of reading. Reading alone uses memory outside the heap here and copies less than \
              the others. Work that must run in order, such as SHA-256, cannot use a thread per core.\
              """);
      case DOWNLOADS ->
          new Explanation(
              """
              Each of the files has 64 KiB and comes over HTTP/1.1 and loopback, from a server in \
              another JVM that waits 50 ms before each reply. Every run starts with a new client \
              without connections.\
              """,
              """
              We chose the 50 ms, so what overlapping them gains is arithmetic. They are part of every \
              time, so the techniques themselves differ by more than the ratios say. Loopback loses no \
              packets and has no limit on bandwidth.\
              """);
    };
  }
}
