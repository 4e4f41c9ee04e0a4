/** Credentials that run out. */
export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

const ACCESS_KEY_ID = /^\w{16,128}$/; // API reference of STS, Credentials
const SECRET_ACCESS_KEY = /^[A-Za-z0-9/+=]{16,256}$/;
const SESSION_TOKEN = /^[A-Za-z0-9/+=._-]+$/; // a JWT at MinIO
const EXPIRATION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/**
 * Reads what `AssumeRoleWithWebIdentity` answered. Each element exactly once and in the form that AWS documents: anything else is no
 * answer, and null. STS answers in XML; a parser would be larger than all of this.
 */
export function credentialsIn(xml: string): TemporaryCredentials | null {
  const accessKeyId = elementIn(xml, 'AccessKeyId', ACCESS_KEY_ID);
  const secretAccessKey = elementIn(xml, 'SecretAccessKey', SECRET_ACCESS_KEY);
  const sessionToken = elementIn(xml, 'SessionToken', SESSION_TOKEN);
  const expiration = elementIn(xml, 'Expiration', EXPIRATION);
  if (accessKeyId === null || secretAccessKey === null || sessionToken === null || expiration === null) return null;
  const until = new Date(expiration);
  return Number.isNaN(until.getTime()) ? null : { accessKeyId, secretAccessKey, sessionToken, expiration: until };
}

/** The word by which STS refuses, such as `AccessDenied`. */
export const refusalCodeIn = (xml: string): string => elementIn(xml, 'Code', /^[A-Za-z.]{1,80}$/) ?? 'an answer without a code';

function elementIn(xml: string, name: string, form: RegExp): string | null {
  const [first, ...others] = [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value);
  return first !== undefined && others.length === 0 && form.test(first) ? first : null;
}
