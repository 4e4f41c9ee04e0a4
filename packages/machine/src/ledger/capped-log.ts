import type { EvidenceLog } from '@proofrail/core/gate';
import { EngineError } from '@proofrail/core/outcomes';

/** Far above what a job has to say: a merge queue's largest group has a hundred changes, and each some eight records. */
const MOST_RECORDS = 2_000;

/** Whatever goes wrong in a job, it cannot flood a ledger that forgets nothing for years (attack 17). One count for all its streams. */
export function cappedLogs<Stream>(open: (stream: Stream) => EvidenceLog, most = MOST_RECORDS): (stream: Stream) => EvidenceLog {
  let written = 0;
  return (stream) => {
    const log = open(stream);
    return {
      attach: (bytes) => log.attach(bytes),
      keepsOriginals: log.keepsOriginals,
      keep: (bytes) => log.keep(bytes),
      append: async (draft) => {
        written += 1;
        if (written > most) throw flooded(most);
        return log.append(draft);
      },
    };
  };
}

const flooded = (most: number): EngineError =>
  new EngineError('ledger/flood', {
    expected: `at most ${most} records of one job`,
    found: 'one more',
    at: 'ledger',
    doThis: 'Nothing more was written. Look at what the job writes again and again, and report it as a defect.',
  });
