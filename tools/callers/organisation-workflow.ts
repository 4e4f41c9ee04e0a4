/** The pin of Proofrail that the shipped callers name, with its version: `@<commit> # v0.1.0`. */
export type Pin = string;

/** What `proofrail init --mode organisation` leaves to be filled in. */
const REPOSITORY = 'OWNER/REPOSITORY';

const PRODUCT = 'proofrail/proofrail';

/**
 * One of our reusable workflows as an organisation has it in its own repository: with the actions of a reviewed release, and naming itself
 * as the gate of the organisation. That is a literal, because an input of a caller would let the caller choose whose policy judges it.
 */
export function organisationWorkflow(name: string, text: string, pin: Pin): string {
  const commit = pin.slice(1).split(' ')[0] ?? '';
  return text
    .replaceAll(/uses: \$\/actions\/([\w-]+)/g, `uses: ${PRODUCT}/actions/$1${pin}`)
    .replace(
      /^( +)(uses: \S+policy-gate@.*\n +with:\n)/m,
      `$1$2$1  organisation: ${REPOSITORY}/.github/workflows/${name} # this file: its .proofrail/ decides, and callers can't choose another\n`,
    )
    .replace('# Proofrail itself, at the commit of this very file.', '# Proofrail itself, at the commit that was reviewed.')
    .replace('repository: ${{ job.workflow_repository }}', `repository: ${PRODUCT}`)
    .replace('ref: ${{ job.workflow_sha }}', `ref: ${commit}`);
}
