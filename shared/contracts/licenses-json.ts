import type { ConsumedLicense } from '../domain/consumed-license.ts';
import { consumedLicenseBody } from './http/consumed-licenses.ts';

/** Large enough that the cost of a piece does not count, small enough that what it makes dies young. */
const PIECE_CHARACTERS = 64 * 1024;

/** Consumed licenses as one JSON array in the shape of GitHub's API, one license a line. A few at a time. */
export async function* licensesJson(
  licenses: Iterable<ConsumedLicense> | AsyncIterable<ConsumedLicense>,
): AsyncGenerator<string> {
  let piece = '[';
  let separator = '\n';
  for await (const license of licenses) {
    piece += separator + JSON.stringify(consumedLicenseBody(license));
    separator = ',\n';
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]\n`;
}
