import { defineConfig } from "vitepress";

const chapter = (text, page) => ({ text, link: `/${page}` });

export default defineConfig({
  title: "Async file I/O in Java",
  description: "A hands-on workshop: find out which thread is really waiting.",
  outDir: "../target/site",
  cacheDir: "../target/site-cache",
  rewrites: { "README.md": "index.md", "instructor/README.md": "instructor/index.md" },
  // The exercises and the sources are outside this folder, in the checkout.
  ignoreDeadLinks: [/^(\.\/)?(\.\.\/)+[^.]/],
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    sidebar: [
      {
        text: "Read in order",
        items: [
          chapter("The guide", ""),
          chapter("Primer", "primer"),
          chapter("The kitchen", "00-the-kitchen"),
          chapter("01 Blocking baseline", "01-blocking-baseline"),
          chapter("02 Thread pool offload", "02-thread-pool-offload"),
          chapter("03 CompletableFuture", "03-completable-future"),
          chapter("04 Vert.x file system", "04-vertx-filesystem"),
          chapter("05 Concurrent downloads", "05-concurrent-downloads"),
        ],
      },
      {
        text: "Decide",
        items: [
          chapter("When to use which", "choosing"),
          chapter("Pitfalls", "pitfalls"),
          chapter("When it hangs", "hangs"),
        ],
      },
      {
        text: "Look up",
        items: [
          chapter("How the operating system does it", "operating-system"),
          chapter("Testing asynchronous code", "testing"),
          chapter("Rust to Java", "rust-to-java"),
          chapter("Glossary", "glossary"),
          chapter("Further reading", "further-reading"),
          chapter("Architecture", "architecture"),
          chapter("Answers", "answers"),
        ],
      },
      {
        text: "Teach",
        items: [
          chapter("The instructor's kit", "instructor/"),
          chapter("Schedules", "instructor/schedules"),
          chapter("Questions", "instructor/questions"),
          chapter("Demos", "instructor/demos"),
          chapter("The room", "instructor/room"),
          chapter("Grading", "instructor/grading"),
          chapter("Slides", "instructor/slides"),
        ],
      },
    ],
  },
});
