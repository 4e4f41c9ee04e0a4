import { isJsonObject } from '../../canonical/json-kind.ts';
import type { JsonValue } from '../../canonical/json-value.ts';
import { looksPersonal } from './personal-data.ts';
import { looksLikeSecret } from './secrets.ts';

/** A field that must not be signed, and why. Never its value. */
export interface Refusal {
  readonly pointer: string;
  readonly why: 'secret' | 'personal-data';
}

/** Digests and pseudonyms look as random as keys do. They are told apart by their whole form, bare hex by the field as well. */
const TAGGED = /^(sha256:[0-9a-f]{64}|person:[0-9a-f]{32}|v1\/blobs\/[0-9]+(-pr)?\/[0-9a-f]{64}(~1)?)$/;
const BARE = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const FIELDS_OF_BARE =
  /^(commit_sha|head_sha|merge_sha|approved_commit|commit|checked|landed|parent|tree|expected_tree|head|base|gitCommit|sha256)$/;
/** The public half of an issuer's RSA key, longer than any secret is (RFC 7518 6.3.1.1), and its name where that is a SHA-1 (RFC 7517 4.8). */
const MODULUS = /^[A-Za-z0-9_-]{342,1366}$/;
const THUMBPRINT = /^[0-9A-Fa-f]{40}$/;
const FIELDS_OF_VERSIONS = /^(.*_version|version|opa|sdk)$/;
const DOTTED = /^[0-9.]+$/;
const PLAIN_KEY = /^[A-Za-z0-9_-]{1,40}$/;
const HIDDEN = '*';

/** Every text of a record, member names included, that holds what may have to leave again (auditor.md 6.3). */
export function lintRecord(record: JsonValue): readonly Refusal[] {
  const linting: Linting = { found: [], path: [], judged: new Map() };
  lint(record, '', linting);
  return linting.found;
}

interface Linting {
  readonly found: Refusal[];
  /** Names and positions that lead to the value; one array for the whole record, because hardly any is ever told. */
  readonly path: (string | number)[];
  /** By field, then by text: in a record the same names, commits and states come again and again. */
  readonly judged: Map<string, Map<string, Refusal['why'] | null>>;
}

function lint(value: JsonValue, field: string, linting: Linting): void {
  const { path } = linting;
  if (typeof value === 'string') note(judgedOnce(value, field, linting), linting);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      lint(item, field, linting);
      path.pop();
    }
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      const why = judgedOnce(key, '', linting);
      path.push(why === 'secret' ? HIDDEN : key);
      note(why, linting);
      lint(member, key, linting);
      path.pop();
    }
  }
}

function judgedOnce(text: string, field: string, { judged }: Linting): Refusal['why'] | null {
  const ofField = judged.get(field) ?? new Map<string, Refusal['why'] | null>();
  judged.set(field, ofField);
  const known = ofField.get(text);
  if (known !== undefined) return known;
  const why = whyRefused(text, field);
  ofField.set(text, why);
  return why;
}

function note(why: Refusal['why'] | null, { path, found }: Linting): void {
  if (why !== null) found.push({ pointer: path.map((step) => `/${shown(step)}`).join(''), why });
}

/** A name can be the very thing that must not be written down. */
const shown = (step: string | number): string | number => (typeof step === 'number' || PLAIN_KEY.test(step) ? step : HIDDEN);

function whyRefused(text: string, field: string): Refusal['why'] | null {
  if (TAGGED.test(text) || (BARE.test(text) && FIELDS_OF_BARE.test(field))) return null;
  if ((field === 'n' && MODULUS.test(text)) || (field === 'kid' && THUMBPRINT.test(text))) return null;
  if (looksLikeSecret(text)) return 'secret';
  const isVersion = FIELDS_OF_VERSIONS.test(field) && DOTTED.test(text);
  return looksPersonal(text, isVersion) ? 'personal-data' : null;
}
