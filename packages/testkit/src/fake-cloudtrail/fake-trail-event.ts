import type { JsonObject } from '@proofrail/core/canonical';

export interface FakeTrailCall {
  readonly source?: string;
  readonly name: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly by?: string;
  readonly readOnly?: boolean;
  readonly management?: boolean;
  readonly error?: string;
  readonly request?: JsonObject;
  readonly response?: JsonObject | null;
  readonly resources?: readonly { readonly type: string; readonly ARN: string }[];
}

/**
 * An event as CloudTrail writes one for S3, KMS or itself: the members and their forms are those of AWS's published examples, and every
 * name in it is made up.
 */
export function fakeTrailEvent(
  call: FakeTrailCall,
  number: number,
  { account, region }: { account: string; region: string },
): JsonObject {
  const { source = 's3.amazonaws.com', name, at, by = `arn:aws:sts::${account}:assumed-role/example-writer/run-1` } = call;
  const management = call.management ?? false;
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEEXAMPLE:run-1',
      arn: by,
      accountId: account,
      accessKeyId: 'ASIAEXAMPLEEXAMPLE',
    },
    eventTime: new Date(at).toISOString().replace('.000', ''),
    eventSource: source,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: '192.0.2.1',
    userAgent: '[aws-sdk-js/3]',
    ...(call.error === undefined ? {} : { errorCode: call.error, errorMessage: 'Access Denied' }),
    requestParameters: call.request ?? null,
    responseElements: call.error === undefined ? (call.response ?? null) : null,
    requestID: `EXAMPLE${number}`,
    eventID: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    readOnly: call.readOnly ?? false,
    resources: (call.resources ?? []).map(({ type, ARN }) => ({ accountId: account, type, ARN })),
    eventType: 'AwsApiCall',
    managementEvent: management,
    recipientAccountId: account,
    eventCategory: management ? 'Management' : 'Data',
  };
}
