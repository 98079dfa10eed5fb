import { measureHandshakes } from './handshakes.ts';

declare global {
  interface Window {
    measureHandshakes: typeof measureHandshakes;
  }
}

window.measureHandshakes = measureHandshakes;
