import type { Severity } from '../../facts/words.ts';
import type { JsonCursor } from '../../documents/index.ts';
import { statedLevel, type Level } from './level.ts';
import { statedSeverity } from './security-severity.ts';

/** What results inherit from their rule (reportingDescriptor, 3.49), read once per rule. */
export interface Rule {
  readonly id: string | null;
  readonly level: Level | null;
  readonly severity: Severity | null;
  readonly tags: readonly string[];
  readonly title: string | null;
  messageString(id: string): string | null;
}

interface Component {
  readonly name: string | null;
  readonly guid: string | null;
  readonly rules: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
}

/** The rules of a run: the driver's and those of its extensions (3.19, 3.52.3). */
export class RuleIndex {
  /** Of rules that have a name: another one does not say what was looked for (`id` is required, 3.49.3). */
  readonly size: number;
  readonly #driver: Component;
  readonly #extensions: readonly Component[];

  constructor(tool: JsonCursor | null) {
    this.#driver = readComponent(tool?.object('driver') ?? null);
    this.#extensions = (tool?.objects('extensions') ?? []).map(readComponent);
    this.size = [this.#driver, ...this.#extensions].reduce((sum, { rules }) => sum + rules.filter(isNamed).length, 0);
  }

  /** The rule of a result (3.27.5 to 3.27.7, 3.52.4). Where index and id disagree, which they must not, the id is what people see. */
  ruleOf(result: JsonCursor): Rule | null {
    const reference = result.object('rule');
    const index = result.integer('ruleIndex') ?? reference?.integer('index') ?? -1;
    return this.find(reference, index, ruleIdIn(result));
  }

  find(reference: JsonCursor | null, index: number, id: string | null): Rule | null {
    const component = this.#componentOf(reference);
    const numbered = component.rules[index] ?? null;
    if (id === null || numbered?.id === id) return numbered;
    return findById(component, id) ?? numbered ?? this.#anywhere(id);
  }

  #componentOf(reference: JsonCursor | null): Component {
    const component = reference?.object('toolComponent') ?? null;
    if (component === null) return this.#driver;
    const [index, guid, name] = [component.integer('index') ?? -1, component.text('guid'), component.text('name')];
    const named = this.#extensions.find((one) => (guid !== null && one.guid === guid) || (name !== null && one.name === name));
    return this.#extensions[index] ?? named ?? this.#driver;
  }

  #anywhere(id: string): Rule | null {
    for (const component of [this.#driver, ...this.#extensions]) {
      const rule = findById(component, id);
      if (rule !== null) return rule;
    }
    return null;
  }
}

const isNamed = ({ id }: Rule): boolean => id !== null && id.trim() !== '';

/** The name that a result gives to its rule (3.27.5, 3.27.7); null: it gives none. */
export const ruleIdIn = (result: JsonCursor): string | null => result.text('ruleId') || result.object('rule')?.text('id') || null;

/** `CA1000/1` is a part of rule `CA1000` (3.52.4). */
function findById({ byId }: Component, id: string): Rule | null {
  for (let prefix = id; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')))) {
    const rule = byId.get(prefix);
    if (rule !== undefined) return rule;
  }
  return null;
}

function readComponent(component: JsonCursor | null): Component {
  const rules = (component?.objects('rules') ?? []).map(readRule);
  const byId = new Map<string, Rule>();
  for (const rule of rules) if (rule.id !== null && !byId.has(rule.id)) byId.set(rule.id, rule);
  return { name: component?.text('name') ?? null, guid: component?.text('guid') ?? null, rules, byId };
}

function readRule(rule: JsonCursor): Rule {
  const properties = rule.object('properties');
  const tags = properties === null ? [] : tagsOf(properties);
  const severity = statedSeverity(properties);
  return {
    id: rule.text('id'),
    level: statedLevel(rule.object('defaultConfiguration')),
    severity: severity === 'none' && isUnranked(tags) ? 'unknown' : severity,
    tags,
    title: rule.object('shortDescription')?.text('text') ?? rule.text('name'),
    messageString: (id) => rule.object('messageStrings')?.object(id)?.text('text') ?? null,
  };
}

/** Trivy scores 0.0 what nobody has ranked yet, and says so in a tag (pkg/report/sarif.go, severityToScore). */
const isUnranked = (tags: readonly string[]): boolean => tags.some((tag) => /^unknown$/i.test(tag));

/** Property bags are the tool's own (3.8): what is no text is no tag, and no reason to refuse the report. */
export function tagsOf(properties: JsonCursor): readonly string[] {
  const tags = properties.raw('tags');
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
}
