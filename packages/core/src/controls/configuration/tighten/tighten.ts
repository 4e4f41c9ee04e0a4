import { canonicalJson } from '../../../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../../../canonical/digest.ts';
import { scannerName } from '../../registry/scanner-name.ts';
import { toolClass } from '../../registry/tool-class.ts';
import type { Sources } from '../../files/sources-file.ts';
import type { Requirements } from '../../registry/requirements.ts';
import { withTotal } from '../../../facts/with-total.ts';
import type { Configuration } from '../configuration.ts';
import { ROLLOUT_MODES, type RolloutMode } from '../../registry/known-rules.ts';
import { tightenRequirements } from './tighten-requirements.ts';

/**
 * The configuration of an organisation with what one of its repositories adds. Whatever the repository says, nothing becomes allowed
 * that the organisation denies: rules come in and none goes, modes rise, demands grow. People and who may accept a risk are the
 * organisation's alone; the accepted risks themselves are the repository's too, and are judged by the organisation's approvers.
 *
 * @throws ConfigurationError `tighten/nothing-left`
 */
export function tighten(organisation: Configuration, repository: Configuration): Configuration {
  const switchedOn = [...new Set([...organisation.switchedOn, ...repository.switchedOn])].sort();
  return {
    ...organisation,
    requirements: tightenRequirements(organisation.requirements, named(repository.requirements, organisation)),
    switchedOn,
    modes: Object.fromEntries(switchedOn.map((rule) => [rule, stricter(organisation.modes[rule], repository.modes[rule])])),
    controls: Object.fromEntries(switchedOn.map((rule) => [rule, union(organisation.controls[rule], repository.controls[rule])])),
    titles: { ...repository.titles, ...organisation.titles },
    retentionYears: Math.max(organisation.retentionYears, repository.retentionYears),
    retentionByControl: longerOf(organisation.retentionByControl, repository.retentionByControl),
    retentionByKind: longerOf(organisation.retentionByKind, repository.retentionByKind),
    tools: { ...knownTools(organisation, repository), ...organisation.tools },
    exceptions: [...organisation.exceptions, ...repository.exceptions],
    unreadableExceptions: [...organisation.unreadableExceptions, ...repository.unreadableExceptions],
    // A promise that the organisation took is not the repository's to put off.
    triage: [...organisation.triage, ...repository.triage.filter(({ fingerprint }) => !promised(organisation, fingerprint))],
    sources: {
      // Workflows are the repository's, so it names them; where the organisation did, that stands.
      reports: oneOfEach([...organisation.sources.reports, ...repository.sources.reports], organisation),
      gate: organisation.sources.gate ?? repository.sources.gate,
      tickets: union(organisation.sources.tickets, repository.sources.tickets),
      securityMarks: union(organisation.sources.securityMarks, repository.sources.securityMarks),
    },
    digests: {
      controls: joined(organisation.digests.controls, repository.digests.controls),
      roles: organisation.digests.roles,
      exceptions: joined(organisation.digests.exceptions, repository.digests.exceptions),
    },
  };
}

function stricter(one: RolloutMode | undefined, other: RolloutMode | undefined): RolloutMode {
  const ranks = [one, other].flatMap((mode) => (mode === undefined ? [] : [ROLLOUT_MODES.indexOf(mode)]));
  return ROLLOUT_MODES[Math.max(...ranks)] ?? 'enforce';
}

type Years = Readonly<Partial<Record<string, number>>>;

const longerOf = (one: Years, other: Years): Record<string, number> =>
  Object.fromEntries(Object.keys({ ...one, ...other }).map((id) => [id, Math.max(one[id] ?? 0, other[id] ?? 0)]));

/**
 * A tool that has a class and a name keeps them: in another class its findings would fall under another threshold, under another name an
 * unusable report of it would no longer stand in the way of one that counts. One that has none gets none: its report would count for a
 * scan that the organisation asks for. Only the organisation vouches for a tool; the repository may do without.
 */
function knownTools(organisation: Configuration, repository: Configuration): Configuration['tools'] {
  const kept = Object.entries(repository.tools).flatMap(([key, { cleanWithoutRules, ...tool }]) => {
    const before = toolClass(tool.name, organisation.tools);
    if (before?.class !== tool.class) return [];
    return [[key, cleanWithoutRules === true ? before : { name: before.name, class: before.class }]];
  });
  return Object.fromEntries(kept);
}

/** What the repository asks for, by the names that scanners have in the organisation. */
function named(requirements: Requirements, { tools }: Configuration): Requirements {
  const { scans } = requirements;
  const items = scans.required.items.map((scan) => ({ ...scan, scanner: toolClass(scan.scanner, tools)?.name ?? scan.scanner }));
  return { ...requirements, scans: { ...scans, required: withTotal(items) } };
}

const promised = ({ triage }: Configuration, fingerprint: Sha256): boolean =>
  triage.some((each) => each.fingerprint === fingerprint);

/** The first of each scanner, whose name the organisation says. */
function oneOfEach(reports: Sources['reports'], { tools }: Configuration): Sources['reports'] {
  const name = ({ scanner }: Sources['reports'][number]): string => scannerName(scanner, tools);
  return reports.filter((report, index) => reports.findIndex((each) => name(each) === name(report)) === index);
}

const union = (one: readonly string[] = [], other: readonly string[] = []): string[] => [...new Set([...one, ...other])].sort();

const joined = (organisation: Sha256, repository: Sha256): Sha256 => sha256(canonicalJson({ organisation, repository }));
