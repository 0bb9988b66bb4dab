package workshop.disk;

/** Runs the contract on the platform's own channel, with which the watched one is compared. */
class PlatformAsynchronousFileChannelTest extends AsynchronousFileChannelContract {}
