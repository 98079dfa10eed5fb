import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { sharedWorkshop } from '../../state/workshop/shared.ts';
import type { WorkshopActions, WorkshopState } from '../../state/workshop/workshop.ts';
import type { Workshop } from '../../authority/workshop/model.ts';
import type { DocumentKind } from '../../view/documents.ts';
import type { Certificate } from '../../x509/model.ts';

/** One slice of the workshop's state. */
export function useWorkshopState<Slice>(selector: (state: WorkshopState) => Slice): Slice {
  return useStore(sharedWorkshop(), selector);
}

export function useWorkshopActions(): WorkshopActions {
  return useWorkshopState((state) => state.actions);
}

/** The workshop itself; desks are drawn only when it is there. */
export function useWorkshop(): Workshop {
  const workshop = useWorkshopState((state) => state.workshop);
  if (!workshop) throw new Error('a desk was drawn before the workshop was open');
  return workshop;
}

/** A document that is looked at. */
export interface ShownDocument {
  readonly kind: DocumentKind;
  readonly der: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly issuer?: Certificate | undefined;
}

/** What opens a document over the page. */
export const OpenDocument = createContext<(document: ShownDocument) => void>(() => undefined);

export function useOpenDocument(): (document: ShownDocument) => void {
  return useContext(OpenDocument);
}
