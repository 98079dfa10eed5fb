import type { Entry } from '../../authority/workshop/model.ts';
import { presets } from '../../lab/presets.ts';
import { certificateOf, officesAbove } from '../../authority/workshop/workshop.ts';
import { useActions } from '../use-lab.ts';
import { useWorkshop } from './use-workshop.ts';

export interface Uses {
  /** Opens the Lab with the certificate on that side. */
  readonly inRun: (side: 'server' | 'browser', entry: Entry) => void;
  /** Shows the certificate's chain among "Your chain"; absent where there is no such page. */
  readonly checkChain: ((entry: Entry) => void) | undefined;
}

/** What a certificate of the workshop is good for elsewhere. */
export function useUse(): Uses {
  const { openInLab } = useActions();
  const workshop = useWorkshop();
  return {
    inRun: (side, entry) => {
      const { serial } = entry;
      // An authority between the two usual ones has to be sent too.
      const isLong = officesAbove(workshop, entry).length > 2;
      const address = certificateOf(entry.certificate).extensions.subjectAltName?.find(
        ({ type, value }) => type === 'iPAddress' || (type === 'dNSName' && !value.startsWith('*')),
      )?.value;
      const sends = isLong ? { sends: ['leaf', 'sub-ca', 'intermediate'] as const } : {};
      const preset = presets[side === 'server' ? 'tls13' : 'client-certificate'];
      openInLab(
        side === 'server'
          ? {
              ...preset,
              browser: { ...preset.browser, ...(address !== undefined && { serverName: address }) },
              server: { ...preset.server, ...sends, ownCertificate: serial },
            }
          : { ...preset, browser: { ...preset.browser, ownCertificate: serial } },
      );
    },
    checkChain: undefined,
  };
}
