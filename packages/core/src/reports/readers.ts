import type { ReportReader } from './report-reader.ts';
import { sarifReader } from './sarif/sarif-reader.ts';
import { zapReader } from './zap/zap-reader.ts';

/** Every report format that is read. Each recognises its own; the first that does reads. */
export const READERS = [sarifReader, zapReader] as const satisfies readonly ReportReader[];

export type ReportFormat = (typeof READERS)[number]['format'];
