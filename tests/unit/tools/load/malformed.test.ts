import { expect, test } from 'vitest';
import { answerCheck } from '../../../../tools/load/malformed.ts';

test('silence, files from outside and bodies from elsewhere are faults; errors and closes are not', () => {
  const faultOf = answerCheck([Buffer.from('page')]);
  const answer = (body: string) => Buffer.from(`HTTP/1.1 200 OK\r\nA: b\r\n\r\n${body}`);
  expect(faultOf(answer('page'))).toBeUndefined();
  expect(faultOf(Buffer.from('HTTP/1.1 404 Not Found\r\n\r\nx'))).toBeUndefined();
  expect(faultOf(Buffer.alloc(0))).toBeUndefined();
  expect(faultOf(undefined)).toMatch(/neither an answer nor a close/);
  expect(faultOf(answer('root:x:0:0'))).toMatch(/not of the site/);
  expect(faultOf(answer('other'))).toMatch(/no file of the build/);
});
