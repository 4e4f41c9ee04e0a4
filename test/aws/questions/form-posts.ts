import { said, type AwsBench } from '../aws-bench.ts';
import { part, type Part, type Question } from '../question.ts';
import { signedForm } from '../signed-form.ts';

export const formPosts: Question = {
  number: 1,
  asks: 'Does the deny set stop a browser’s form, with If-None-Match as a field, as a header, or not at all?',
  async ask(bench) {
    const bucket = await bench.policed();
    return [
      await post(bench, bucket, 'without If-None-Match', {}, {}),
      await post(bench, bucket, 'with the field', { 'If-None-Match': '*' }, {}),
      await post(bench, bucket, 'with the header', {}, { 'if-none-match': '*' }),
    ];
  },
};

async function post(
  bench: AwsBench,
  bucket: string,
  what: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<Part> {
  const body = signedForm(bench.settings, bucket, { key: `v1/form ${what}`, ...fields });
  const answer = await bench.read(await fetch(bench.address(bucket), { method: 'POST', headers, body }));
  return part(what, '403 AccessDenied', said(answer));
}
