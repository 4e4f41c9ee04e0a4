import type { Finding } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';

const MOST_NAMED = 20; // "verify" prints them all

/** The finding of that digest. ConfigurationError `acknowledge/no-finding`, naming those there are, and `acknowledge/already`. */
export function presentFinding(digest: string, findings: readonly Finding[]): Finding {
  const finding = findings.find((one) => one.digest === digest);
  if (finding === undefined) throw absent(digest, findings);
  if (finding.acknowledged !== null) throw already(finding);
  return finding;
}

function absent(digest: string, findings: readonly Finding[]): ConfigurationError {
  const open = findings.filter(({ acknowledged }) => acknowledged === null);
  const named = open.slice(0, MOST_NAMED).map((one) => `${one.digest} (${one.code})`);
  const more = open.length - named.length;
  return new ConfigurationError('acknowledge/no-finding', {
    expected:
      named.length === 0
        ? 'a finding of this ledger, which has none that is not acknowledged'
        : `the digest of a finding of this ledger: ${[...named, ...(more === 0 ? [] : [`and ${more} more`])].join(', ')}`,
    found: digest,
    at: '--finding',
    doThis: 'copy it from "proofrail verify", with the same --trust, --attachments, --receipt and --days',
  });
}

const already = ({ digest }: Finding): ConfigurationError =>
  new ConfigurationError('acknowledge/already', {
    expected: 'a finding that nobody has acknowledged',
    found: digest,
    at: '--finding',
    doThis: 'run "proofrail verify --accept-acknowledged": it says who did, and why',
  });
