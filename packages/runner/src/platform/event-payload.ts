/** The event that started the run, as the platform delivered it. It supplies ids, never facts (design §3). Loads only when asked for. */
export async function eventPayload() {
  const { context } = await import('@actions/github');
  return context.payload;
}
