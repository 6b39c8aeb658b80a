const [CAPITAL_A, CAPITAL_Z] = [0x41, 0x5a] as const;
const TO_LOWER_CASE = 0x20;

/** Of a byte of ASCII. */
export function lowerCase(byte: number): number {
  return byte >= CAPITAL_A && byte <= CAPITAL_Z ? byte | TO_LOWER_CASE : byte;
}
