/** German: the frame of the Lab. */
export { lab } from '../en/lab.ts';
