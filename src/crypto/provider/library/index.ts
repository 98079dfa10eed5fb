/** The doors to the libraries: each is a chunk of its own that loads when first used. */
import { once } from '../../../bytes/once.ts';

export const libraries = {
  ccm: once(() => import('./ccm.ts')),
  chacha: once(() => import('./chacha.ts')),
  ciphers: once(() => import('./ciphers.ts')),
  curves: once(() => import('./curves.ts')),
  curves448: once(() => import('./curves448.ts')),
  des: once(() => import('./des.ts')),
  dsa: once(() => import('./dsa.ts')),
  ffdh: once(() => import('./ffdh.ts')),
  kem: once(() => import('./kem.ts')),
  md5: once(() => import('./md5.ts')),
  mlDsa: once(() => import('./ml-dsa.ts')),
  rsaes: once(() => import('./rsaes.ts')),
};
