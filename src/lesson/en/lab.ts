/** English: the Lab's frame. */
export const lab = {
  product: 'Handshake Lab',
};
