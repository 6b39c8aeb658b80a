/** Reads users straight from the bytes of the file. */
export interface PlainUsers {
  /**
   * Takes in the user that begins at `start` and returns where it ends; null, with nothing taken in, when the user is
   * not plain, is cut off, or has anything wrong with it: then it comes as a record.
   */
  take(chunk: Buffer, start: number): number | null;
}
