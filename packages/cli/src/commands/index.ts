import type { Command } from 'commander';
import type { Perform } from '../session.ts';
import { declareAcknowledge } from './acknowledge.ts';
import { declareCloudTrail } from './cloudtrail.ts';
import { declareControls } from './controls.ts';
import { declareDecision } from './decision.ts';
import { declareDemo } from './demo.ts';
import { declareDoctor } from './doctor.ts';
import { declareExport } from './export.ts';
import { declareFacts } from './facts.ts';
import { declareFindings } from './findings.ts';
import { declareGate } from './gate.ts';
import { declareImage } from './image.ts';
import { declareInit } from './init.ts';
import { declareKeys } from './keys.ts';
import { declareLedger } from './ledger.ts';
import { declareMerges } from './merges.ts';
import { declarePolicy } from './policy.ts';
import { declareProve } from './prove.ts';
import { declareRecord } from './record.ts';
import { declareReport } from './report.ts';
import { declareSbom } from './sbom.ts';
import { declareSeal } from './seal.ts';
import { declareVerify } from './verify.ts';

// In the order in which help lists them: the whole story, how to begin, then the gate, then what leads to evidence, then what proves it.
const DECLARATIONS: Readonly<Record<string, (program: Command, perform: Perform) => void>> = {
  demo: declareDemo,
  init: declareInit,
  facts: declareFacts,
  gate: declareGate,
  record: declareRecord,
  findings: declareFindings,
  sbom: declareSbom,
  image: declareImage,
  merges: declareMerges,
  seal: declareSeal,
  prove: declareProve,
  export: declareExport,
  verify: declareVerify,
  acknowledge: declareAcknowledge,
  decision: declareDecision,
  report: declareReport,
  ledger: declareLedger,
  cloudtrail: declareCloudTrail,
  doctor: declareDoctor,
  controls: declareControls,
  policy: declarePolicy,
  keys: declareKeys,
};

/** Declares the command that is asked for, which is all that running it needs; every other word gets all of them, to choose from. */
export function declareCommands(program: Command, perform: Perform, asked: string | undefined): void {
  const wanted = asked !== undefined && Object.hasOwn(DECLARATIONS, asked) ? [asked] : Object.keys(DECLARATIONS);
  for (const name of wanted) DECLARATIONS[name]?.(program, perform);
}
