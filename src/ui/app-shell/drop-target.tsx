import { useEffect, useState } from 'react';
import FolderOpen from 'lucide-react/icons/folder-open';
import { labWords } from '../../lesson/lab.ts';
import { Icon } from '../icons/icon.tsx';
import { takeFiles } from '../import/choose-files.ts';
import { useLab, useLabStore, useLanguage, useWords } from '../use-lab.ts';
import styles from './drop-target.module.css';

const filePages: ReadonlySet<string> = new Set(['check', 'workshop']);

/** Traces, captures and key logs may be dropped anywhere on the page; pages that take files of their own are left alone. */
export function DropTarget() {
  const words = useWords(labWords);
  const store = useLabStore();
  const language = useLanguage();
  const [over, setOver] = useState(false);
  const isOff = useLab(({ page }) => filePages.has(page));

  useEffect(() => {
    if (isOff) return;
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onDrag = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // Leaving the window has no related target; moving over a child has one.
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFile(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) takeFiles(files, store, language);
    };
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [store, language, isOff]);

  if (!over) return null;
  return (
    <div className={styles.cover}>
      <p>
        <Icon of={FolderOpen} size={18} />
        {words.drop}
      </p>
    </div>
  );
}
