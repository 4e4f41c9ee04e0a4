import { ConfigurationError } from '@proofrail/core/outcomes';
import type { FindingToAccept, FoundToAccept } from './finding-to-accept.ts';
import type { Verifier } from './verifier.ts';

const MOST_NAMED = 20; // the verifier prints them all

const WHERE: Readonly<Record<Verifier['command'], { readonly found: string; readonly copy: string }>> = {
  verify: {
    found: 'this ledger',
    copy: 'from "proofrail verify", with the same --trust, --attachments, --receipt and --days; what "cloudtrail verify" found takes --trail',
  },
  'cloudtrail verify': {
    found: 'this trail',
    copy: 'from "proofrail cloudtrail verify", with the same --trust, --kms-key, --since and --until',
  },
};

/** The finding of that digest. ConfigurationError `acknowledge/no-finding`, naming those there are, and `acknowledge/already`. */
export function presentFinding(
  digest: string,
  { findings }: FoundToAccept,
  { command }: Pick<Verifier, 'command'>,
): FindingToAccept {
  const finding = findings.find((one) => one.digest === digest);
  if (finding === undefined) throw absent(digest, findings, command);
  if (finding.acknowledged !== null) throw already(finding, command);
  return finding;
}

function absent(digest: string, findings: readonly FindingToAccept[], command: Verifier['command']): ConfigurationError {
  const { found, copy } = WHERE[command];
  const open = findings.filter(({ acknowledged }) => acknowledged === null);
  const named = open.slice(0, MOST_NAMED).map((one) => `${one.digest} (${one.code})`);
  const more = open.length - named.length;
  return new ConfigurationError('acknowledge/no-finding', {
    expected:
      named.length === 0
        ? `a finding of ${found}, which has none that is not acknowledged`
        : `the digest of a finding of ${found}: ${[...named, ...(more === 0 ? [] : [`and ${more} more`])].join(', ')}`,
    found: digest,
    at: '--finding',
    doThis: `copy it ${copy}`,
  });
}

const already = ({ digest }: FindingToAccept, command: Verifier['command']): ConfigurationError =>
  new ConfigurationError('acknowledge/already', {
    expected: 'a finding that nobody has acknowledged',
    found: digest,
    at: '--finding',
    doThis: `run "proofrail ${command} --accept-acknowledged": it says who did, and why`,
  });
