import type { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

interface PresignedUrl {
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** An address by which whoever has it may do this one thing, until it expires. */
export async function presignedUrl(
  client: S3Client,
  command: GetObjectCommand | PutObjectCommand,
  { signedAt, validForSeconds }: { readonly signedAt: Date; readonly validForSeconds: number },
): Promise<PresignedUrl> {
  const url = await getSignedUrl(client, command, { expiresIn: validForSeconds, signingDate: signedAt });
  return { url, expiresAt: new Date(signedAt.getTime() + validForSeconds * 1000).toISOString() };
}
