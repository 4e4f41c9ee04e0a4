import type { FactsDocument } from '@proofrail/core/context';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { readReport, type ScanReport } from '@proofrail/core/reports';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import { filesIn } from './files-in.ts';

/** Scan reports as a command line names them: file by file, and by a folder of them. */
export interface HandedOver {
  readonly files: readonly string[];
  readonly folder: string | null;
}

/**
 * Reads what was handed over. A file that was named, of a report that the facts do not, is refused: nothing would judge its findings,
 * and whoever named it believes otherwise. A folder may hold more, such as what an earlier run wrote.
 *
 * @throws ConfigurationError `report/...`, `json/...`, `file/...`; UnavailableError `file/unreadable`
 */
export function handedReports({ files, folder }: HandedOver, { scans }: FactsDocument): ScanReport[] {
  const named = files.map(readFrom);
  const known = scans.known ? new Set<string | null>(scans.value.items.map(({ report }) => report)) : null;
  named.forEach(({ digest }, index) => {
    if (known !== null && !known.has(digest)) throw ofNoScan(digest, files[index] ?? '');
  });
  return [...named, ...(folder === null ? [] : filesIn(folder).map(readFrom))];
}

const readFrom = (file: string): ScanReport => readReport(readBoundedFile(file, { most: MOST_BYTES.report }), file);

const ofNoScan = (digest: string, file: string): ConfigurationError =>
  new ConfigurationError('report/of-no-scan', {
    expected: 'a report that the facts name by its digest, under /scans',
    found: digest,
    at: file,
    doThis: 'leave it out, or hand over the facts of the change that it was made for: nothing would judge its findings',
  });
