import type { OwnForm } from './own-form.ts';
import { baseline } from '../presets/baseline.ts';
import { sla } from '../presets/sla.ts';
import {
  ANY,
  ASSIGNED,
  NONE,
  THRESHOLD_CLASSES,
  type Limit,
  type SeverityLimits,
  type Thresholds,
} from '../presets/thresholds.ts';
import { missingChoice } from '../registry-failure.ts';
import type { YamlDocument } from '../../../documents/strict-yaml.ts';

/**
 * A preset, a whole table, or a preset with the classes that differ from it.
 *
 * @throws ConfigurationError `controls/missing-choice` for a class that neither a preset nor the table speaks of
 */
export function ownThresholds(written: OwnForm['thresholds'], document: YamlDocument): Thresholds {
  if (typeof written === 'string') return named(written);
  const { preset, ...classes } = written;
  const start = preset === undefined ? null : named(preset);
  const resolved = THRESHOLD_CLASSES.map((each): [string, SeverityLimits] => {
    const own = classes[each];
    const limits = own === undefined ? start?.[each] : mapLimits(own);
    if (limits === undefined) throw missingChoice(`thresholds.${each}`, 'no preset is named', document.atKey('/thresholds'));
    return [each, limits];
  });
  return Object.fromEntries(resolved) as Thresholds;
}

const named = (preset: 'baseline' | 'sla'): Thresholds => (preset === 'sla' ? sla : baseline).thresholds;

type WrittenLimit = number | 'any' | 'assigned';

function mapLimits(own: Record<keyof SeverityLimits, WrittenLimit>): SeverityLimits {
  return { critical: limitOf(own.critical), high: limitOf(own.high), medium: limitOf(own.medium), low: limitOf(own.low) };
}

function limitOf(written: WrittenLimit): Limit {
  if (written === 'any') return ANY;
  return written === 'assigned' ? ASSIGNED : { ...NONE, maximum: written };
}
