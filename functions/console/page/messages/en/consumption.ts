/** Whether a user license is consumed, and why. */
export const consumption = {
  consumes: 'Consumes a user license',
  'consumes-none': 'Consumes no user license',
  yes: 'Consumed',
  no: 'Not consumed',
  'license-type': 'License type',
  'license-type.enterprise': 'Enterprise',
  'license-type.visual-studio-subscription': 'Visual Studio subscription',
  'license-type.none': 'None',
  'reason.visual-studio-subscription': 'Visual Studio subscription',
  'reason.cloud-account': 'Cloud account',
  'reason.server-account': 'Active server account',
  'reason.dormant-server-account': 'Dormant server account',
  'reason.server-account-of-unknown-state': 'Server account of unknown state',
  'reason.suspended': 'Suspended',
  'reason.system-user': 'System user',
  'reason.unlinked-visual-studio-subscription': 'Unlinked Visual Studio subscription',
  'why.visual-studio-subscription':
    'The license of the Visual Studio subscription is consumed, since the subscription is linked to an account.',
  'why.cloud-account': "GitHub lists the cloud account among the enterprise's consumed licenses.",
  'why.server-account': 'Any active user of an instance consumes a license.',
  'why.dormant-server-account':
    'A dormant user of an instance consumes a license all the same. Suspend the account to free the license.',
  'why.server-account-of-unknown-state':
    'Nothing that was synced or dropped tells whether the account is suspended, so it counts. A users report (all_users.csv) of the instance tells.',
  'why.suspended': 'Suspended users consume no license, and no other account of this person consumes one.',
  'why.system-user':
    'The users ghost and scim-admin are made by the instance for itself, and consume no license.',
  'why.unlinked-visual-studio-subscription':
    'A Visual Studio subscription that is linked to no account consumes no GitHub license.',
} as const;
