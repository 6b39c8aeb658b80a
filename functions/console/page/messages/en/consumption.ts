export const consumption = {
  'visual-studio-subscription': 'Linked Visual Studio subscription',
  'cloud-account': "On GitHub's list of consumed licenses",
  'server-account': 'Active account on an instance',
  'dormant-server-account': 'Dormant account on an instance',
  'server-account-of-unknown-state': 'Account on an instance, not known whether suspended',
  suspended: 'Every account suspended',
  'system-user': 'System user of an instance',
  'unlinked-visual-studio-subscription': 'Visual Studio subscription without an account',
} as const;
