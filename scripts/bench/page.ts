import { measureHandshakes } from './handshakes.ts';
import { measureFamilies, measureThroughput } from './suites.ts';

declare global {
  interface Window {
    measureHandshakes: typeof measureHandshakes;
    measureFamilies: typeof measureFamilies;
    measureThroughput: typeof measureThroughput;
  }
}

Object.assign(window, { measureHandshakes, measureFamilies, measureThroughput });
