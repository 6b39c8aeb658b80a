export const controls = {
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  'dismiss-message': 'Dismiss this message',
  pages: 'Pages',
  page: 'Page {page}',
  previous: 'Previous',
  next: 'Next',
  'download-started': 'The download has begun.',
  preparing: 'Preparing',
  'nothing-to-download': 'There is nothing to download before the first merge.',
} as const;
