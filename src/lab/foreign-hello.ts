/** The ClientHello of another browser, as somebody in the middle catches it. */
import type { Encoded } from '../bytes/field.ts';
import { Client } from '../tls/client/client.ts';
import type { ClientConfig } from '../tls/client/config.ts';
import type { ChannelOptions } from '../tls/connection/channel.ts';

/** Made by a client of its own, which hears no answer. */
export async function helloOfAnother(
  config: ClientConfig,
  recorder: ChannelOptions['recorder'],
): Promise<Encoded> {
  let hello: Encoded | undefined;
  const visitor = new Client(config, {
    recorder,
    padding: 0,
    emit: (event) => {
      if (event.type === 'message' && event.message === 'ClientHello')
        hello = { bytes: event.content, field: event.tree() };
    },
  });
  await visitor.start();
  if (hello === undefined) throw new Error('a client that starts sends a ClientHello');
  return hello;
}
