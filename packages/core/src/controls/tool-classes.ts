import type { ScanClass } from '../context/words.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import type { ControlRegistry } from './control-registry.ts';
import type { OwnForm } from './own-form.ts';
import type { YamlDocument } from './strict-yaml.ts';

/**
 * Which class each tool that the file names belongs to. A report names its tool and not its purpose, so one tool has one class.
 *
 * @throws ConfigurationError `controls/contradiction`
 */
export function toolClasses(file: OwnForm, document: YamlDocument): ControlRegistry['tools'] {
  const classes = new Map<string, { name: string; class: ScanClass }>();
  const add = (name: string, scanClass: ScanClass, pointer: string): void => {
    const before = classes.get(name.toLowerCase());
    if (before !== undefined && before.class !== scanClass) {
      throw new ConfigurationError('controls/contradiction', {
        expected: `one class for ${name}: a report names its tool, not its purpose`,
        found: `${before.class} and ${scanClass}`,
        at: document.at(pointer),
        doThis: 'Keep one of the two, or have the tool report under two names.',
      });
    }
    classes.set(name.toLowerCase(), before ?? { name, class: scanClass });
  };
  file.scanners.forEach(({ tool, class: scanClass }, index) => {
    if (tool !== 'any') add(tool, scanClass, `/scanners/${index}/tool`);
  });
  Object.entries(file.tools ?? {}).forEach(([tool, scanClass]) => add(tool, scanClass, `/tools/${tool}`));
  return Object.fromEntries(classes);
}
