import { element, xmlDocument, type Xml } from '../xml/write-xml.ts';
import type { S3Error } from '../s3-error.ts';

export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** The error code of a refusal. */
  readonly code?: string;
}

export const nothing = (status: number, headers: Readonly<Record<string, string>> = {}): Outgoing => ({
  status,
  headers,
  bytes: Buffer.alloc(0),
});

export const xml = (root: Xml, headers: Readonly<Record<string, string>> = {}): Outgoing => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  bytes: xmlDocument(root),
});

/** A refusal; to HEAD without its body. */
export function drawnError(error: S3Error, method: string): Outgoing {
  const fields = Object.entries(error.fields).map(([name, value]) => element(name, value));
  const root = element('Error', [element('Code', error.code), element('Message', error.message), ...fields]);
  const { status, code } = error;
  if (method === 'HEAD' || status === 304) return { ...nothing(status, error.headers), code };
  return { status, code, headers: { 'content-type': 'application/xml', ...error.headers }, bytes: xmlDocument(root, 'bare') };
}
