import { toolClass, type ToolClass } from './tool-class.ts';

/** One for all names of a scanner: the scans of all of them answer for one another. */
export function scannerName(name: string, tools: Readonly<Record<string, ToolClass>>): string {
  return (toolClass(name, tools)?.name ?? name).toLowerCase();
}
