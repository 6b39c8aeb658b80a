import { A_TEXT, AN_OBJECT, NOTHING, NULL, TEXTS } from '../tape-format.ts';
import {
  afterLiteral,
  afterText,
  afterTexts,
  BEGIN_ARRAY,
  BEGIN_OBJECT,
  byteAt,
  COLON,
  COMMA,
  END_OBJECT,
  literalAt,
  QUOTE,
  skipSpace,
  UNUSUAL,
} from './plain-json.ts';

// Values of which nobody wants to know more than that they are plain, and of what kind.

/** Behind a value of the kind, or null. */
export function afterUnused(start: usize, kind: i32): usize {
  const at = skipSpace(start);
  if (literalAt(at) === NULL) return afterLiteral(at, NULL);
  if (kind === A_TEXT) return byteAt(at) === QUOTE ? afterText(at + 1) : UNUSUAL;
  if (kind === TEXTS) return byteAt(at) === BEGIN_ARRAY ? afterTexts(at + 1) : UNUSUAL;
  if (kind === AN_OBJECT) return byteAt(at) === BEGIN_OBJECT ? afterObject(at + 1) : UNUSUAL;
  return afterAnyLiteral(at);
}

/** Behind its brace. */
function afterObject(start: usize): usize {
  let at = skipSpace(start);
  if (byteAt(at) === END_OBJECT) return at + 1;
  while (byteAt(at) === QUOTE) {
    const end = afterText(at + 1);
    if (end === UNUSUAL) return UNUSUAL;
    const colon = skipSpace(end);
    if (byteAt(colon) !== COLON) return UNUSUAL;
    at = afterMember(skipSpace(colon + 1));
    if (at === UNUSUAL) return UNUSUAL;
    at = skipSpace(at);
    if (byteAt(at) === END_OBJECT) return at + 1;
    if (byteAt(at) !== COMMA) return UNUSUAL;
    at = skipSpace(at + 1);
  }
  return UNUSUAL;
}

function afterMember(at: usize): usize {
  if (byteAt(at) === QUOTE) return afterText(at + 1);
  return byteAt(at) === BEGIN_ARRAY ? afterTexts(at + 1) : afterAnyLiteral(at);
}

function afterAnyLiteral(at: usize): usize {
  const literal = literalAt(at);
  return literal === NOTHING ? UNUSUAL : afterLiteral(at, literal);
}
