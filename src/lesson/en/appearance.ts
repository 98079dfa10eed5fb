/** English: theme and language. */
export const appearance = {
  theme: { label: 'Theme', light: 'Light', dark: 'Dark', system: 'As the system' },
  language: {
    label: 'Language',
    // Each in itself: whoever reads no other finds it.
    names: { en: 'English', de: 'Deutsch' },
    failed: 'German could not be loaded. Is the network there?',
  },
};
