import { generate } from 'selfsigned';

/** A certificate and its key, both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

interface Wanted {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  readonly validUntil?: Date;
  /** Signs itself without one. */
  readonly ca?: Certificate;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function certificateAuthority(commonName: string): Promise<Certificate> {
  return made(commonName, undefined, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ]);
}

export async function serverCertificate(wanted: Wanted): Promise<Certificate> {
  const { names = [], addresses = [], ca } = wanted;
  const altNames = [
    ...names.map((value) => ({ type: 2 as const, value })),
    ...addresses.map((ip) => ({ type: 7 as const, ip })),
  ];
  const extensions = [
    { name: 'basicConstraints' as const, cA: false },
    { name: 'subjectAltName' as const, altNames },
  ];
  return made('instance', ca, extensions, wanted.validUntil);
}

async function made(
  commonName: string,
  ca: Certificate | undefined,
  extensions: NonNullable<NonNullable<Parameters<typeof generate>[1]>['extensions']>,
  validUntil = new Date(Date.now() + DAY_MS),
): Promise<Certificate> {
  const pems = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(validUntil.getTime() - 2 * DAY_MS),
    notAfterDate: validUntil,
    extensions,
    ...(ca === undefined ? {} : { ca }),
  });
  return { cert: pems.cert, key: pems.private };
}
