/** Progress for people. Adapters escape what they print: messages may carry untrusted text (design §11, line 6). */
export interface Logger {
  info(message: string): void;
  warning(message: string): void;
  /** Only the newest progress line matters; a terminal overwrites it, a log may drop it. */
  progress(message: string): void;
}
