import type { Command } from 'commander';
import type { Perform } from '../session.ts';
import { declareControls } from './controls.ts';
import { declareDemo } from './demo.ts';
import { declareFindings } from './findings.ts';
import { declareGate } from './gate.ts';
import { declareImage } from './image.ts';
import { declareInit } from './init.ts';
import { declareKeys } from './keys.ts';
import { declarePolicy } from './policy.ts';
import { declareRecord } from './record.ts';
import { declareReport } from './report.ts';
import { declareSbom } from './sbom.ts';
import { declareVerify } from './verify.ts';

// In the order in which help lists them: the whole story, how to begin, then the gate, then what leads to evidence, then what proves it.
const DECLARATIONS = [
  declareDemo,
  declareInit,
  declareGate,
  declareRecord,
  declareFindings,
  declareSbom,
  declareImage,
  declareVerify,
  declareReport,
  declareControls,
  declarePolicy,
  declareKeys,
];

export function declareCommands(program: Command, perform: Perform): void {
  for (const declare of DECLARATIONS) declare(program, perform);
}
