/** English: from the Lab into a lesson. */
export const learnLink = { about: 'Learn about this' };
