import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { S3Options } from '@proofrail/store-s3';
import { failureFrom, failureMessage, type FailureMessage } from './failure-message.ts';

type Credentials = NonNullable<S3Options['credentials']>;
type Provider = Exclude<Credentials, object> | Extract<Credentials, () => unknown>;
type Given = Awaited<ReturnType<Provider>>;
type Answer = { readonly given: Given } | { readonly failure: FailureMessage };

/**
 * The end of a line for one other thread, which asks here for credentials whenever it needs them anew: a role is assumed and renewed in one
 * place, and its secrets are in no environment that the steps of a job could read.
 */
export function offerCredentials(credentials: Credentials): MessagePort {
  const { port1: own, port2: others } = new MessageChannel();
  const give = typeof credentials === 'function' ? credentials : () => Promise.resolve(credentials as Given);
  own.on('message', () => void answerOf(give).then((answer) => own.postMessage(answer)));
  own.unref();
  return others;
}

/** Asks at the other end, each time. What the role throws. */
export function credentialsThrough(port: MessagePort): Provider {
  return () =>
    new Promise<Given>((resolve, reject) => {
      // One answer serves all who wait: it is the newest that there is.
      port.once('message', (answer: Answer) => ('given' in answer ? resolve(answer.given) : reject(failureFrom(answer.failure))));
      port.postMessage('credentials');
    });
}

async function answerOf(give: Provider): Promise<Answer> {
  try {
    return { given: await give() };
  } catch (cause) {
    return { failure: failureMessage(cause) };
  }
}
