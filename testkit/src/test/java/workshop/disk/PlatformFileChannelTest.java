package workshop.disk;

/** The platform's own channel: what the watched one is compared with. */
class PlatformFileChannelTest extends FileChannelContract {}
