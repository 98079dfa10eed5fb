// The two globals of the platform that the engine may use: text to bytes and back.
// The engine is compiled without the DOM and without Node's types; anything else comes in as an argument.

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer): string;
}
