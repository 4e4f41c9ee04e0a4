import type { ToolClass } from '../tool-class.ts';
import { ConfigurationError } from '../../../outcomes/index.ts';
import type { ControlRegistry } from '../control-registry.ts';
import type { OwnForm } from './own-form.ts';
import type { YamlDocument } from '../../../documents/strict-yaml.ts';
import { toolOf } from '../tool-entry.ts';

/**
 * Which class each tool that the file names belongs to. A report names its tool and not its purpose, so one tool has one class.
 *
 * @throws ConfigurationError `controls/contradiction`
 */
export function toolClasses(file: OwnForm, document: YamlDocument): ControlRegistry['tools'] {
  const classes = new Map<string, ToolClass>();
  const add = (tool: ToolClass, pointer: string): void => {
    const { name } = tool;
    const before = classes.get(name.toLowerCase());
    if (before !== undefined && before.class !== tool.class) {
      throw new ConfigurationError('controls/contradiction', {
        expected: `one class for ${name}: a report names its tool, not its purpose`,
        found: `${before.class} and ${tool.class}`,
        at: document.at(pointer),
        doThis: 'Keep one of the two, or have the tool report under two names.',
      });
    }
    classes.set(name.toLowerCase(), { ...tool, ...before });
  };
  file.scanners.forEach(({ tool, class: scanClass }, index) => {
    if (tool !== 'any') add({ name: tool, class: scanClass }, `/scanners/${index}/tool`);
  });
  Object.entries(file.tools ?? {}).forEach(([tool, entry]) => add(toolOf(tool, entry), `/tools/${tool}`));
  return Object.fromEntries(classes);
}
