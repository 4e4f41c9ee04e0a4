import { STATUS_CODES } from 'node:http';

type Json = Readonly<Record<string, unknown>>;

/** The members that the JavaScript SDK adds to what the server said. */
const OF_THE_SDK = new Set([
  'name',
  'message',
  'stack',
  '$fault',
  '$metadata',
  '$response',
  '$service',
  '$retryable',
  'RequestId',
  'HostId',
]);

/** An answer in the words of the recordings: as boto3 gives it, dates and bodies as text. */
export async function answered(output: object): Promise<Json> {
  const { $metadata: metadata, ...rest } = output as Json;
  return { ...((await plain(rest)) as Json), ResponseMetadata: { HTTPHeaders: {}, HTTPStatusCode: statusIn(metadata) } };
}

/** A refusal in the words of the recordings. One without a body has its status for a code: boto3 does that, not the server. */
export function refused(thrown: unknown): Json {
  const error = thrown as Json;
  const status = statusIn(error['$metadata']);
  if (status === undefined) throw thrown;
  const fields = Object.entries(error).filter(([name, value]) => !OF_THE_SDK.has(name) && value !== undefined);
  const said = fields.some(([name]) => name === 'Code')
    ? { ...Object.fromEntries(fields), Message: error['Message'] ?? error['message'] }
    : { Code: String(status), Message: STATUS_CODES[status] };
  return { Error: said, ResponseMetadata: { HTTPHeaders: {}, HTTPStatusCode: status } };
}

const statusIn = (metadata: unknown): number | undefined => (metadata as { httpStatusCode?: number } | undefined)?.httpStatusCode;

async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Date) return 'datetime';
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value !== 'object' || value === null) return value;
  if ('transformToString' in value) return (value as { transformToString(): Promise<string> }).transformToString();
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(await Promise.all(members.map(async ([name, member]) => [name, await plain(member)] as const)));
}
