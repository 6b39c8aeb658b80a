/** Codes of OpenSSL's verification, and of Node's own check of the host name. */
const CODES =
  /^(?!ERR_SSL_)\w*CERT|^UNABLE_TO_|^INVALID_(CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$|^HOSTNAME_MISMATCH$/;

/** Whether a connection that failed with this code met a certificate that is not to be trusted. */
export function isUntrustedCertificate(code: string): boolean {
  return CODES.test(code);
}
