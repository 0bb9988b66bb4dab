package workshop.comparison.report;

import workshop.comparison.result.Topic;

/** How a topic was measured, and why its numbers may not hold elsewhere. */
record Explanation(String measured, String wrongIf) {

  static Explanation of(Topic topic) {
    return switch (topic) {
      case MANY_FILES ->
          new Explanation(
              """
              One operation opens an existing file, writes all of it, closes it, opens it again \
              and reads it to the end. Files are 4 KiB unless a column says otherwise. Every \
              contender runs in a warm process of its own, and in each round, all contenders take \
              turns. A pool has one thread per core for the page cache, and 64 threads otherwise. \
              Cold files are only read, after they were dropped from memory.\
              """,
              """
              The load generator shares the processors with the contenders. *One at a time*, \
              *bounded pool* and *virtual threads* reuse their buffers; the other techniques \
              allocate memory for each file. *Files on a pool* and *virtual threads, 64 carriers* \
              call Files.write, which writes pieces of 8 KiB. With SYNC, each piece is forced. A \
              virtual disk may report data as durable when it is only in its host's memory, and a \
              busy host can slow down whole rounds. On the simulated slow disk, every step waits \
              2 ms, and the ratios mostly depend on how many threads may wait: 64 in a pool, but \
              only one per core for virtual threads, because a virtual thread keeps its carrier \
              during a file operation. The JDK adds carriers only for a force. Vert.x and \
              Files.write force within the write, because they open the file with SYNC.\
              """);
      case ONE_FILE ->
          new Explanation(
              """
              One caller performs one operation after another on a file of 4 KiB in the page \
              cache. JMH measures the time, in several JVMs for each technique.\
              """,
              """
              Each JVM contributes several runs, so the true intervals are wider than shown. Most \
              of the difference is the time for the trip to another thread and back. On a slower \
              disk, this trip is a smaller part of the time, but it never makes a single \
              operation faster.\
              """);
      case FILE_SERVER ->
          new Explanation(
              """
              Clients ask for 64 files of 4 KiB over 64 open connections. The techniques run \
              behind the same HTTP server, Vert.x with two event loops. The asynchronous server \
              is the whole solution of module 04: unlike the other techniques, it also looks up \
              every file and sends headers about it. A /health request needs no file. Each such \
              request is due at a fixed time, from which its latency counts.\
              """,
              """
              The load generator shares the processors with the servers. On the simulated slow \
              disk, each open takes 15 ms, so the number of threads that may wait decides the \
              throughput: 20 pool threads, two event loops, or one carrier per core. All servers \
              run on that disk at the same time and disturb each other's /health times, so look \
              at the smallest and the largest run. sendFile and nginx do not use the simulated \
              disk.\
              """);
      case CONFIG_TOOL ->
          new Explanation(
              """
              Every run is a new process, without JVM options unless a contender has an AOT cache. \
              The clock starts with the process and stops when the answer is printed, or when the \
              process has ended.\
              """,
              """
              Most of the time goes into starting the JVM, and into starting and closing Vert.x. \
              These numbers do not apply to programs that run for hours.\
              """);
      case HUGE_FILE ->
          new Explanation(
              """
              The program counts words and computes a checksum of a text file in the page cache, \
              in a warm JVM with a heap of 64 MiB.\
              """,
              """
              Reading is a small part of the time here. On a slow disk, reading ahead gains more, \
              but never more than the time for reading. *Reading alone* uses memory outside the \
              heap and copies less than the other techniques. Work that must run in order, such \
              as SHA-256, cannot use a thread per core.\
              """);
      case DOWNLOADS ->
          new Explanation(
              """
              Each file has 64 KiB and comes over HTTP/1.1 and loopback from a server in another \
              JVM, which waits 50 ms before each reply. Every run starts with a new client that \
              has no connections yet.\
              """,
              """
              We chose the 50 ms, so the gain from overlapping these waits follows from \
              arithmetic. Every measured time includes such waits, so the techniques themselves \
              differ by more than the ratios say. Loopback loses no packets and has no bandwidth \
              limit.\
              """);
    };
  }
}
