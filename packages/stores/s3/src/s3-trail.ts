import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { listPages } from './list-pages.ts';
import { readObject } from './read-object.ts';
import { requireOwner } from './require-owner.ts';
import { requireRegion } from './require-region.ts';
import { refusalIn, refusalText } from './s3-answer.ts';
import { connectS3, type S3Connection, type S3Options } from './s3-connection.ts';
import { parseS3Uri, type S3Location } from './s3-uri.ts';

export type S3TrailFile =
  | { readonly kind: 'found'; readonly bytes: Uint8Array; readonly signature: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly cause: string };

/** The bucket that a CloudTrail trail writes into, read where it lies. Keys are whole. */
export class S3Trail {
  readonly location: S3Location;
  readonly #connection: S3Connection;

  private constructor(location: S3Location, connection: S3Connection) {
    this.location = location;
    this.#connection = connection;
  }

  /** @throws ConfigurationError `ledger/uri`, `ledger/owner`, `ledger/region` */
  static async open(uri: string, options: S3Options = {}): Promise<S3Trail> {
    const location = parseS3Uri(uri);
    requireOwner(location, options, uri);
    const connection = connectS3(location, options);
    await requireRegion(connection, uri);
    return new S3Trail(location, connection);
  }

  /** What lies there and is not hidden; UnavailableError `store/...`. */
  async keys(): Promise<string[]> {
    const keys: string[] = [];
    for await (const page of listPages(this.#connection, { prefix: `${this.location.prefix}AWSLogs/`, after: '' }))
      keys.push(...page.filter(({ newest, kind }) => newest && kind === 'data').map(({ key }) => key));
    return keys;
  }

  /** A file that a marker hides is absent: somebody has to say why. */
  async read(key: string): Promise<S3TrailFile> {
    const answer = await readObject(this.#connection, key);
    switch (answer.kind) {
      case 'found':
        return key.includes('/CloudTrail-Digest/')
          ? this.#withSignature(key, answer.bytes)
          : { kind: 'found', bytes: answer.bytes, signature: null };
      case 'unreadable':
        return answer;
      case 'absent':
      case 'hidden':
        return { kind: 'absent' };
    }
  }

  close(): void {
    this.#connection.close();
  }

  async #withSignature(key: string, bytes: Uint8Array): Promise<S3TrailFile> {
    const { patient, target } = this.#connection;
    try {
      const { Metadata: metadata = {} } = await patient.send(new HeadObjectCommand({ ...target, Key: key }));
      const known = metadata['signature-algorithm'] === 'SHA256withRSA';
      return { kind: 'found', bytes, signature: (known ? metadata['signature'] : undefined) ?? null };
    } catch (cause) {
      return { kind: 'unreadable', cause: refusalText(refusalIn(cause)) };
    }
  }
}
