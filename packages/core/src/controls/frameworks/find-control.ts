import type { Control } from './control.ts';
import { ISO27001 } from './iso27001.ts';
import { SOC2 } from './soc2.ts';
import { nearest } from '../../documents/nearest.ts';

const CONTROLS: ReadonlyMap<string, Control> = new Map([...ISO27001, ...SOC2].map((control) => [control.id, control]));

/** The control with exactly this id, in the editions that this product knows. */
export function findControl(id: string): Control | null {
  return CONTROLS.get(id) ?? null;
}

export function nearestControl(id: string): string | null {
  return nearest(id, [...CONTROLS.keys()]);
}

/** `iso27001:2022/A.8.32`: how records name a control, since records outlive editions. Unknown ids have no reference. */
export function controlReference(id: string): string | null {
  const control = findControl(id);
  return control === null ? null : `${control.framework}/${control.id}`;
}
