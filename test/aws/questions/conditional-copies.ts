import { said } from '../aws-bench.ts';
import { part, type Question } from '../question.ts';

export const conditionalCopies: Question = {
  number: 2,
  asks: 'What does a copy with If-None-Match do on a free and on a taken key, and does the deny set stop it?',
  async ask(bench) {
    const [open, policed] = [await bench.open(), await bench.policed()];
    await bench.create(open, 'copies/source');
    await bench.create(open, 'copies/taken');
    await bench.create(policed, 'v1/copies/source');
    const copy = (bucket: string, from: string, to: string) =>
      bench.send('PUT', `/${bucket}/${to}`, { headers: { 'x-amz-copy-source': `/${bucket}/${from}`, 'if-none-match': '*' } });
    return [
      part('onto a free key', '200', said(await copy(open, 'copies/source', 'copies/free'))),
      part('onto a taken key', '412 PreconditionFailed', said(await copy(open, 'copies/source', 'copies/taken'))),
      part('under the deny set', '403 AccessDenied', said(await copy(policed, 'v1/copies/source', 'v1/copies/free'))),
    ];
  },
};
