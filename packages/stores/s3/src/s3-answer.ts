import { Failure } from '@proofrail/core/outcomes';

/** What a failed call tells, however the SDK wrapped it. */
export interface S3Refusal {
  /** Null: no HTTP answer came, or none that could be read. */
  readonly status: number | null;
  /** S3's own word (`PreconditionFailed`), else Node's (`ECONNRESET`), else the name of the error. */
  readonly code: string;
  /** `x-amz-delete-marker: true` */
  readonly marker: boolean;
}

/**
 * Not by instanceof: errors of another realm, or of another copy of the SDK, are errors too. Our own come from the role that gives the
 * credentials: nothing was sent, and they say better than any bucket what is wrong.
 *
 * @throws Failure `role/...`, `platform/no-token` as it came
 */
export function refusalIn(cause: unknown): S3Refusal {
  if (cause instanceof Failure) throw cause;
  const error = asRecord(cause);
  const status = asRecord(error['$metadata'])['httpStatusCode'];
  const headers = asRecord(asRecord(error['$response'])['headers']);
  return {
    status: typeof status === 'number' ? status : null,
    code: firstText(error['Code'], error['code'], error['name']),
    marker: headers['x-amz-delete-marker'] === 'true',
  };
}

/** For people: `503 SlowDown`, `ECONNRESET`. */
export const refusalText = ({ status, code }: S3Refusal): string => (status === null ? code : `${status} ${code}`);

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function firstText(...candidates: readonly unknown[]): string {
  const found = candidates.find((candidate) => typeof candidate === 'string' && candidate !== '');
  return typeof found === 'string' ? found.replace(/[^\w.-]/g, '?').slice(0, 80) : 'no answer';
}
