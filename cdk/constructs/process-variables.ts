/**
 * What the process of every function is told.
 *
 * Of glibc: what is done with a large block of memory is to be given back at once. By itself it keeps more the larger the
 * blocks are that it sees given back, up to 64 MB. Told a threshold, be it the one that it begins with, it leaves all of
 * them as they are (https://man7.org/linux/man-pages/man3/mallopt.3.html, M_MMAP_THRESHOLD). And threads share one
 * heap, where each would keep one of its own.
 *
 * Of Node: one thread compiles and collects garbage beside the main one, not four. A function of 1,769 MB has one
 * processor, and there is none for more of them.
 */
export const PROCESS_VARIABLES = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  NODE_OPTIONS: '--v8-pool-size=1',
} as const;
