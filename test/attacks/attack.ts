/** What becomes of an attack: it is stopped, it is found out, or it stands in the evidence for whoever asks. */
export type Ending = 'prevented' | 'detected' | 'recorded';

/** What one look at a set-up came to. `says`: everything that objects to it or is noted about it, by stable names. */
export interface Answer {
  readonly outcome: 'allow' | 'deny';
  readonly says: readonly string[];
}

interface Row {
  /** Of the table of ways round a gate. */
  readonly row: number;
  readonly attack: string;
}

/** What every attack says of itself that is carried out here. */
export interface Declared extends Row {
  /** What was broken on purpose, once, to see this row's test fail. */
  readonly seenRed: string;
  /** Where only github.com can prove the rest: a heading of docs/live-checklist.md. */
  readonly live?: string;
  /** Of the same row, what is not answered yet. */
  readonly leaves?: string;
}

/** An attack that is carried out here, beside the same set-up without it. */
export interface ShownAttack extends Declared {
  readonly ending: Ending;
  /** Who answers: the judge and, by its name, the answer. */
  readonly answered: { readonly by: Judge; readonly with: string };
  readonly attacked: () => Promise<Answer>;
  readonly untouched: () => Promise<Answer>;
}

/** An attack that another piece of work has to answer. */
export interface WaitingAttack extends Row {
  readonly ending: 'waiting';
  readonly waitsFor: string;
}

/** An attack that nothing here stops, finds or records. */
export interface OpenAttack extends Row {
  readonly ending: 'open';
  readonly why: string;
}

export type Attack = ShownAttack | WaitingAttack | OpenAttack;

export type Judge =
  | 'gate'
  | 'built gate'
  | 'doctor, workflow files'
  | 'doctor, settings'
  | 'merge verifier'
  | 'ledger verifier'
  | 'verify-digest'
  | 'audit report'
  | 'step outputs';

export interface Section {
  readonly title: string;
  /** Where its rows are declared, and so tested. */
  readonly file: string;
  readonly attacks: readonly Attack[];
}

export const isShown = (attack: Attack): attack is ShownAttack => attack.ending !== 'waiting' && attack.ending !== 'open';
