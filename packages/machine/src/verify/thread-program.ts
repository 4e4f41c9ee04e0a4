import { parentPort } from 'node:worker_threads';
import { failureMessage, type FailureMessage } from './failure-message.ts';

/** What a thread tells the one that started it: words while it works, then what came of it. */
export type ThreadSays<Result, Word> =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'failure'; readonly failure: FailureMessage };

/** The whole of a thread's program: does its work and tells what came of it, whatever that is. */
export async function threadProgram<Result, Word>(work: (say: (word: Word) => void) => Promise<Result>): Promise<void> {
  const tell = (said: ThreadSays<Result, Word>): void => parentPort?.postMessage(said);
  const say = (word: Word): void => tell({ kind: 'word', word });
  tell(
    await work(say).then(
      (result) => ({ kind: 'result', result }),
      (cause: unknown) => ({ kind: 'failure', failure: failureMessage(cause) }),
    ),
  );
}
