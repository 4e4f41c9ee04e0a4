import type { S3Client } from '@aws-sdk/client-s3';

/** One line of the conformance table: what is done, and what AWS is documented, or was recorded, to say to it. */
export interface Row {
  readonly aws: readonly unknown[];
  ask(bench: Bench): Promise<readonly unknown[]>;
}

export interface Bench {
  /** With Object Lock and without a default; nobody else uses it. */
  readonly bucket: string;
  readonly send: S3Client['send'];
  later(milliseconds: number): Promise<void>;
  now(): number;
}

/** `200`, or `403 AccessDenied`. */
export async function said(answer: Promise<object>): Promise<string> {
  try {
    return String(((await answer) as Answered).$metadata.httpStatusCode);
  } catch (cause) {
    const {
      $metadata: metadata,
      name,
      Code: code = name,
    } = cause as Answered & { readonly name: string; readonly Code?: string };
    return `${metadata.httpStatusCode} ${code}`;
  }
}

interface Answered {
  readonly $metadata: { readonly httpStatusCode?: number };
}
