import type { Entry } from '../../authority/workshop/model.ts';
import { presets } from '../../lab/presets.ts';
import { certificateOf, officesAbove } from '../../authority/workshop/workshop.ts';
import { encodePem } from '../../interchange/pem.ts';
import { sharedCheck } from '../../state/check/shared.ts';
import { useActions, useLabStore } from '../use-lab.ts';
import { useWorkshop } from './use-workshop.ts';

export interface Uses {
  /** Opens the Lab with the certificate on that side. */
  readonly inRun: (side: 'server' | 'browser', entry: Entry) => void;
  /** Puts the certificate and what stands above it, but the root, into "Your chain". */
  readonly checkChain: (entry: Entry) => void;
}

/** What a certificate of the workshop is good for elsewhere. */
export function useUse(): Uses {
  const { openInLab, openPage } = useActions();
  const lab = useLabStore();
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
              browser: {
                ...preset.browser,
                // What the workshop revokes, the run shall notice.
                revocation: 'soft-fail',
                ...(address !== undefined && { serverName: address }),
              },
              server: { ...preset.server, ...sends, ownCertificate: serial },
            }
          : { ...preset, browser: { ...preset.browser, ownCertificate: serial } },
      );
    },
    checkChain: (entry) => {
      const chain = [
        entry.certificate,
        ...officesAbove(workshop, entry)
          .slice(0, -1)
          .map((office) => office.certificate),
      ];
      const { setText, setHost, setTime, setWorkshop } = sharedCheck(lab).getState().actions;
      setHost(undefined);
      setTime(undefined);
      setWorkshop(true);
      setText(chain.map((der) => encodePem('CERTIFICATE', der)).join(''));
      openPage('check');
    },
  };
}
