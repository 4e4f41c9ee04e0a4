import { ConfigurationError } from '@proofrail/core/outcomes';
import type { GateWorkflow } from '@proofrail/github';
import {
  bucketAccessInput,
  hostLines,
  inputFailure,
  inputLines,
  oneOf,
  requiredInput,
  wholeNumberInput,
  type BucketAccessInput,
  type ReadInput,
} from '@proofrail/runner/inputs';

/** `landed`: of a push, whose denial is the finding of the comparison that follows. */
export type Phase = 'all' | 'decide' | 'landed';

export interface Inputs {
  readonly phase: Phase;
  /** Secret: reads the facts. */
  readonly token: string;
  readonly waitMinutes: number;
  /** Hosts of GitHub Enterprise Server that facts may be read from. */
  readonly enterpriseHosts: readonly string[];
  /** The reusable workflow of an organisation's gate; null where a repository stands for itself. */
  readonly organisation: GateWorkflow | null;
  /** That of the job, by its own word; null where it has none. */
  readonly environment: string | null;
  /** Whether the decision also stands below the pull request. Never in phase `decide`, which writes nothing. */
  readonly comment: boolean;
  /** Empty in phase `decide`, and so is the key: that phase writes nothing. */
  readonly ledger: string;
  /** Secret: a key in PEM, or the path of one; `run` or empty: a key made for this run. */
  readonly signingKey: string;
  /** null: beside the ledger. */
  readonly attachments: string | null;
  /** null: beside the ledger. */
  readonly identities: string | null;
  /** How those of them that are buckets are reached. */
  readonly access: BucketAccessInput;
  readonly allowEnvironment: readonly string[];
}

/** A job of GitHub ends after six hours whatever we say. */
const MOST_MINUTES = 350;

/** @throws ConfigurationError `input/...` */
export function readInputs(read: ReadInput): Inputs {
  refuseRemoved(read);
  const phase = oneOf(read, 'phase', ['all', 'decide', 'landed']);
  const forRecording = (name: string): string => (phase === 'decide' ? requireNothing(read, name) : read(name));
  return {
    phase,
    token: requiredInput(read, 'github-token'),
    waitMinutes: wholeNumberInput(read, 'wait-minutes', { most: MOST_MINUTES }),
    enterpriseHosts: hostLines(read, 'enterprise-hosts'),
    organisation: organisationOf(read('organisation')),
    environment: environmentIn(read),
    comment: commentIn(read, phase),
    ledger: phase === 'decide' ? requireNothing(read, 'ledger') : requiredInput(read, 'ledger'),
    signingKey: forRecording('signing-key'),
    attachments: forRecording('attachments') || null,
    identities: forRecording('identities') || null,
    access: bucketAccessInput((name) => (name === 'role-audience' ? read(name) : forRecording(name))),
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}

/** A step that asks for evidence in a phase that writes none would look as if it had left some. */
function requireNothing(read: ReadInput, name: string): string {
  if (read(name) === '') return '';
  throw inputFailure('input/not-for-this-phase', name, 'nothing in phase decide, which writes no evidence', 'a value');
}

/** GitHub takes almost any text for a name; ours have no characters without a shape. */
function environmentIn(read: ReadInput): string | null {
  const value = read('environment');
  if (value === '') return null;
  if (/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,255}$/u.test(value)) return value;
  throw inputFailure('input/not-an-environment', 'environment', 'the name of the environment of this job', value);
}

function commentIn(read: ReadInput, phase: Phase): boolean {
  const wanted = oneOf(read, 'comment', ['false', 'true']) === 'true';
  if (wanted && phase === 'decide')
    throw inputFailure('input/not-for-this-phase', 'comment', 'false in phase decide, which writes nothing', 'true');
  return wanted;
}

/** Inputs of earlier versions, which the platform hands on although action.yml no longer has them. */
const REMOVED = {
  facts:
    'The action reads the facts of the change from GitHub itself: remove the input. "proofrail gate --facts" still takes a file.',
  reports:
    'Name in .proofrail/sources.yaml which workflow uploads each report, and remove the input. "proofrail gate --report" still takes files.',
  config:
    'The action reads .proofrail/ from the tip of the protected branch: remove the input. "proofrail gate --config" still takes a folder.',
} as const;

/** What somebody hands over must not look as if it had been taken. */
function refuseRemoved(read: ReadInput): void {
  for (const [name, doThis] of Object.entries(REMOVED)) {
    if (read(name) === '') continue;
    throw new ConfigurationError('input/removed', {
      expected: `a step without the input "${name}"`,
      found: 'a value',
      at: `with.${name}`,
      doThis,
    });
  }
}

function organisationOf(value: string): GateWorkflow | null {
  if (value === '') return null;
  const [, owner, name, path] =
    /^([\w.-]{1,100})\/([\w.-]{1,100})\/(\.github\/workflows\/[\w.-]{1,200}\.ya?ml)$/.exec(value) ?? [];
  if (owner !== undefined && name !== undefined && path !== undefined) return { owner, name, path };
  throw inputFailure('input/not-a-workflow', 'organisation', 'owner/repository/.github/workflows/file.yml', value);
}
