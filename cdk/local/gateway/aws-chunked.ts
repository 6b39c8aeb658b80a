import { Transform, type TransformCallback } from 'node:stream';

/**
 * Takes the framing off a body in `aws-chunked` encoding, in which SDKs and the AWS CLI send checksums behind the body:
 * `<size in hex>[;chunk-signature=...]\r\n<bytes>\r\n` again and again, then a chunk of size 0, trailers, an empty line.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 * Checksums and signatures are not verified. A body that ends in the middle is an error.
 */
export class AwsChunkedDecoder extends Transform {
  /** What has come of a line that is not complete yet. */
  #line = '';
  /** Bytes of the current chunk that are still to come. */
  #remaining = 0;
  #state: 'size' | 'bytes' | 'end-of-bytes' | 'trailers' = 'size';

  override _transform(piece: Buffer, _: BufferEncoding, done: TransformCallback): void {
    let rest = piece;
    while (rest.length > 0 && this.#state !== 'trailers' && !Number.isNaN(this.#remaining)) {
      rest = this.#state === 'bytes' ? this.#takeBytes(rest) : this.#takeLine(rest);
    }
    done(Number.isNaN(this.#remaining) ? new Error('aws-chunked: expected the size of a chunk') : null);
  }

  override _flush(done: TransformCallback): void {
    done(this.#state === 'trailers' ? null : new Error('aws-chunked: the body ends too early'));
  }

  #takeBytes(piece: Buffer): Buffer {
    const taken = piece.subarray(0, this.#remaining);
    this.push(taken);
    this.#remaining -= taken.length;
    if (this.#remaining === 0) this.#state = 'end-of-bytes';
    return piece.subarray(taken.length);
  }

  #takeLine(piece: Buffer): Buffer {
    const end = piece.indexOf('\n');
    this.#line += piece.subarray(0, end === -1 ? piece.length : end).toString('latin1');
    if (end === -1) return piece.subarray(piece.length);
    if (this.#state === 'size') this.#startChunk(this.#line);
    else this.#state = 'size';
    this.#line = '';
    return piece.subarray(end + 1);
  }

  #startChunk(line: string): void {
    const size = /^([0-9a-f]+)(;.*)?\r$/i.exec(line)?.[1];
    this.#remaining = size === undefined ? Number.NaN : Number.parseInt(size, 16);
    this.#state = this.#remaining === 0 ? 'trailers' : 'bytes';
  }
}
