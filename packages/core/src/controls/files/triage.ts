import * as v from 'valibot';
import type { Sha256 } from '../../canonical/digest.ts';
import { platformId, sha256Text, text } from '../../facts/words.ts';
import { ConfigurationError } from '../../outcomes/index.ts';
import { checkDocument } from '../../documents/check-document.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';

/** A finding that somebody has promised to repair. */
export interface Assignment {
  readonly fingerprint: Sha256;
  /** The owner's numeric account id. */
  readonly owner: string;
  /** Epoch seconds of the last second of the due day, UTC: the promise holds for that whole day. */
  readonly due: number;
  readonly ticket: string;
}

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/, 'a day such as 2026-12-31'),
  // Date.parse accepts 2026-02-30 and moves on to March.
  v.check((value) => new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) ?? false, 'a day that exists'),
);
const assignment = v.strictObject({ fingerprint: sha256Text, owner: platformId, due: day, ticket: text(200) });
const triageFile = v.strictObject({ findings: v.array(assignment) });

/**
 * `.proofrail/triage.yaml`: findings with an owner and a due date, for preset `sla`.
 *
 * @throws ConfigurationError `triage/...` with file, line and column
 */
export function triageOf(document: YamlDocument): readonly Assignment[] {
  const words = ['findings', ...Object.keys(assignment.entries)];
  const { findings } = checkDocument(document, triageFile, { area: 'triage', docs: 'docs/controls.md', words });
  const seen = new Set<string>();
  return findings.map(({ fingerprint, owner, due, ticket }, index) => {
    if (seen.has(fingerprint)) {
      throw new ConfigurationError('triage/duplicate', {
        expected: 'each finding once: two due dates are none',
        found: fingerprint,
        at: document.at(`/findings/${index}/fingerprint`),
        doThis: 'Keep one of the two.',
      });
    }
    seen.add(fingerprint);
    return { fingerprint, owner, due: Date.parse(`${due}T23:59:59Z`) / 1000, ticket };
  });
}
