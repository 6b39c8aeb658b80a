export const controls = {
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  'dismiss-message': 'Dismiss this message',
  pages: 'Pages',
  page: 'Page {page}',
  previous: 'Previous',
  next: 'Next',
} as const;
