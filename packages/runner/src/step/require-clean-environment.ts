import { ConfigurationError } from '@proofrail/core/outcomes';

const PLATFORM_URLS = new Map([
  ['GITHUB_API_URL', 'https://api.github.com'],
  ['GITHUB_GRAPHQL_URL', 'https://api.github.com/graphql'],
  ['GITHUB_SERVER_URL', 'https://github.com'],
]);

const REFUSED =
  /^(NODE_EXTRA_CA_CERTS|NODE_OPTIONS|NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_.+|.+_PROXY|AWS_ENDPOINT_URL.*|AWS_CA_BUNDLE)$/i;

/**
 * Refuses variables by which an earlier step could have put itself between the gate and what it reads (gate.md row 25). Refused, not
 * removed: Node has read some of them before our first line runs (decisions.md, Facts).
 *
 * @param allowed names of variables that belong to this runner. The platform's addresses are not among them: a step sends its token there, or
 * writes them down as where it ran
 * @param enterpriseHosts the hosts that the platform's addresses may name
 * @throws ConfigurationError `environment/refused`
 */
export function requireCleanEnvironment(
  environment: NodeJS.ProcessEnv,
  allowed: readonly string[],
  enterpriseHosts: readonly string[],
): void {
  const isAllowed = (name: string): boolean => allowed.includes(name) && !PLATFORM_URLS.has(name);
  const refused = Object.keys(environment).filter(
    (name) => isPoisoned(name, environment[name] ?? '', enterpriseHosts) && !isAllowed(name),
  );
  const [first] = refused.sort();
  if (first === undefined) return;
  const advice = [...new Set(refused.map((name) => (PLATFORM_URLS.has(name) ? OF_ADDRESSES : OF_OTHERS)))];
  throw new ConfigurationError('environment/refused', {
    expected: 'an environment in which nothing redirects traffic or changes how Node runs',
    found: refused.map((name) => `${name}${hostIn(name, environment[name] ?? '')}`).join(', '),
    at: `env.${first}`,
    doThis: advice.join('; '),
  });
}

const OF_ADDRESSES =
  'name each host in the input "enterprise-hosts" if it is that of your own GitHub, and have it spoken to by https; no other may be';
const OF_OTHERS = 'remove it from the job, or name it in the input "allow-environment" if it belongs to this runner';

/** Of the platform's addresses, the part that "enterprise-hosts" asks for. Of other values nothing is shown: they may hold a password. */
const hostIn = (name: string, value: string): string =>
  PLATFORM_URLS.has(name) && URL.canParse(value) ? ` (host ${new URL(value).hostname.slice(0, 253)})` : '';

function isPoisoned(name: string, value: string, enterpriseHosts: readonly string[]): boolean {
  if (value === '') return false;
  const platform = PLATFORM_URLS.get(name);
  return platform === undefined ? REFUSED.test(name) : value !== platform && !isEnterprise(value, enterpriseHosts);
}

/** A server of the customer's own, by its exact host. Plain HTTP only to this machine: elsewhere anybody on the way could answer. */
function isEnterprise(value: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (!hosts.includes(hostname) || username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}
