import { smallAnswer, type SmallAnswer } from './small-answer.ts';

/** One POST and its small answer; or why there was none. */
export const postSmall = (url: URL, type: string, body: Uint8Array): Promise<SmallAnswer | string> =>
  smallAnswer(url, { method: 'POST', headers: { 'content-type': type }, body: Buffer.from(body) });
