import { parseVerifierKey } from '../../tlog/note-key.ts';
import type { TrustFile } from './trust-file.ts';

/** Two members of a trust file that cannot both be meant, or one that means nothing: what was expected there, and which one it is. */
export interface TrustContradiction {
  readonly expected: string;
  readonly found: string;
  /** The way to the member, from the root. */
  readonly steps: readonly (string | number)[];
}

/** The first contradiction of a trust file whose members each have the right form; null: it agrees with itself. */
export function trustContradiction(trust: TrustFile): TrustContradiction | null {
  for (const look of LOOKS) {
    const [first] = look(trust);
    if (first !== undefined) return first;
  }
  return null;
}

type Look = (trust: TrustFile) => readonly TrustContradiction[];

const noKeys: Look = ({ record_keys: keys, run_keys: runs }) =>
  keys.length + runs.length > 0
    ? []
    : [{ expected: 'at least one of record_keys or run_keys: without one nothing can be verified', found: 'none', steps: [] }];

const emptyValidity: Look = ({ record_keys: keys, issuer_keys: issuers }) => [
  ...keys.flatMap((key, index) => neverValid(key, key.key_id, ['record_keys', index])),
  ...issuers.flatMap((key, index) => neverValid(key, `${key.kid} of ${key.issuer}`, ['issuer_keys', index])),
];

function neverValid(
  { valid_from: from, valid_to: to }: { readonly valid_from: string; readonly valid_to: string | null },
  name: string,
  steps: readonly (string | number)[],
): TrustContradiction[] {
  if (to === null || from < to) return [];
  return [{ expected: 'a key that becomes valid before it stops being valid', found: `${name}, from ${from} to ${to}`, steps }];
}

const twice: Look = ({ record_keys: keys, issuer_keys: issuers }) => [
  ...repeated(keys, ({ key_id: id }) => id).map(({ name, index }) => ({
    expected: 'each key once',
    found: `${name} again`,
    steps: ['record_keys', index],
  })),
  ...repeated(issuers, ({ issuer, kid }) => `${kid} of ${issuer}`).map(({ name, index }) => ({
    expected: 'each key of an issuer once',
    found: `${name} again`,
    steps: ['issuer_keys', index],
  })),
];

function repeated<T>(items: readonly T[], nameOf: (item: T) => string): { readonly name: string; readonly index: number }[] {
  const names = items.map(nameOf);
  return names.map((name, index) => ({ name, index })).filter(({ name, index }) => names.indexOf(name) < index);
}

const strangers: Look = ({ record_keys: keys, acknowledge, sealer }) => {
  const known = new Set(keys.map(({ key_id: id }) => id));
  return [
    ...acknowledge.map((id, index) => ({ id, steps: ['acknowledge', index] })),
    ...(sealer?.keys ?? []).map((id, index) => ({ id, steps: ['sealer', 'keys', index] })),
  ]
    .filter(({ id }) => !known.has(id))
    .map(({ id, steps }) => ({ expected: `in "${String(steps[0])}" only ids of record_keys`, found: id, steps }));
};

const unknownIssuers: Look = ({ run_keys: runs, issuer_keys: keys, sealer }) =>
  runs.flatMap(({ issuer }, index) =>
    keys.some((key) => key.issuer === issuer) || sealer?.issuers.includes(issuer) === true
      ? []
      : [
          {
            expected: 'in "run_keys" only issuers with a key in issuer_keys, or for which the sealer speaks',
            found: issuer,
            steps: ['run_keys', index, 'issuer'],
          },
        ],
  );

const foreignLogs: Look = ({ origin, log_keys: logs = [] }) =>
  logs.flatMap((text, index) => {
    const name = parseVerifierKey(text)?.name ?? null;
    if (name === origin) return [];
    const expected = `in "log_keys" only keys of the log that "origin" names, ${origin}, as "proofrail keys show --log" prints them`;
    return [{ expected, found: name === null ? 'no key of a log' : `a key of ${name}`, steps: ['log_keys', index] }];
  });

const writersThatSeal: Look = ({ record_keys: keys, log_keys: logs = [] }) =>
  logs.flatMap((text, index) => {
    const id = parseVerifierKey(text)?.publicKey.keyId;
    if (keys.every((key) => key.key_id !== id)) return [];
    const expected = 'in "log_keys" no key of record_keys: whoever writes must not be able to seal';
    return [{ expected, found: `${id}, which is one`, steps: ['log_keys', index] }];
  });

const LOOKS: readonly Look[] = [noKeys, emptyValidity, twice, strangers, unknownIssuers, foreignLogs, writersThatSeal];
