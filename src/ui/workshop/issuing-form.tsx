import ChevronDown from 'lucide-react/icons/chevron-down';
import { useState } from 'react';
import { keyPurposes } from '../../authority/extensions.ts';
import { type GrantDraft, grantOf } from '../../authority/workshop/draft.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { listOf } from '../../view/workshop.ts';
import { keyUsageBits } from '../../x509/model.ts';
import { CheckBox } from '../configure/check-box.tsx';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import { ChoiceRow, PlainRow, SelectRow, TextRow } from '../form/form-field.tsx';
import { useWorkshop, useWorkshopActions } from './use-workshop.ts';
import styles from './workshop.module.css';

/** Every field of the certificate that the authority decides. */
export function IssuingForm({ grant, now }: { readonly grant: GrantDraft; readonly now: number }) {
  const words = useWords(workshopWords);
  const { fields, faults } = words;
  const { offices } = useWorkshop();
  const workshop = useWorkshop();
  const { setGrant } = useWorkshopActions();
  const [isOpen, setOpen] = useState(false);
  const meant = grantOf(grant, now);
  const fault = (field: keyof typeof faults) =>
    !meant.ok && meant.field === field ? faults[field] : undefined;
  const setCa = (cA: boolean): void =>
    setGrant(
      cA
        ? { cA, keyUsage: ['keyCertSign', 'cRLSign'] }
        : { cA, keyUsage: ['digitalSignature'], pathLength: '', permitted: '', excluded: '' },
    );
  return (
    <div role="group" aria-label={words.certification.form} className={styles.issuing}>
      <TextRow
        label={fields.names}
        value={grant.names}
        fault={fault('names')}
        onChange={(names) => setGrant({ names })}
      />
      <div className={styles.pair}>
        <TextRow
          label={fields.days}
          value={grant.days}
          unit={fields.daysUnit}
          isNumber
          fault={fault('days')}
          onChange={(days) => setGrant({ days })}
        />
        <CheckBox on={grant.cA} onToggle={setCa} label={`${fields.cA}: ${fields.cAText}`}>
          {fields.cAText}
        </CheckBox>
      </div>
      <ChoiceRow
        label={fields.extKeyUsage}
        all={keyPurposes.slice(0, 2)}
        chosen={grant.extKeyUsage}
        onChange={(extKeyUsage) => setGrant({ extKeyUsage })}
      />
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon of={ChevronDown} size={12} />
        {words.certification.more}
      </button>
      {isOpen && (
        <>
          <TextRow
            label={fields.commonName}
            value={grant.commonName}
            fault={fault('commonName')}
            onChange={(commonName) => setGrant({ commonName })}
          />
          <TextRow
            label={fields.organization}
            value={grant.organization}
            onChange={(organization) => setGrant({ organization })}
          />
          <ChoiceRow
            label={fields.keyUsage}
            all={keyUsageBits.slice(0, 7)}
            chosen={grant.keyUsage}
            onChange={(keyUsage) => setGrant({ keyUsage })}
          />
          <ChoiceRow
            label={fields.extKeyUsage}
            all={keyPurposes}
            chosen={grant.extKeyUsage}
            onChange={(extKeyUsage) => setGrant({ extKeyUsage })}
          />
          <PlainRow label="">
            <CheckBox on={grant.mustStaple} onToggle={(mustStaple) => setGrant({ mustStaple })}>
              {fields.mustStaple}
            </CheckBox>
          </PlainRow>
          {offices.length > 1 && (
            <SelectRow
              label={fields.office}
              value={grant.office}
              options={offices.map(({ id }) => [id, listOf(workshop, id)?.issuerName ?? id] as const)}
              onChange={(office) => setGrant({ office })}
            />
          )}
        </>
      )}
      {(isOpen || grant.cA) && (
        <>
          <TextRow
            label={fields.pathLength}
            value={grant.pathLength}
            placeholder={grant.cA ? fields.anyDepth : fields.onlyForCa}
            disabled={!grant.cA}
            isNumber
            fault={fault('pathLength')}
            onChange={(pathLength) => setGrant({ pathLength })}
          />
          {(['permitted', 'excluded'] as const).map((field) => (
            <TextRow
              key={field}
              label={fields[field]}
              value={grant[field]}
              placeholder={grant.cA ? fields.subtrees : fields.onlyForCa}
              disabled={!grant.cA}
              fault={fault(field)}
              onChange={(value) => setGrant({ [field]: value })}
            />
          ))}
        </>
      )}
    </div>
  );
}
