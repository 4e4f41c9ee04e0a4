import type { TrailEvent } from './trail-event.ts';

/** Every way in which an event names a KMS key: ARNs and ids. */
export const kmsKeysOf = ({ request, response, resources }: TrailEvent): string[] => [
  ...new Set([...resources, request['keyId'], response['keyId']].filter((key) => typeof key === 'string')),
];

/** The id in an ARN, or the id itself. */
export const kmsKeyId = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
