import { createHash } from 'node:crypto';

const hash = (body: Buffer) => createHash('sha256').update(body).digest('hex');

/** Texts that stand outside of the folder and must never come back. */
export const secrets = ['root:x:0:0', 'worker_processes', 'this is outside', 'add_header Content-Security-Policy'];

/** Knows the files of a build, and so tells whether an answer is one of them. */
export function makeJudge(files: readonly Buffer[]): (answer: Buffer | undefined) => string | undefined {
  const known = new Set(files.map(hash));
  return (answer) => {
    if (!answer) return 'neither an answer nor a close';
    const text = answer.toString('latin1');
    const secret = secrets.find((words) => text.includes(words));
    if (secret) return `"${secret}", which is not of the site`;
    const at = text.indexOf('\r\n\r\n');
    const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
    // A close without an answer, or an old-fashioned error page without a head.
    if (!status)
      return text === '' || /^<html>\s*<head><title>\d{3} /.test(text) ? undefined : 'bytes that are no answer';
    if (status !== '200') return undefined;
    return known.has(hash(answer.subarray(at + 4))) ? undefined : '200 with a body that is no file of the build';
  };
}
