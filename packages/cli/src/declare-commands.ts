import type { Command } from 'commander';
import type { Perform } from './session.ts';
import { declareAcknowledge } from './acknowledge/declare-acknowledge.ts';
import { declareCloudTrail } from './cloudtrail/declare-cloudtrail.ts';
import { declareControls } from './controls/declare-controls.ts';
import { declareDecision } from './decision/declare-decision.ts';
import { declareDemo } from './demo/declare-demo.ts';
import { declareDoctor } from './doctor/declare-doctor.ts';
import { declareExport } from './seal/declare-export.ts';
import { declareFacts } from './facts/declare-facts.ts';
import { declareFindings } from './findings/declare-findings.ts';
import { declareGate } from './gate/declare-gate.ts';
import { declareImage } from './image/declare-image.ts';
import { declareInit } from './init/declare-init.ts';
import { declareKeys } from './keys/declare-keys.ts';
import { declareLedger } from './ledger/declare-ledger.ts';
import { declareMerges } from './merges/declare-merges.ts';
import { declarePerson } from './person/declare-person.ts';
import { declarePolicy } from './policy/declare-policy.ts';
import { declareProve } from './seal/declare-prove.ts';
import { declareRecord } from './record/declare-record.ts';
import { declareReport } from './report/declare-report.ts';
import { declareSbom } from './sbom/declare-sbom.ts';
import { declareSeal } from './seal/declare-seal.ts';
import { declareVerify } from './verify/declare-verify.ts';

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
  person: declarePerson,
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
