/** Equal texts that many records repeat become one string in memory. Holds no more texts than the records do. */
export class SharedStrings {
  readonly #strings = new Map<string, string>();

  share<Text extends string>(text: Text): Text {
    const known = this.#strings.get(text);
    if (known !== undefined) return known as Text;
    this.#strings.set(text, text);
    return text;
  }
}
