import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { RUN_ENVIRONMENT } from '../runner/run-environment.ts';

/** Claims of a token as GitHub documents them, those with people's names too, which Proofrail leaves alone. */
export type FakeClaims = Readonly<Record<string, unknown>>;

export interface FakeIssuerOptions {
  readonly issuer?: string;
  readonly kid?: string;
  /** Of `sub`: repositories made since 2026-07-15 have ids in it (gate.md 0.4). */
  readonly subject?: 'names' | 'names-and-ids';
  /** The run that asks for tokens, by what the runner tells it; what is left out is that of the invented one. */
  readonly run?: Partial<Record<keyof typeof RUN_ENVIRONMENT, string>>;
  /** UTC milliseconds. */
  readonly now?: () => number;
}

const LIFE = 300; // seconds; `nbf` lies ten minutes back, as in GitHub's own example

/** Signs identity tokens as GitHub's issuer does, with a key of its own: RS256, the claims of one invented run. */
export class FakeIssuer {
  readonly issuer: string;
  readonly kid: string;
  /** As a JWKS publishes it, and as a trust file takes it. */
  readonly jwk: { readonly kty: 'RSA'; readonly n: string; readonly e: 'AQAB' };
  readonly #options: FakeIssuerOptions;
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

  constructor(options: FakeIssuerOptions = {}) {
    this.#options = options;
    this.issuer = options.issuer ?? 'https://token.actions.githubusercontent.com';
    this.kid = options.kid ?? 'fake-key-1';
    this.jwk = { kty: 'RSA', n: String(this.#keys.publicKey.export({ format: 'jwk' }).n), e: 'AQAB' };
  }

  get #env(): Readonly<Record<keyof typeof RUN_ENVIRONMENT, string>> {
    return { ...RUN_ENVIRONMENT, ...this.#options.run };
  }

  get #jobWorkflow(): string {
    return `${this.#env.GITHUB_REPOSITORY}/.github/workflows/gate.yml@refs/heads/main`;
  }

  get privateKey(): KeyObject {
    return this.#keys.privateKey;
  }

  /** The member of `issuer_keys` for this key. */
  get issuerKey() {
    const { issuer, kid, jwk } = this;
    return { issuer, kid, jwk, valid_from: '2026-01-01T00:00:00.000Z', valid_to: null };
  }

  /** The member of `run_keys` that admits the run of `claims`. */
  get runRule() {
    const env = this.#env;
    return {
      issuer: this.issuer,
      repository_id: env.GITHUB_REPOSITORY_ID,
      job_workflow_ref: [this.#jobWorkflow],
      job_workflow_sha: null,
      runner_environment: null,
    };
  }

  claims(audience: string): FakeClaims {
    const { now = Date.now, subject = 'names' } = this.#options;
    const env = this.#env;
    const iat = Math.floor(now() / 1000);
    const [owner = '', name = ''] = env.GITHUB_REPOSITORY.split('/');
    const repository =
      subject === 'names' ? `${owner}/${name}` : `${owner}@${env.GITHUB_REPOSITORY_OWNER_ID}/${name}@${env.GITHUB_REPOSITORY_ID}`;
    return {
      jti: '6f4762ed-0758-4ccb-808d-ee3af5d723a8',
      iss: this.issuer,
      aud: audience,
      sub: `repo:${repository}:ref:refs/heads/main`,
      iat,
      nbf: iat - 600,
      exp: iat + LIFE,
      repository: env.GITHUB_REPOSITORY,
      repository_id: env.GITHUB_REPOSITORY_ID,
      repository_owner: owner,
      repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID,
      repository_visibility: 'private',
      run_id: env.GITHUB_RUN_ID,
      run_number: env.GITHUB_RUN_NUMBER,
      run_attempt: env.GITHUB_RUN_ATTEMPT,
      check_run_id: '5550001',
      actor: env.GITHUB_ACTOR,
      actor_id: env.GITHUB_ACTOR_ID,
      workflow: env.GITHUB_WORKFLOW,
      workflow_ref: `${env.GITHUB_REPOSITORY}/.github/workflows/gate.yml@refs/heads/main`,
      workflow_sha: env.GITHUB_WORKFLOW_SHA,
      job_workflow_ref: this.#jobWorkflow,
      job_workflow_sha: env.GITHUB_WORKFLOW_SHA,
      event_name: env.GITHUB_EVENT_NAME,
      ref: 'refs/heads/main',
      ref_type: 'branch',
      ref_protected: 'true',
      sha: env.GITHUB_SHA,
      base_ref: '',
      head_ref: '',
      runner_environment: env.RUNNER_ENVIRONMENT,
      enterprise: 'acme',
      enterprise_id: '1',
    };
  }

  token(audience: string, change: FakeClaims = {}): Uint8Array {
    return this.sign({ ...this.claims(audience), ...change });
  }

  /** Any claims under any header: what an attacker with this key could make. Undefined members are left out. */
  sign(claims: FakeClaims, header: FakeClaims = {}): Uint8Array {
    const signed = [{ typ: 'JWT', alg: 'RS256', x5t: 'eDV0', kid: this.kid, ...header }, claims].map(part).join('.');
    const signature = sign('sha256', Buffer.from(signed), this.privateKey).toString('base64url');
    return Buffer.from(`${signed}.${signature}`);
  }
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
