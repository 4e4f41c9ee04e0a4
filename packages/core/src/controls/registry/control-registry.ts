import type { KindName } from '../retention/kind-names.ts';
import type { Requirements } from './requirements.ts';
import type { ToolClass } from './tool-class.ts';
import type { ScanClass } from '../../facts/words.ts';
import type { RolloutMode } from './known-rules.ts';

/** What a registry says, with every preset and default resolved. */
export interface ControlRegistry {
  readonly form: 'own' | 'short';
  /** The preset that filled in what the file has no words for; null where the file chose everything itself. */
  readonly preset: 'baseline' | null;
  readonly requirements: Requirements;
  /** Rules that take part, in ascending order. */
  readonly switchedOn: readonly string[];
  /** One mode for each rule that takes part. */
  readonly modes: Readonly<Record<string, RolloutMode>>;
  /** Rule → the controls it proves, for each rule that takes part. */
  readonly controls: Readonly<Record<string, readonly string[]>>;
  /** Control → the title that people read, for every control in `controls`. */
  readonly titles: Readonly<Record<string, string>>;
  /** A year is 365 days (decisions.md, Evidence). */
  readonly retentionYears: number;
  /** Control → the years that it asks for by itself, of which `retentionYears` is the most; the own form says it for all at once. */
  readonly retentionByControl: Readonly<Record<string, number>>;
  /** Kind of evidence → the years for which its records are kept, where the file says so; never fewer than `retentionYears`. */
  readonly retentionByKind: Readonly<Partial<Record<KindName, number>>>;
  /** Tool name in lower case → its spelling and class, for tools that the product does not know or that are used otherwise. */
  readonly tools: Readonly<Record<string, ToolClass>>;
  /** Roles whose holders may accept a risk; whoever else approves an exception approves nothing. */
  readonly exceptionRoles: readonly string[];
  /** Each role that is asked for, with its place in the file: `roles.yaml` has to define it. */
  readonly mentionedRoles: readonly { readonly role: string; readonly at: string }[];
}

export interface RequiredScan {
  readonly class: ScanClass;
  readonly scanner: string;
  readonly maxAgeDays: number;
}
