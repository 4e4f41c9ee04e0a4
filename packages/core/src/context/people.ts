import type { Roles } from '../controls/files/roles.ts';
import { EngineError } from '../outcomes/index.ts';
import type { FactsDocument } from './facts-document.ts';
import type { InputDocument } from './input-document.ts';

/** `person-1`, `person-2` …: a person inside one decision, numbered by first appearance. */
export type PersonLabel = `person-${number}`;

type PlatformId = string;

/**
 * Labels in place of people. The numbers follow the order in which the document names them and nothing about the people themselves,
 * so the same story about other people is the same document, byte for byte (design §3).
 */
export class People {
  readonly #labels: ReadonlyMap<PlatformId, PersonLabel>;

  /** @param inOrder every account that the document will name, in the order of its walk; later appearances change nothing */
  constructor(inOrder: Iterable<PlatformId | null>) {
    const labels = new Map<PlatformId, PersonLabel>();
    for (const id of inOrder) if (id !== null && !labels.has(id)) labels.set(id, `person-${labels.size + 1}`);
    this.#labels = labels;
  }

  label(id: PlatformId): PersonLabel {
    const label = this.#labels.get(id);
    if (label !== undefined) return label;
    throw new EngineError('context/unlabelled', {
      expected: 'a label for everybody whom the document names',
      found: 'an account that the walk left out',
      at: 'the input document',
      doThis: 'This is a fault of Proofrail: please report it.',
    });
  }

  labelOrNull(id: PlatformId | null): PersonLabel | null {
    return id === null ? null : this.label(id);
  }

  /** The table that stays outside the document and its digest. */
  table(): ReadonlyMap<PersonLabel, PlatformId> {
    return new Map([...this.#labels].map(([id, label]) => [label, id]));
  }

  /** What policies may know about each: kind, and roles by the configuration. */
  described(accounts: FactsDocument['accounts'], { roles, machineUsers }: Roles): InputDocument['people'] {
    const kinds = new Map(accounts.map(({ id, kind }) => [id, kind]));
    const entries = [...this.#labels].map(([id, label]) => {
      const kind = machineUsers.includes(id) ? 'bot' : (kinds.get(id) ?? 'unknown');
      const held = Object.keys(roles).filter((role) => roles[role]?.includes(id));
      return [label, { kind, roles: held.sort() }] as const;
    });
    return Object.fromEntries(entries);
  }
}
