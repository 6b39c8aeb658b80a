import { describe, expect, it } from 'vitest';
import { certificateAuthority, serverCertificate } from './certificates.ts';
import { BASIC, failureOf, pull, REPORT } from './pulling.ts';
import { body, REPORT_PATH, type Reply, redirect, scriptedInstance } from './scripted-instance.ts';

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with HTTP %i is followed', async (code) => {
    const instance = await scriptedInstance({
      [REPORT_PATH]: [redirect('report?part=all', code)],
      '/stafftools/reports/report?part=all': [body(REPORT)],
    });
    const { result, requests } = await pull(instance.origin);
    expect(result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
    expect(instance.requests.slice(0, 2)).toEqual([
      `${REPORT_PATH} ${BASIC}`,
      `/stafftools/reports/report?part=all ${BASIC}`,
    ]);
    expect(requests).toBe(instance.requests.length);
  });

  it('to another origin carries no credentials, and none again on the way back', async () => {
    const replies = { [REPORT_PATH]: [] as Reply[], '/back': [body(REPORT)] };
    const instance = await scriptedInstance(replies);
    const storage = await scriptedInstance({ '/report': [redirect(`${instance.origin}/back`)] });
    replies[REPORT_PATH].push(redirect(`${storage.origin}/report`));
    expect((await pull(instance.origin)).result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
    expect(storage.requests).toEqual(['/report anonymous']);
    expect(instance.requests.slice(0, 2)).toEqual([`${REPORT_PATH} ${BASIC}`, '/back anonymous']);
  });

  it.each([
    ['to nowhere', 'http://'],
    ['to no web page', 'file:///etc/passwd'],
    ['to itself for ever', REPORT_PATH],
  ])('%s is given up', async (_, location) => {
    const instance = await scriptedInstance({ [REPORT_PATH]: [redirect(location)] });
    const pulled = await pull(instance.origin);
    expect(failureOf(pulled)).toBe('unreadable-answer');
    expect(pulled.requests).toBeLessThanOrEqual(6);
  });

  it('out of TLS is not followed: the report would be readable on the way', async () => {
    const ca = await certificateAuthority('Example CA');
    const leaf = await serverCertificate({ addresses: ['127.0.0.1'], ca });
    const open = await scriptedInstance({ '/report': [body(REPORT)] });
    const instance = await scriptedInstance({ [REPORT_PATH]: [redirect(`${open.origin}/report`)] }, leaf);
    const pulled = await pull(instance.origin, { caCertificate: ca.cert });
    expect(failureOf(pulled)).toBe('unreadable-answer');
    expect(open.requests).toEqual([]);
  });
});
