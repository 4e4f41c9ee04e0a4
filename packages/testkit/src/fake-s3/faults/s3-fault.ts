import type { S3Call } from '../server/s3-call.ts';

/** What goes wrong with one request. */
export type S3Fault =
  /** The connection breaks and nothing has happened. */
  | 'lost-request'
  /** It takes effect, and the connection breaks in place of an answer. */
  | 'lost-answer'
  /** The connection breaks at once, and it takes effect after the next request of anybody. */
  | 'late'
  /** It waits, without effect and without answer, until the test releases it: a process that was stopped and wakes up stale. */
  | 'held'
  /** 409, and nothing has happened. */
  | 'conflict'
  /** 503, and nothing has happened. */
  | 'slow-down'
  /** 500, although it took effect. */
  | 'error-after'
  /** As `lost-request`, `lost-answer` and `late`; and the sender dies of it: whatever it sends from then on is refused. */
  | 'dies-before'
  | 'dies-after'
  | 'dies-late';

export type S3FaultScript = (call: S3Call) => S3Fault | null;
