import { compactList } from '../../compact-list.ts';

/** Equal texts and lists that many records repeat become one in memory. Holds no more texts than the records do. */
export class SharedStrings {
  readonly #strings = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  share<Text extends string>(text: Text): Text {
    const known = this.#strings.get(text);
    if (known !== undefined) return known as Text;
    this.#strings.set(text, text);
    return text;
  }

  shareList(texts: readonly string[]): readonly string[] {
    // The key of a single text, which most lists are, is made at a fraction of the cost and like no JSON.
    const key = texts.length === 1 ? `=${texts[0]}` : JSON.stringify(texts);
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const list = compactList(texts.map((text) => this.share(text)));
    this.#lists.set(key, list);
    return list;
  }
}
