import { sha256 } from '../../canonical/digest.ts';
import { digestOfName, recordKey } from '../../ledger/layout.ts';
import { finding, type Finding } from '../../ledger/verify/finding.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { LostRecord } from './seal-check.ts';

/**
 * What became of records that a seal adopted and that no listing showed: each is read by its name before it is called missing. No slot names
 * them, so that whoever took one away would else leave no trace but the plan.
 */
export async function lostRecords(store: ObjectStore, lost: readonly LostRecord[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const one of lost) findings.push(...(await findingOf(store, one)));
  return findings;
}

async function findingOf(store: ObjectStore, { n, stream, name }: LostRecord): Promise<Finding[]> {
  const key = recordKey(stream, name);
  const answer = await store.read(key);
  switch (answer.kind) {
    case 'absent':
    case 'hidden': {
      const detail = `Seal ${n} covers this record by its name, and it is gone.`;
      return [finding({ kind: 'missing', code: 'record/missing', stream, key, detail })];
    }
    case 'unreadable':
      return [
        finding({ kind: 'unreadable', code: 'record/unreadable', stream, key, detail: `It cannot be read: ${answer.cause}.` }),
      ];
    case 'found': {
      const found = sha256(answer.bytes);
      const detail = 'The bytes are not those that the name says.';
      return found === digestOfName(name)
        ? []
        : [finding({ kind: 'altered', code: 'record/altered', stream, key, detail, found })];
    }
  }
}
