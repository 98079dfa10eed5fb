import ChevronDown from 'lucide-react/icons/chevron-down';
import { useRef } from 'react';
import { utf8 } from '../../bytes/hex.ts';
import { writeWorkshop } from '../../interchange/workshop-file.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { saveBytes } from '../certificates/save-bytes.ts';
import { Button } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { useWorkshop, useWorkshopActions } from './use-workshop.ts';

/** Export, import, start afresh. */
export function FileMenu() {
  const words = useWords(workshopWords).file;
  const workshop = useWorkshop();
  const { importFile, startAfresh } = useWorkshopActions();
  const { notify } = useActions();
  const input = useRef<HTMLInputElement>(null);
  const exportFile = (): void => {
    saveBytes(words.name, utf8(writeWorkshop(workshop)));
    notify(words.exported);
  };
  return (
    <>
      <Menu
        label={words.menu}
        sections={[
          {
            items: [
              { id: 'export', label: words.export, onSelect: exportFile },
              { id: 'import', label: words.import, onSelect: () => input.current?.click() },
              { id: 'fresh', label: words.fresh, onSelect: () => void startAfresh() },
            ],
          },
        ]}
        renderTrigger={(trigger) => (
          <Button variant="bar" iconAfter={ChevronDown} {...trigger}>
            {words.menu}
          </Button>
        )}
      />
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.import}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void file.text().then((text) => importFile(file.name, text));
        }}
      />
    </>
  );
}
