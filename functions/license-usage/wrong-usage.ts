/** What the caller of the command has to change. The message says what, and names no content of a file. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
