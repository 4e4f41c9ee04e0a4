/** A key of KMS, as AWS names it for good. */
export interface KmsKeyName {
  /** Null where the id stands alone. */
  readonly region: string | null;
  readonly account: string | null;
}

// AWS KMS developer guide, "Key identifiers"; `mrk-`: one of several regions.
const ID = '(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})';
const FORM = new RegExp(`^(?:arn:aws(?:-[a-z]+)*:kms:([a-z0-9-]+):(\\d{12}):key/)?${ID}$`);

/**
 * An ARN or an id. Null for everything else: an alias is pointed at another key by one call, and no event of CloudTrail is about it, so
 * that whoever watched for one would see nothing.
 */
export function kmsKeyName(text: string): KmsKeyName | null {
  const [whole, region = null, account = null] = FORM.exec(text) ?? [];
  return whole === undefined ? null : { region, account };
}
