import type { S3Fault } from './s3-fault.ts';

export type Effect = 'at-once' | 'after-the-next' | 'when-released' | 'never';

/** What a fault means for one request: whether and when it takes effect, and what is sent back. */
export interface Course {
  readonly effect: Effect;
  /** `broken`: the connection ends without an answer. */
  readonly answer: 'its-own' | 'broken' | { readonly status: number; readonly code: string; readonly message: string };
  readonly senderDies: boolean;
}

const UNDISTURBED: Course = { effect: 'at-once', answer: 'its-own', senderDies: false };

/** Texts as recorded or documented; what counts for a client is status and code. */
export function courseOf(fault: S3Fault | null): Course {
  switch (fault) {
    case null:
      return UNDISTURBED;
    case 'lost-request':
      return { effect: 'never', answer: 'broken', senderDies: false };
    case 'lost-answer':
      return { effect: 'at-once', answer: 'broken', senderDies: false };
    case 'late':
      return { effect: 'after-the-next', answer: 'broken', senderDies: false };
    case 'held':
      return { effect: 'when-released', answer: 'its-own', senderDies: false };
    case 'conflict':
      return refusing(
        409,
        'ConditionalRequestConflict',
        'A conflicting operation occurred during the processing of this request.',
      );
    case 'slow-down':
      return refusing(503, 'SlowDown', 'Please reduce your request rate.');
    case 'error-after':
      return { ...refusing(500, 'InternalError', 'We encountered an internal error. Please try again.'), effect: 'at-once' };
    case 'dies-before':
      return { effect: 'never', answer: 'broken', senderDies: true };
    case 'dies-after':
      return { effect: 'at-once', answer: 'broken', senderDies: true };
    case 'dies-late':
      return { effect: 'after-the-next', answer: 'broken', senderDies: true };
  }
}

const refusing = (status: number, code: string, message: string): Course => ({
  effect: 'never',
  answer: { status, code, message },
  senderDies: false,
});

/** The process is no more: nobody hears what is said to it. */
export const DEAD: Course = refusing(403, 'InvalidAccessKeyId', 'The sender has died.');
