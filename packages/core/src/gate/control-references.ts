import { controlReference } from '../controls/find-control.ts';
import type { Judgement } from './judge-change.ts';

/** Every control that the chosen rules prove here, as records name controls; each once, sorted. */
export function controlReferences({ decision }: Judgement, chosen: (rule: string) => boolean): string[] {
  const controls = decision.rules.filter(({ id }) => chosen(id)).flatMap(({ controls }) => controls);
  const references = controls.map(controlReference).filter((reference) => reference !== null);
  return [...new Set(references)].sort();
}
