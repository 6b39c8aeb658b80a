/**
 * What is done with a large block of memory is to be given back at once: by itself glibc keeps more the larger the
 * blocks are that it sees given back, up to 64 MB. Told a threshold, be it the one that it begins with, it leaves all
 * of them as they are (https://man7.org/linux/man-pages/man3/mallopt.3.html, M_MMAP_THRESHOLD). And threads share one
 * heap, where each would keep one of its own.
 */
export const MEMORY_VARIABLES = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' } as const;
