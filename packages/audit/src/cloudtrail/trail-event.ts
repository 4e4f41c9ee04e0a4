import { isJsonObject, parseStrictJson, type JsonObject, type JsonValue } from '@proofrail/core/canonical';

/** One call that AWS answered, as far as anybody asks here. All text in it may be an outsider's. */
export interface TrailEvent {
  readonly id: string;
  /** UTC milliseconds. */
  readonly time: number;
  /** `s3.amazonaws.com` */
  readonly source: string;
  /** `PutObject` */
  readonly name: string;
  /** The caller's ARN, or what else there is of it. */
  readonly by: string;
  readonly readOnly: boolean;
  /** About objects (`Data`) or about settings (`Management`). */
  readonly ofObjects: boolean;
  /** `AccessDenied`, `PreconditionFailed`; null: it was done. */
  readonly error: string | null;
  readonly request: JsonObject;
  readonly response: JsonObject;
  /** ARNs of what it was done to. */
  readonly resources: readonly string[];
}

/** What of an event is told to people: when who did what, and where AWS has the rest. */
export type TrailDeed = Pick<TrailEvent, 'id' | 'time' | 'name' | 'by'>;

export const deedOf = ({ id, time, name, by }: TrailEvent): TrailDeed => ({ id, time, name, by });

export const MOST_LOG_BYTES = 64 * 1024 * 1024; // CloudTrail begins a new file at about 50 MB of text

/** The events of a log file's uncompressed content, or null: not what AWS documents. */
export function parseTrailLog(content: Uint8Array, at: string): TrailEvent[] | null {
  try {
    const document = parseStrictJson(content, { at, limits: { maxBytes: MOST_LOG_BYTES } });
    const records = isJsonObject(document) ? document['Records'] : undefined;
    if (!Array.isArray(records)) return null;
    const events = records.map(eventIn).filter((event) => event !== null);
    return events.length === records.length ? events : null;
  } catch {
    return null; // no JSON that two readers read alike
  }
}

const READING = /^(Get|Head|List|Describe|Select|Lookup)/;

function eventIn(value: JsonValue): TrailEvent | null {
  if (!isJsonObject(value)) return null;
  const { eventID: id, eventTime, eventSource: source, eventName: name, readOnly, errorCode, eventCategory } = value;
  const time = typeof eventTime === 'string' ? Date.parse(eventTime) : Number.NaN;
  if (typeof id !== 'string' || typeof source !== 'string' || typeof name !== 'string' || Number.isNaN(time)) return null;
  return {
    id,
    time,
    source,
    name,
    by: callerIn(value['userIdentity']),
    readOnly: typeof readOnly === 'boolean' ? readOnly : READING.test(name), // older versions of the format do not say it
    ofObjects: eventCategory === 'Data' || value['managementEvent'] === false,
    error: typeof errorCode === 'string' ? errorCode : null,
    request: objectIn(value['requestParameters']),
    response: objectIn(value['responseElements']),
    resources: arnsIn(value['resources']),
  };
}

function callerIn(identity: JsonValue | undefined): string {
  const { arn, invokedBy, principalId, type } = objectIn(identity);
  return [arn, invokedBy, principalId, type].find((name) => typeof name === 'string') ?? 'unknown';
}

const objectIn = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});

const arnsIn = (value: JsonValue | undefined): string[] =>
  (Array.isArray(value) ? value : []).flatMap((entry) => {
    const arn = isJsonObject(entry) ? (entry['ARN'] ?? entry['ARNPrefix']) : undefined;
    return typeof arn === 'string' ? [arn] : [];
  });
