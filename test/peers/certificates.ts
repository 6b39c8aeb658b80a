import { generate } from 'selfsigned';

export interface ServerCertificate {
  /** PEM */
  readonly key: string;
  /** PEM */
  readonly cert: string;
}

interface Authority {
  readonly cert: string;
  readonly private: string;
}

const KEY = { keyType: 'ec', algorithm: 'sha256' } as const;

let authority: Promise<Authority> | undefined;
const certificates = new Map<string, Promise<ServerCertificate>>();

/** The certificate of the peer's own authority, in PEM. It is made once per process, as all that it signs. */
export async function certificateAuthority(): Promise<string> {
  return (await makeAuthority()).cert;
}

/** For a server of this name that listens on 127.0.0.1. */
export function certificateFor(hostName: string): Promise<ServerCertificate> {
  const certificate = certificates.get(hostName) ?? sign(hostName);
  certificates.set(hostName, certificate);
  return certificate;
}

function makeAuthority(): Promise<Authority> {
  authority ??= generate([{ name: 'commonName', value: 'License Usage Sync local peer' }], {
    ...KEY,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return authority;
}

async function sign(hostName: string): Promise<ServerCertificate> {
  const ca = await makeAuthority();
  const leaf = await generate([{ name: 'commonName', value: hostName }], {
    ...KEY,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: hostName },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: leaf.private, cert: leaf.cert };
}
