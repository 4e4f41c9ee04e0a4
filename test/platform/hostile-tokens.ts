import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { FakeClaims, FakeIssuer } from '@proofrail/testkit';

export type HostileToken = readonly [name: string, code: string, token: string | Uint8Array];

/**
 * Tokens that an attacker could put beside a record, each with the refusal that it has to meet. `audience`: the right one, for the
 * record in question: only what the name says is wrong.
 */
export function hostileTokens(issuer: FakeIssuer, audience: string): readonly HostileToken[] {
  const claims = issuer.claims(audience);
  const right = text(issuer.token(audience));
  const [header = '', payload = '', signature = ''] = right.split('.');
  const signed = (change: FakeClaims, head: FakeClaims = {}): Uint8Array => issuer.sign({ ...claims, ...change }, head);
  const homeMade = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const byHand = (head: FakeClaims, key = homeMade.privateKey): string => {
    const body = `${part(head)}.${payload}`;
    return `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`;
  };
  const mac = (head: FakeClaims, secret: string | Buffer): string => {
    const body = `${part(head)}.${payload}`;
    return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
  };
  const publicKey = createPublicKey(issuer.privateKey);
  const typ = { typ: 'JWT', kid: issuer.kid };
  const jwk = homeMade.publicKey.export({ format: 'jwk' });
  const iat = Number(claims['iat']);
  return [
    ['alg none without a signature', 'token/form', `${part({ ...typ, alg: 'none' })}.${payload}.`],
    ['alg none with the right signature', 'token/algorithm', `${part({ ...typ, alg: 'none' })}.${payload}.${signature}`],
    ['alg None, spelled to slip by', 'token/algorithm', `${part({ ...typ, alg: 'None' })}.${payload}.${signature}`],
    ['no alg', 'token/algorithm', `${part(typ)}.${payload}.${signature}`],
    ['alg rs256 in lower case', 'token/algorithm', signed({}, { alg: 'rs256' })],
    ['HS256 with the public key in PEM as secret', 'token/algorithm', mac({ ...typ, alg: 'HS256' }, publicKey.export({ type: 'spki', format: 'pem' }))], // prettier-ignore
    ['HS256 with the modulus as secret', 'token/algorithm', mac({ ...typ, alg: 'HS256' }, issuer.jwk.n)],
    ['a MAC that says it is RS256', 'token/signature', mac({ ...typ, alg: 'RS256' }, publicKey.export({ type: 'spki', format: 'pem' }))], // prettier-ignore
    ['RS384', 'token/algorithm', signed({}, { alg: 'RS384' })],
    ['PS256', 'token/algorithm', signed({}, { alg: 'PS256' })],
    ['ES256', 'token/algorithm', signed({}, { alg: 'ES256' })],
    ['a list of algorithms', 'token/algorithm', signed({}, { alg: ['RS256'] })],
    ['a home-made key under the issuer’s key id', 'token/signature', byHand({ ...typ, alg: 'RS256' })],
    ['its own key in the header (jwk)', 'token/header', byHand({ ...typ, alg: 'RS256', jwk })],
    ['where to fetch its key (jku)', 'token/header', byHand({ ...typ, alg: 'RS256', jku: 'https://evil.example/jwks' })],
    ['its own certificate (x5c)', 'token/header', byHand({ ...typ, alg: 'RS256', x5c: ['MIIB'] })],
    ['where to fetch its certificate (x5u)', 'token/header', signed({}, { x5u: 'https://evil.example/cert' })],
    ['a critical extension (crit)', 'token/header', signed({}, { crit: ['b64'] })],
    ['a payload that is not encoded (b64)', 'token/header', signed({}, { b64: false })],
    ['a compressed payload (zip)', 'token/header', signed({}, { zip: 'DEF' })],
    ['a key id that the trust file does not name', 'token/unknown-key', signed({}, { kid: 'another' })],
    ['a key id that is a path', 'token/unknown-key', signed({}, { kid: '../../etc/passwd' })],
    ['a key id that is no text', 'token/header', signed({}, { kid: 1 })],
    ['no key id', 'token/header', signed({}, { kid: undefined })],
    ['another type', 'token/header', signed({}, { typ: 'at+jwt' })],
    ['another issuer under the same key id', 'token/unknown-key', signed({ iss: 'https://evil.example' })],
    ['an issuer without TLS', 'token/claims', signed({ iss: 'http://token.actions.githubusercontent.com' })],
    ['the audience of a cloud', 'token/audience', signed({ aud: 'sts.amazonaws.com' })],
    ['a list with the right audience in it', 'token/claims', signed({ aud: [audience, 'x'] })],
    ['the right audience with a line break behind it', 'token/audience', signed({ aud: `${audience}\n` })],
    ['a run of another repository', 'token/repository', signed({ repository_id: '700002' })],
    ['a subject of another shape', 'token/subject', signed({ sub: 'repository_id:700001' })],
    ['a subject with the id of another repository', 'token/subject', signed({ sub: 'repo:acme@4200/payments@700002:ref:refs/heads/main' })], // prettier-ignore
    ['a subject with the id of another owner', 'token/subject', signed({ sub: 'repo:acme@1/payments@700001:ref:refs/heads/main' })], // prettier-ignore
    ['a token of last week', 'token/time', signed({ iat: iat - 604_800, nbf: iat - 605_400, exp: iat - 604_500 })],
    ['a token of next week', 'token/time', signed({ iat: iat + 604_800, nbf: iat + 604_200, exp: iat + 605_100 })],
    ['a token that expires before it is issued', 'token/claims', signed({ exp: iat - 1 })],
    ['a token of the years before its key', 'token/key-not-valid', signed({ iat: 1_500_000_000, nbf: 1_500_000_000 })],
    ['times as text', 'token/claims', signed({ iat: String(iat) })],
    ['a repository by name', 'token/claims', signed({ repository_id: 'acme/payments' })],
    ['a second claim of the same name', 'json/duplicate-key', `${header}.${doubled(claims)}.${signature}`],
    ['claims that are a list', 'token/form', `${header}.${part([claims])}.${signature}`],
    ['claims that are no JSON', 'json/unexpected-character', `${header}.${Buffer.from('x').toString('base64url')}.${signature}`],
    ['four parts', 'token/form', `${right}.${signature}`],
    ['five parts, as JWE has', 'token/form', `${right}.a.b`],
    ['JSON serialisation', 'token/form', JSON.stringify({ protected: header, payload, signature })],
    ['base64 with padding', 'token/form', `${header}.${payload}.${signature}==`],
    ['standard base64', 'token/form', `${header}.${payload}.+${signature.slice(1)}`],
    ['a line break at the end', 'token/form', `${right}\n`],
    ['“Bearer ” before it', 'token/form', `Bearer ${right}`],
    ['an empty signature', 'token/form', `${header}.${payload}.`],
    ['half a signature', 'token/signature', `${header}.${payload}.${signature.slice(0, 172)}`],
    ['a token of 20 kB', 'token/form', signed({ padding: 'x'.repeat(20_000) })],
    ['nothing', 'token/form', ''],
  ];
}

export const text = (token: Uint8Array): string => Buffer.from(token).toString('latin1');
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const doubled = (claims: FakeClaims): string =>
  Buffer.from(JSON.stringify(claims).replace('{', '{"repository_id":"1",')).toString('base64url');
