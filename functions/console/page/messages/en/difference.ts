export const difference = {
  'counted-twice': 'Counted twice: GitHub has not matched accounts of one person',
  'gone-from-instance': 'Accounts that their instance no longer has',
  'missing-from-github': 'People whom GitHub does not list',
  'unknown-state': 'People whom GitHub does not list, and of whom no source tells whether they are suspended',
  suspended: 'People all of whose accounts are suspended',
  'system-user': 'System users of instances',
  'github-total': "GitHub's own total is not the number of people that it lists",
  'unidentified-rows': 'Rows that name nobody',
} as const;
