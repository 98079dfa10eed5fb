import { useEffect } from 'react';

/** Files dropped anywhere on the page go to `onFiles`. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onDrag = (event: DragEvent): void => {
      if (hasFile(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onDrag);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('drop', onDrop);
    };
  }, [onFiles]);
}
