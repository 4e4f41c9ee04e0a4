import { isJsonObject, parseStrictJson } from '@proofrail/core/canonical';
import { ConfigurationError, Failure, UnavailableError } from '@proofrail/core/outcomes';
import type { KeyIssuer } from '@proofrail/core/ports';
import { smallAnswer } from './small-answer.ts';

const DISCOVERY = '/.well-known/openid-configuration';

/**
 * An issuer of identity tokens whose keys are fetched as OpenID Connect Discovery says (section 4), by this process itself. `text`: its
 * name, `https://token.actions.githubusercontent.com`; behind it, for an issuer that runs on this machine alone, where it listens.
 *
 * @throws ConfigurationError `issuer/address`
 */
export function httpIssuer(text: string, at: string): KeyIssuer {
  const [issuer = '', address = issuer, ...rest] = text.trim().split(/\s+/);
  const url = addressOf(issuer, address);
  if (url === null || rest.length > 0) throw notAnIssuer(text, at);
  return { issuer, keySet: () => fetchKeySet(issuer, url) };
}

async function fetchKeySet(issuer: string, address: URL): Promise<Uint8Array> {
  const at = new URL(`${address.href.replace(/\/$/, '')}${DISCOVERY}`);
  const document = await bytesFrom(at);
  const { named, keys } = discovered(document, at);
  // Section 4.3: otherwise a server could hand out its keys as those of another issuer.
  if (named !== issuer) throw unusable('issuer/other', `the configuration of ${issuer}`, 'that of another issuer', at);
  // Whoever the operator named has to publish them: nobody else was asked for.
  if (keys?.origin !== at.origin) throw unusable('issuer/other', `a jwks_uri at ${at.origin}`, 'another place, or none', at);
  return bytesFrom(keys);
}

function discovered(document: Uint8Array, at: URL): { readonly named: unknown; readonly keys: URL | null } {
  try {
    const value = parseStrictJson(document, { at: at.href, limits: { maxDepth: 4 } });
    const { issuer: named = null, jwks_uri: uri = null } = isJsonObject(value) ? value : {};
    return { named, keys: typeof uri === 'string' && URL.canParse(uri) ? new URL(uri) : null };
  } catch (thrown) {
    if (thrown instanceof Failure) throw unusable('issuer/unavailable', 'a configuration in JSON', 'something else', at);
    throw thrown;
  }
}

async function bytesFrom(url: URL): Promise<Uint8Array> {
  const answer = await smallAnswer(url, { headers: { accept: 'application/json' } });
  if (typeof answer === 'string') throw unusable('issuer/unavailable', 'an answer', answer, url);
  if (answer.status !== 200) throw unusable('issuer/unavailable', 'status 200', `status ${answer.status}`, url);
  return answer.body;
}

/** Tokens name their issuer by an https address; where it is found may differ only for one on this machine, as in tests. */
function addressOf(issuer: string, address: string): URL | null {
  const name = URL.canParse(issuer) ? new URL(issuer) : null;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isIssuer =
    name?.protocol === 'https:' && issuer.length <= 255 && [name.username, name.password, name.search, name.hash].join('') === '';
  if (!isIssuer || url === null) return null;
  const isLocal = url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return address === issuer || isLocal ? url : null;
}

const notAnIssuer = (found: string, at: string): ConfigurationError =>
  new ConfigurationError('issuer/address', {
    expected: 'the https address of an issuer, as its tokens name it',
    found: JSON.stringify(found.slice(0, 80)),
    at,
    doThis:
      'For GitHub write https://token.actions.githubusercontent.com; for an Enterprise Server https://HOST/_services/token.',
  });

const unusable = (code: 'issuer/unavailable' | 'issuer/other', expected: string, found: string, at: URL): UnavailableError =>
  new UnavailableError(code, {
    expected,
    found,
    at: at.href,
    doThis: 'What there was to seal is sealed; the next seal asks again. Look at the state of the issuer if it stays so.',
  });
