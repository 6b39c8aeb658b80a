/**
 * The options that /var/runtime/bootstrap of AWS's base images for Node gives it, by the memory of the function:
 * a tenth of it for young objects, nine tenths for old ones.
 */
export function lambdaNodeOptions(memoryMb: number): string[] {
  const youngMb = Math.floor(memoryMb / 10);
  return [
    '--expose-gc',
    '--max-http-header-size=81920',
    `--max-semi-space-size=${Math.floor(youngMb / 2)}`,
    `--max-old-space-size=${memoryMb - youngMb}`,
  ];
}
