import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Certificate, certificateAuthority, serverCertificate } from './certificates.ts';
import { failureOf, pull, REPORT } from './pulling.ts';
import { body, REPORT_PATH, scriptedInstance } from './scripted-instance.ts';

const CA = await certificateAuthority('Example CA');
const OTHER_CA = await certificateAuthority('Other CA');
const LOCAL = { addresses: ['127.0.0.1'], ca: CA };
const OF_ADDRESS = await serverCertificate(LOCAL);
const OF_OTHER_ADDRESS = await serverCertificate({ addresses: ['127.0.0.2'], ca: CA });
const OF_NAME = await serverCertificate({ names: ['localhost'], ca: CA });
const SELF_SIGNED = await serverCertificate({ addresses: ['127.0.0.1'] });
const EXPIRED = await serverCertificate({ ...LOCAL, validUntil: new Date('2026-01-01') });
const NOT_VALID_YET = await serverCertificate({ ...LOCAL, validUntil: new Date('2200-01-01') });

function instanceWith(certificate: Certificate) {
  return scriptedInstance({ [REPORT_PATH]: [body(REPORT)] }, certificate);
}

describe('an instance with a certificate of its own CA', () => {
  it.each([
    ['alone', CA.cert],
    ['among others', `${OTHER_CA.cert}\n${CA.cert}`],
    ['with Windows line ends', CA.cert.replaceAll('\n', '\r\n')],
  ])('is trusted when that is configured, %s', async (_, caCertificate) => {
    const { origin } = await instanceWith(OF_ADDRESS);
    expect((await pull(origin, { caCertificate })).result).toMatchObject({ snapshot: { kind: 'server' } });
  });

  it('is trusted by its name', async () => {
    const { origin } = await instanceWith(OF_NAME);
    const { result } = await pull(origin.replace('127.0.0.1', 'localhost'), { caCertificate: CA.cert });
    expect(result).toMatchObject({ snapshot: { kind: 'server' } });
  });

  it('is trusted when it signs itself and is configured', async () => {
    const { origin } = await instanceWith(SELF_SIGNED);
    expect((await pull(origin, { caCertificate: SELF_SIGNED.cert })).result).toMatchObject({ snapshot: {} });
  });
});

it('a configured CA is trusted besides the usual ones, not in their place', async () => {
  const usual = getCACertificates('default');
  onTestFinished(() => setDefaultCACertificates(usual));
  setDefaultCACertificates([...usual, CA.cert]);
  const { origin } = await instanceWith(OF_ADDRESS);
  const { result } = await pull(origin, { caCertificate: OTHER_CA.cert });
  expect(result).toMatchObject({ snapshot: { kind: 'server' } });
});

describe('a certificate that is not trusted', () => {
  it.each<[string, Certificate, string?]>([
    ['of an unknown authority', OF_ADDRESS],
    ['of another authority', OF_ADDRESS, OTHER_CA.cert],
    ['signed by itself', SELF_SIGNED, CA.cert],
    ['of another name', OF_NAME, CA.cert],
    ['of another address', OF_OTHER_ADDRESS, CA.cert],
    ['expired', EXPIRED, CA.cert],
    ['not valid yet', NOT_VALID_YET, CA.cert],
  ])('%s: no request is sent, and none tried again', async (_, certificate, ca) => {
    const instance = await instanceWith(certificate);
    const pulled = await pull(instance.origin, ca === undefined ? {} : { caCertificate: ca });
    expect(failureOf(pulled)).toBe('untrusted-certificate');
    expect(instance.requests).toEqual([]);
    expect(pulled.pauses).toEqual([]);
  });

  it('is another thing than no TLS at all', async () => {
    const { origin } = await scriptedInstance({});
    expect(failureOf(await pull(origin.replace('http:', 'https:')))).toBe('unavailable');
  });
});
